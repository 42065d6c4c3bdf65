#!/bin/sh
# Tells the desktop what has changed below a data folder; where a desktop lacks one of these it does not need it.
for step in "update-mime-database $1/mime" "update-desktop-database $1/applications" "gtk-update-icon-cache -qtf $1/icons/hicolor"; do
    if command -v "${step%% *}" > /dev/null; then $step > /dev/null 2>&1 || true; fi
done
