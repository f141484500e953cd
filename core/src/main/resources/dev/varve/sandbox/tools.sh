# Goes into a container with no more of the host than the programs that this takes: where there is but one user, nothing
# keeps the container's processes from the root of what comes in.
#   $1 the container's process   $2... what joins its other namespaces, but for --root and --wd   --   a command
target=$1
shift
join=
while [ "$1" != -- ]; do
  join="$join $1"
  shift
done
shift
# hides a folder that every system has, in a mount namespace of this process' own
cd /tmp && mount -t tmpfs -o mode=755 tools /tmp && cd /tmp || exit
for folder in bin sbin lib lib32 lib64 libx32 usr nix gnu; do
  if [ -L "/$folder" ]; then
    cp -P "/$folder" . || exit
  elif [ -d "/$folder" ]; then
    mkdir "$folder" && mount --rbind "/$folder" "$folder" || exit
    mount -o remount,bind,ro "$folder" 2>/dev/null || :
  fi
done
mkdir proc && nsenter "--target=$target" --pid mount -t proc proc proc || exit
mkdir dev dev/pts etc && mount -t devpts -o newinstance,ptmxmode=0666 devpts dev/pts && ln -s pts/ptmx dev/ptmx || exit
: >dev/null && mount --bind /dev/null dev/null || exit
if [ -e /etc/ld.so.cache ]; then
  : >etc/ld.so.cache && mount --bind /etc/ld.so.cache etc/ld.so.cache || exit
fi
# this process stays, or the namespace would go, and what is mounted in it; it has nothing to say of how the program ends
exec 9>&2 2>/dev/null
# shellcheck disable=SC2086 # words without spaces
(exec nsenter "--target=$target" $join --root=/tmp "--wd=/proc/$target/root" "$@" 2>&9 9>&-)
exit $?
