# The first process of the container's pid namespace, still with all rights and the host's root: makes the mounts.
# mounts.sh is above it; what calls these functions stands below.
umask 022
exec 2>>"$state/errors" 9>>"$state/status" 6>"$state/ready" 7<>"$state/go"
# Fills /dev with the links of the folder $1, which are copied meanwhile, and files for devices to be mounted on.
devices() {
  cd "$root/dev" || exit
  cp -P "$1"/* . &
  copying=$!
  shift
  for file in "$@"; do
    : >"$file" || exit
  done
}

# Root of a user namespace cannot write to the file.
host_name() {
  echo "$1" 2>/dev/null >/proc/sys/kernel/hostname || hostname "$1" 2>/dev/null || :
}

loopback() {
  ip link set lo up 2>/dev/null || ifconfig lo up 2>/dev/null || :
}

# Lets the user $1 open the pipes that it writes to by their names in /dev, as runc does.
give_streams() {
  for fd in 0 1 8; do
    if [ -p "/dev/fd/$fd" ]; then
      chown "$1" "/dev/fd/$fd" 2>/dev/null || :
    fi
  done
}

# The fields of /proc/self/stat that tell this process from another of its number; /proc is the host's still.
tell_process() {
  read -r pid _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ start _ </proc/self/stat
  echo "process $pid $start" >&9
}
