#!/bin/bash
# Runs a command in a Debian root folder, with mounts, processes and network of its own; needs root.
#     in_root.sh ROOT [--with-network] COMMAND...
# Without --with-network there is nothing but an empty loopback: nothing can be reached. BINDS names folders that are
# seen inside at the same path. Whatever the command leaves running ends with it.
set -eu
root=$1 network=--net
shift
if [ "$1" = --with-network ]; then
    network=
    shift
    cp /etc/resolv.conf /etc/hosts "$root/etc/"
fi
exec unshare --mount --pid --fork $network --mount-proc="$root/proc" bash -c '
root=$1; shift
mount -t tmpfs none "$root/dev"
for device in null zero random urandom full tty; do touch "$root/dev/$device"; mount --bind "/dev/$device" "$root/dev/$device"; done
mkdir -p "$root/dev/shm" "$root/dev/pts"
mount -t tmpfs none "$root/dev/shm"
for folder in ${BINDS:-}; do mkdir -p "$root$folder"; mount --rbind "$folder" "$root$folder"; done
exec chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive ${DISPLAY:+DISPLAY=$DISPLAY} "$@"' _ "$root" "$@"
