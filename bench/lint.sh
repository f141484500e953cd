#!/bin/sh
# Lints files with Varve, and with hadolint and tally where their programs are named, in turn, and prints seconds of the wall clock
# and of processors, and the ratio to Varve's.
#   bench/lint.sh FOLDER [RUNS]        VARVE="java -jar …" HADOLINT=… TALLY=… are the programs; VARVE is ./varve if not set
set -eu
folder=$1
runs=${2:-3}
varve=${VARVE:-$(dirname "$0")/../varve}
list=$(mktemp)
times=$(mktemp)
trap 'rm -f "$list" "$times"' EXIT
find "$folder" -type f >"$list"

# Runs a program on all files and notes its real, user and system seconds.
timed() {
  name=$1
  shift
  start=$(date +%s.%N)
  # a linter that finds something fails
  xargs -a "$list" -n 100000 sh -c '"$@" >/dev/null 2>&1 || true; times' sh "$@" | tail -n 1 >"$times.cpu"
  end=$(date +%s.%N)
  awk -v name="$name" -v start="$start" -v end="$end" '
    function seconds(text) { split(text, part, /[ms]/); return part[1] * 60 + part[2] }
    { printf "%s %.2f %.2f\n", name, end - start, seconds($1) + seconds($2) }' "$times.cpu" >>"$times"
  rm -f "$times.cpu"
}

run=0
while [ "$run" -lt "$runs" ]; do
  timed varve $varve lint --shellcheck off --format json
  [ -z "${HADOLINT:-}" ] || timed hadolint $HADOLINT --no-fail -f json
  [ -z "${TALLY:-}" ] || timed tally $TALLY lint --slow-checks=off --format json
  run=$((run + 1))
done

echo "$(wc -l <"$list") files, $runs runs; medians"
for name in varve hadolint tally; do
  grep "^$name " "$times" | sort -k2 -n | awk -v name="$name" '
    { wall[NR] = $2; cpu[NR] = $3 }
    END { if (NR) { m = int((NR + 1) / 2); printf "%-9s %8.2f s  %8.2f s of processors\n", name, wall[m], cpu[m] } }'
done
