#!/usr/bin/env bash
# The same batch under GNU parallel, on this machine or, with --sshlogin, on several that share the folder.
#
#   bash parallel.sh MAINSTAY CASE VARIANTS FOLDER COUNT [OPTIONS OF PARALLEL…]
#
# A part that is killed is tried again, and goes on where it was.
set -euo pipefail
mainstay=$1 case=$2 variants=$3 folder=$4 count=$5
shift 5
mkdir -p "$folder"
# 1 says that some variants met a limit: they have their rows, and trying again would change nothing.
part() {
  local status=0
  "$1" batch "$2" --variants "$3" --output "$4/part-$6.sqlite" --shard "$6/$5" --workers 1 --quiet >"$4/part-$6.log" 2>&1 || status=$?
  return "$((status == 1 ? 0 : status))"
}
export -f part
parallel --env part --retries 3 "$@" part "$mainstay" "$case" "$variants" "$folder" "$count" ::: $(seq "$count")

parts=()
for number in $(seq "$count"); do parts+=("$folder/part-$number.sqlite"); done
"$mainstay" batch-merge "$folder/all.sqlite" "${parts[@]}"
