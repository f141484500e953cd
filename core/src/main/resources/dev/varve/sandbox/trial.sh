# Tries out what every container needs, and says of each thing that it is there. In the namespaces of a container.
#   $1 a folder of the store, which is removed   $2 further options of the overlay
cd "$1" || exit
trap 'cd / && umount -l "$1/root/proc" "$1/root" 2>/dev/null; rm -rf "$1"' EXIT
echo namespaces
mkdir lower lower/proc upper work root || exit
mount -t overlay -o "lowerdir=lower,upperdir=upper,workdir=work$2" overlay root || exit
echo overlay
mount -t proc proc root/proc || exit
echo proc
case $(tar --version) in
  *'GNU tar'*) echo tar ;;
esac
