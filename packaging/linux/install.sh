#!/bin/sh
# Installs Evenkeel for the person who runs it: no root, no network. Started by the .run file in its unpacked folder.
set -eu
data=${XDG_DATA_HOME:-$HOME/.local/share}
program=${EVENKEEL_PREFIX:-$HOME/.local/opt/evenkeel}
bin=$HOME/.local/bin
if [ -x "$program/uninstall.sh" ]; then "$program/uninstall.sh" --quiet; fi  # an older version; settings stay
if [ -e "$program" ]; then
    echo "$program is there already and is no Evenkeel. Name another folder in EVENKEEL_PREFIX." >&2
    exit 1
fi
mkdir -p "$(dirname "$program")" "$bin" "$data"
cp -a app "$program"
list=$program/installed-files
(cd share && find . -type f) | sed 's|^\./||' | while read -r file; do
    mkdir -p "$data/$(dirname "$file")"
    case $file in
        applications/*) sed "s|^Exec=evenkeel|Exec=\"$program/evenkeel\"|" "share/$file" > "$data/$file" ;;
        *) cp "share/$file" "$data/$file" ;;
    esac
    echo "$data/$file" >> "$list"
done
ln -sf "$program/evenkeel" "$bin/evenkeel"
echo "$bin/evenkeel" >> "$list"
cp uninstall.sh refresh.sh "$program/"
sh "$program/refresh.sh" "$data"
echo "Evenkeel is installed in $program."
echo "It is in the menu, and as $bin/evenkeel; $program/uninstall.sh removes it."
