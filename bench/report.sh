#!/bin/sh
# Replays the last commits of a repository with `varve report`, each time from a cold process, and prints the medians of the wall
# clock, of processors, and of the most memory that it had.
#   bench/report.sh REPOSITORY DOCKERFILE [COMMITS] [RUNS]        VARVE="java -Xmx512m -jar …" is the program, ./varve if not set
# REPOSITORY is a work tree or a bare repository, DOCKERFILE a path in it. Needs GNU time.
set -eu
repository=$1
dockerfile=$2
commits=${3:-300}
runs=${4:-5}
varve=${VARVE:-$(dirname "$0")/../varve}
times=$(mktemp)
trap 'rm -f "$times"' EXIT

run=0
while [ "$run" -lt "$runs" ]; do
  # shellcheck disable=SC2086 # the program may have arguments
  command time -f '%e %U %S %M' -a -o "$times" \
    $varve report "$repository" --file "$dockerfile" --commits "$commits" --format json --output /dev/null
  run=$((run + 1))
done

middle() {
  sort -n | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'
}

echo "$commits commits of $repository, $runs runs; medians"
printf '%8.2f s  %8.2f s of processors  %6.0f MiB\n' \
  "$(awk '{ print $1 }' "$times" | middle)" \
  "$(awk '{ print $2 + $3 }' "$times" | middle)" \
  "$(awk '{ print $4 / 1024 }' "$times" | middle)"
