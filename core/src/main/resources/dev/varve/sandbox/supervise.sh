# Outlives who started it, and writes down how the command came out.
#   $1 the sandbox's folder   $2... the command
state=$1
shift
read -r pid _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ start _ </proc/self/stat
echo "supervisor $pid $start" >>"$state/status"
"$@"
code=$?
echo $code >"$state/exit.new" && mv "$state/exit.new" "$state/exit"
exit $code
