# Finds and makes what is to be mounted on in a root file system, $root, and mounts it.
table=

fail() {
  echo "$1" >&2
  exit 125
}

# Adds a line to the table of mounts that `mount_all` makes.
#   $1 source, as the table has it   $2 destination   $3 type   $4 options
add() {
  place=$2
  case $2 in
    *[\\[:space:]]*) place=$(printf %s "$2" | sed 's/\\/\\134/g; s/ /\\040/g; s/\t/\\011/g') ;;
  esac
  table="$table$1 $place $3 $4 0 0
"
}

mount_all() {
  [ -n "$table" ] || return 0
  printf %s "$table" >"$state/table" && mount -a -T "$state/table" || exit
  table=
}

# Goes to the parent of the root's path $1 and leaves its last part in $name, as a process inside would: links do not
# lead out of the root, and folders that are missing are made.
enter() {
  cd -P "$root" || exit
  name=. todo=${1#/} links=0
  while [ -n "$todo" ]; do
    [ "$name" = . ] || descend
    name=${todo%%/*}
    case $todo in
      */*) todo=${todo#*/} ;;
      *) todo= ;;
    esac
    case $name in
      '') name=. ;;
      ..)
        [ "$PWD" = "$root" ] || cd -P .. || exit
        name=.
        ;;
    esac
    if [ -L "./$name" ]; then
      links=$((links + 1))
      [ $links -le 40 ] || fail "too many links on the way to $1"
      link=$(readlink -- "./$name") || exit
      case $link in /*) cd -P "$root" || exit ;; esac
      todo=$link/$todo name=.
    fi
  done
}

descend() {
  if [ ! -d "./$name" ]; then
    mkdir -- "./$name" || exit
    made
  fi
  cd -P "./$name" || exit
}

# Writes down what was made to be mounted on.
made() {
  echo "${PWD#"$root"}/$name" >>"$state/made"
}

# Leaves in $place where the root's path $1 is, and makes a folder there where there is nothing.
folder() {
  enter "$1"
  [ "$name" = . ] || descend
  place=$PWD
}

file() {
  enter "$1"
  if [ ! -e "./$name" ]; then
    : >"./$name" || exit
    made
  fi
  place=$PWD/$name
}

# $1 source   $2 source as mount's table has it   $3 destination   $4 options
bind() {
  if [ -d "$1" ]; then folder "$3"; else file "$3"; fi
  add "$2" "$place" none "$4"
}

tmpfs() {
  folder "$1"
  add tmpfs "$place" tmpfs "$2"
}

working_directory() {
  made() { :; }
  folder "$1"
}
