#!/usr/bin/env bash
# report.sh SHARDS PATIENTS OUT [options of nof1 report]: all shards with GNU parallel, then one folder.
set -euo pipefail
shards=$1 patients=$2 out=$3
shift 3

# It ends with the number of shards that did not end with 0; nof1 merge says which of them are not finished.
parallel --joblog "$out.joblog" --quote nof1 report "$patients" -o "$out.shards/{}" --shard "{}/$shards" --workers 1 \
  --resume --quiet "$@" ::: $(seq "$shards") || true
nof1 merge "$out".shards/* -o "$out"
