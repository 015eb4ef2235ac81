#!/usr/bin/env bash
# A batch on Slurm: an array of tasks, and a job that merges their files when all of them have ended well.
#
#   bash submit.sh MAINSTAY CASE VARIANTS FOLDER COUNT
#
# Prints the numbers of both jobs. The paths must mean the same on every node.
set -euo pipefail
mainstay=$1 case=$2 variants=$3 folder=$4 count=$5
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$folder"

parts=()
for number in $(seq "$count"); do parts+=("$folder/part-$number.sqlite"); done
printf -v merge '%q ' "$mainstay" batch-merge "$folder/all.sqlite" "${parts[@]}"

array=$(sbatch --parsable --array="1-$count" --output="$folder/part-%a.log" \
  "$here/array.slurm" "$mainstay" "$case" "$variants" "$folder")
merging=$(sbatch --parsable --job-name=mainstay-merge --dependency="afterok:$array" --output="$folder/merge.log" --wrap="$merge")
echo "$array $merging"
