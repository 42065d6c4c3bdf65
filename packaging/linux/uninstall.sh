#!/bin/sh
# Removes an Evenkeel that the .run file installed, and nothing else. --quiet says nothing.
set -eu
data=${XDG_DATA_HOME:-$HOME/.local/share}
program=$(cd "$(dirname "$0")" && pwd)
list=$program/installed-files
[ -f "$list" ] || { echo "There is no list of installed files in $program." >&2; exit 1; }
while read -r file; do rm -f "$file"; done < "$list"
sh "$program/refresh.sh" "$data"
rm -rf "$program/_internal"
rm -f "$program/evenkeel" "$program/refresh.sh" "$list" "$program/uninstall.sh"
rmdir "$program" "$(dirname "$program")" 2> /dev/null || true  # only where they are empty
[ "${1:-}" = --quiet ] || {
    echo "Evenkeel is removed. Your comparisons were left alone."
    echo "Settings stay in ${XDG_CONFIG_HOME:-$HOME/.config}/evenkeel, copies of earlier versions in $data/evenkeel."
}
