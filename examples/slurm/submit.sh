#!/bin/bash
# The array, and a merge that waits until every task has ended, well or not: only so a missing shard is reported.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
cd "${1:-.}"
shards=$(sbatch --parsable "$here/array.sbatch")
merge=$(sbatch --parsable --dependency="afterany:$shards" "$here/merge.sbatch")
echo "shards: job $shards; merge: job $merge"
