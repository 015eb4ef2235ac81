#!/usr/bin/env bash
# What the loss of each site would cost, from a shell with jq: one process answers for all of them.
#
#   bash Examples/scripts/losses.sh MAINSTAY CASE
#
# Prints a line a site that the plan uses, the dearest loss first: site, status, total cost, what that is more than now, and the share of
# demand that is met, parted by tabs. A site whose loss leaves no layout comes first.
set -euo pipefail
mainstay=$1
case=$2

request='{schema: "mainstay/request/1", id: ., edits: (if . == "(none)" then [] else
  [{do: "delete", table: "capabilities", where: {site: .}}] end), options: {gap: 0.001}}'

"$mainstay" plan "$case" --json --quiet |
  jq --compact-output "[\"(none)\"] + [.sites[] | select(.open) | .site] | .[] | $request" |
  "$mainstay" batch "$case" --stdin --quiet |
  jq --slurp --raw-output '
    (map(select(.error)) | if length > 0 then .[0].error.message | halt_error(1) else empty end),
    (map(select(.id == "(none)"))[0].total_cost) as $now |
    map(select(.id != "(none)")) | sort_by(-(.total_cost // infinite)) | .[] |
    [.id, .status] + if .total_cost then
      [(.total_cost | round), (.total_cost - $now | round), (.expected_service * 1000 | round / 10 | tostring) + " %"]
    else ["", "", ""] end | @tsv'
