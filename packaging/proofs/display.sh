# For the proofs: a display of its own, and what can be seen on it. Sourced, after `here` and `out` are set.
python=${PYTHON:-$here/../../.venv/bin/python}
export DISPLAY=:${PROOF_DISPLAY:-87}

start_display() {  # without a TCP port; the programs under test reach it by its socket
    Xvfb "$DISPLAY" -screen 0 1366x850x24 -nolisten tcp > "$out/xvfb.log" 2>&1 &
    display_process=$!
    for _ in $(seq 100); do [ -S "/tmp/.X11-unix/X${DISPLAY#:}" ] && return; sleep 0.1; done
    echo "The display did not start"; exit 1
}

stop_display() { kill "$display_process" 2> /dev/null || true; }

window_called() {  # waits for a window of this title; says its number
    timeout "${2:-60}" xdotool search --sync --onlyvisible --name "$1" | head -n 1
}

picture() { QT_QPA_PLATFORM=xcb "$python" "$here/screenshot.py" "$out/$1.png" 2> /dev/null && echo "   picture: $out/$1.png"; }

close_window() {  # as a person at the keyboard does
    xdotool windowfocus --sync "$1" key --clearmodifiers ctrl+q
}
