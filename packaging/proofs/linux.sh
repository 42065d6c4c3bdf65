#!/bin/bash
# Proves the two Linux packages in dist/ on a bare Debian 12 that has nothing but what they declare, and no network.
#     packaging/proofs/linux.sh
# Needs root, debootstrap, xvfb, xdotool and a package mirror (only to make the Debian folders, which are kept in
# build/proofs). Ends with an error at the first thing that is not as it should be.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
out=$top/build/proofs
mkdir -p "$out"
. "$here/display.sh"
exec 9> "$out/lock" && flock --nonblock 9 || { echo "Another proof is running."; exit 1; }
deb=$(ls "$top"/dist/evenkeel_*.deb) run=$(ls "$top"/dist/evenkeel-*.run)
root=$out/root
# What every desktop has and the package only recommends; xz unpacks the .run file.
desktop="shared-mime-info desktop-file-utils xdg-utils libglib2.0-bin hicolor-icon-theme xz-utils"
until_closed='while ls -l /proc/[0-9]*/exe 2> /dev/null | grep -q /evenkeel$; do sleep 0.5; done'

say() { echo "== $*"; }
fail() { echo "FAILED: $*"; exit 1; }
inside() { BINDS="/tmp/.X11-unix" "$here/in_root.sh" "$root" "$@"; }
person() { inside runuser -u person -- env HOME=/srv/person XDG_RUNTIME_DIR=/tmp "$@"; }
everything() { (cd "$root" && find usr etc opt srv root -not -path "*/.cache/*" | sort); }
finish() { stop_display; rm -rf --one-file-system "$root"; }

debian() {  # debian NAME PACKAGES: a Debian folder with these packages, made once
    local base=$out/bookworm made
    made=$out/$1-$(echo "$2" | md5sum | cut -c 1-12)
    if [ ! -e "$base/made" ]; then
        rm -rf --one-file-system "$base"
        debootstrap --variant=minbase bookworm "$base" > "$out/debootstrap.log"
        touch "$base/made"
    fi
    if [ ! -e "$made/made" ]; then
        rm -rf --one-file-system "$made"
        cp -a --reflink=auto "$base" "$made"
        "$here/in_root.sh" "$made" --with-network bash -c "apt-get update -q && apt-get satisfy -y -q --no-install-recommends '$2'" \
            > "$out/$1.log" 2>&1 || fail "apt: see $out/$1.log"
        touch "$made/made"
    fi
    rm -rf --one-file-system "$root"
    cp -a --reflink=auto "$made" "$root"
}

no_network() { [ "$(inside sh -c 'tail -n +3 /proc/net/dev | grep -vc "lo:"' || true)" = 0 ] || fail "there is a network"; }

every_subcommand() {  # every_subcommand RUNNER PROGRAM
    local plan=/tmp/proof.evenkeel
    $1 "$2" new $plan --model open-weights-api --model subscription > /dev/null
    for call in examples models "results $plan" "break-even $plan" "needed $plan --alternative open_weights_api" \
        "sensitivity $plan" "simulate $plan --trials 200 --seed 1" "grid $plan --x users=1000:9000:3 --y paid_share=0.2:0.8:3" \
        "path $plan" "bridge $plan open_weights_api subscription" "diff $plan $plan" "check $plan" prices --version; do
        # shellcheck disable=SC2086
        $1 "$2" $call > "$out/answer.txt" 2>&1 || fail "evenkeel $call: $(cat "$out/answer.txt")"
        [ -s "$out/answer.txt" ] || fail "evenkeel $call says nothing"
    done
    for name in $($1 "$2" --help | sed -n 's/^    \([a-z][a-z-]*\).*/\1/p'); do
        $1 "$2" "$name" --help > /dev/null || fail "evenkeel $name --help"
    done
    echo "   every subcommand answers"
}

shown() {  # shown TITLE PICTURE: waits until the window stands, takes a picture, closes the window
    local window
    window=$(window_called "$1") && [ -n "$window" ] || fail "no window called $1"
    sleep 2  # it paints itself; nothing tells from outside when it is done
    picture "$2"
    close_window "$window"
}

say "1. nothing but what the package declares, no network"
depends=$(dpkg-deb -f "$deb" Depends)
echo "   Depends: $depends"
debian declared "$depends"
no_network
start_display
trap finish EXIT
before=$(everything)
cp "$deb" "$root/tmp/evenkeel.deb"
time inside dpkg -i /tmp/evenkeel.deb > "$out/dpkg.log" 2>&1 || fail "dpkg: $(cat "$out/dpkg.log")"
inside env -u DISPLAY evenkeel --self-test
every_subcommand inside evenkeel
inside evenkeel /tmp/proof.evenkeel & shown "proof.*Evenkeel" deb-started
wait $! || true
inside dpkg -r evenkeel
left=$(diff <(echo "$before") <(everything) | grep '^>' | grep -vE "root/.(config|local)|var/" || true)
[ -z "$left" ] || fail "left behind: $left"
[ -e "$root/tmp/proof.evenkeel" ] || fail "the comparison is gone"
echo "   removed without a trace; the comparison is still there"

say "2. with what every desktop has: a double click opens the file"
debian desktop "$depends, ${desktop// /, }"
cp "$deb" "$root/tmp/evenkeel.deb"
inside dpkg -i /tmp/evenkeel.deb > "$out/dpkg.log" 2>&1 || fail "dpkg: $(cat "$out/dpkg.log")"
inside evenkeel new /srv/clicked.evenkeel --model closed-api > /dev/null
kind=$(inside gio info -a standard::content-type /srv/clicked.evenkeel | sed -n 's/.*content-type: //p')
by=$(inside xdg-mime query default application/vnd.evenkeel+json)
echo "   clicked.evenkeel is $kind, opened by $by"
[ "$kind $by" = "application/vnd.evenkeel+json org.evenkeel.Evenkeel.desktop" ] || fail "wrong association"
inside sh -c "gio open /srv/clicked.evenkeel; $until_closed" & shown "clicked.*Evenkeel" deb-double-click
wait $! || true
inside dpkg -r evenkeel > /dev/null
[ -z "$(inside xdg-mime query default application/vnd.evenkeel+json)" ] || fail "the association is still there"
echo "   removed, association gone"

say "3. the .run file, for a person without root"
inside useradd -m -d /srv/person person
cp "$run" "$root/tmp/evenkeel.run"
before=$(everything)
time person sh /tmp/evenkeel.run --quiet
person env -u DISPLAY /srv/person/.local/bin/evenkeel --self-test
every_subcommand person /srv/person/.local/bin/evenkeel
person /srv/person/.local/bin/evenkeel new /srv/person/mine.evenkeel --model maas-resale > /dev/null
[ "$(person xdg-mime query default application/vnd.evenkeel+json)" = org.evenkeel.Evenkeel.desktop ] || fail "no association"
person sh -c "gio open /srv/person/mine.evenkeel; $until_closed" & shown "mine.*Evenkeel" run-double-click
wait $! || true
person sh /tmp/evenkeel.run --quiet  # again, as an upgrade
person /srv/person/.local/opt/evenkeel/uninstall.sh
left=$(diff <(echo "$before") <(everything) | grep '^>' | grep -E "opt|bin/|applications/org|packages/org|icons/.*evenkeel" || true)
[ -z "$left" ] || fail "left behind: $left"
[ -e "$root/srv/person/mine.evenkeel" ] || fail "the comparison is gone"
say "Proven: $(basename "$deb"), $(basename "$run")"
