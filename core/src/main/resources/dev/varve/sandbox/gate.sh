# Runs with the program's rights; waits until the root is the container's, then becomes the program.
#   $1 the working directory   $2... variables   an empty argument   the program
#   variables that no shell can have, with an argument 'env' before them, or one empty argument   the command
# 2 is where the sandbox's errors go, 6 says that this has started, 7 waits, 8 is the program's 2, 9 is the status.
echo >&6
read -r go <&7
[ "$go" = go ] || exit 125
unset go state root
cd -- "$1" || exit 125
unset PWD OLDPWD SHLVL LC_ALL PATH _
shift
while [ -n "$1" ]; do
  export "$1"
  shift
done
shift

refuse() {
  echo "exec: \"$2\": $3" >&2
  echo "refused $1" >&9
  exit "$1"
}

case $1 in
  */*)
    [ -e "$1" ] || refuse 127 "$1" 'no such file or directory'
    [ ! -d "$1" ] || refuse 126 "$1" 'is a directory'
    [ -x "$1" ] || refuse 126 "$1" 'permission denied'
    ;;
  *) command -v "$1" >/dev/null || refuse 127 "$1" "executable file not found in \$PATH" ;;
esac
shift
if [ -n "$1" ]; then
  shift
  if [ -x /usr/bin/env ]; then
    set -- /usr/bin/env "$@"
  elif [ -x /bin/env ]; then
    set -- /bin/env "$@"
  else
    echo "the image has no program 'env' to set '${1%%=*}' with; install crun to do without" >&2
    exit 125
  fi
else
  shift
fi
echo started >&9
exec 2>&8 6>&- 7>&- 8>&- 9>&-
exec "$@"
