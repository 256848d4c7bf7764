#!/usr/bin/env bash
# Kills at random instants while somebody reads on the page: nothing that it said is kept is lost. KILLS (20) says how many.
. "$(dirname "$0")/lib.sh"
small_sheet 6
# Enough to read for any number of kills.
awk -F'\t' -v OFS='\t' 'NR == 1 { print "id", "text", "repeat"; next } { gsub(/\[[a-z_]+ : |\]/, "", $2); print $1, $2, 500 }' \
    "$work/sheet/en-US.tsv" >"$work/en-US.tsv"
mv "$work/en-US.tsv" "$work/sheet/en-US.tsv"
python3 "$root/tests/real/page_kills.py" "$booth" "$work/sheet" "$work/speech" "$work/page" "${KILLS:-20}" 5
