#!/usr/bin/env bash
# Fuzzes every target in turn:
#
#   fuzz/run.sh MINUTES [TARGET…]      minutes for each target; 0 for a few seconds only
#
# Needs cargo-fuzz (`cargo install cargo-fuzz`) and a C++ compiler; a stable toolchain will do. What is found beyond the seeds goes
# to fuzz/found, what breaks something to fuzz/artifacts.
set -euo pipefail
cd "$(dirname "$0")"

minutes=${1:-10}
shift || true
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(text html docx docx_parts pdf json middle)
seconds=$((minutes * 60))
[ "$seconds" -gt 0 ] || seconds=10

# A switch of the compiler that only cargo-fuzz asks for; nothing of the crates needs it. Cargo-fuzz looks for its target directory
# in this folder.
export RUSTC_BOOTSTRAP=1
unset CARGO_TARGET_DIR

cargo fuzz build --sanitizer none
for target in "${targets[@]}"; do
    echo "== $target, $seconds s"
    mkdir -p "found/$target"
    words=()
    [ ! -f "dictionaries/$target.dict" ] || words=("-dict=dictionaries/$target.dict")
    # A report has 5 to 150 KB; the seeds are shorter, so that a mutation hits something.
    cargo fuzz run --sanitizer none "$target" "found/$target" "corpus/$target" -- \
        "${words[@]}" -max_total_time="$seconds" -max_len=32768 -rss_limit_mb=2048 -timeout=20 -print_final_stats=1 2>&1 |
        grep -E --line-buffered 'ERROR|panicked|SUMMARY|^stat::number_of_executed|^stat::peak_rss|Test unit written|crash|Done' || true
done

if compgen -G 'artifacts/*/*' > /dev/null; then
    echo 'Inputs that broke something, in fuzz/artifacts:'
    printf '  %s\n' artifacts/*/*
    echo 'Copy each to fuzz/crashes/TARGET/ once it is mended: the ordinary tests try them from then on.'
    exit 1
fi
