# Sourced. How long a part of .ci/run takes, beside the minutes that ops/reference/time.md gives it.
timed_report=()
timed_seconds=0

# timed PART COMMAND…: its status; going over the budget only warns.
timed() {
    local part=$1 began=$SECONDS status=0
    shift
    "$@" || status=$?
    local took=$((SECONDS - began)) budget
    budget=$(budget_of "$part")
    timed_seconds=$((timed_seconds + took))
    timed_report+=("$(printf '%-12s %s of %s min' "$part" "$(in_minutes $took)" "${budget:-no}")")
    [ $took -le $((${budget:-0} * 60)) ] || timed_report[-1]+=": over its budget"
    echo "== ${timed_report[-1]} =="
    return $status
}

# timed_sum: every part, and all of them together.
timed_sum() {
    printf '%s\n' "${timed_report[@]}"
    printf '%-12s %s of %s min\n' together "$(in_minutes $timed_seconds)" "$(budget_of together)"
}

budget_of() { sed -n "s/^| $1 | \([0-9]*\) |.*/\1/p" ops/reference/time.md; }
in_minutes() { printf '%d:%02d' $(($1 / 60)) $(($1 % 60)); }
