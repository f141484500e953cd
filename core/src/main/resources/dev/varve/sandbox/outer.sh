# The first process of the outer pid namespace. When it dies, and it dies with whoever started it, the kernel ends all
# that is in the container, whatever that did to its own credentials.
#
#   $1 the sandbox's folder   $2 the host's root, by a path that does not change with this namespace
#   $3 how to mount the terminals of the container, or empty for none   $4 not empty where nobody types
#
# The program must be the first process of its own pid namespace, have no right but its own and see no file of the host,
# but only the host's programs can take rights away, and they need the host's files to start. So a shell that has lost
# its rights already (gate.sh) waits until another process, which has kept them, has swapped the root under it.
state=$1
exec 8>&2 2>>"$state/errors"
umask 077
mkfifo "$state/ready" "$state/entered" "$state/go" || exit

# Its root is the host's, so it still has umount when the root of this namespace is gone; its folder is the root of this
# namespace, and becomes the new root with everything else's.
leave='
  echo >"$1/entered"
  if read -r _ && umount -c -l dev; then
    echo go >"$1/go"
  else
    echo failed >"$1/go"
  fi'
{
  # open to both sides, so that nobody waits for the other to open it
  exec 3<>"$state/ready"
  read -r _ <"$state/entered"
  read -r _ <&3
  pivot_root "$state/root" "$state/root/dev" && echo swapped
} 5<&- 8>&- | {
  nsenter "--root=$2" --wd=/ sh -c "$leave" sh "$state" || echo failed >"$state/go"
} 8>&- &

if [ -n "$3" ]; then
  # script takes a terminal of those that the container will have, and what it starts is the first process there
  mount -t devpts -o "$3" devpts /dev/pts || exit
  if [ -n "$4" ]; then
    # else the terminal would be told that the typing is over
    mkfifo "$state/silence" && exec 0<>"$state/silence" || exit
  fi
  export state
  unshare --pid script -qefc 'exec sh "$state/inner"' /dev/null 5<&- 8>&-
  exit $?
fi
# a shell waits for the program: unshare would take one that was killed for one that failed
exec unshare --pid sh -c '(. "$1"); exit $?' sh "$state/inner" 5<&-
