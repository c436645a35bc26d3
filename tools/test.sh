#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test. The last line is
# "N passed, N failed". With --full the examples are trained to the accuracies
# they state, which takes hours. Other arguments are lit's.
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
install_packages "${test_packages[@]}"
build_nnc

export NNC_DATA=${NNC_DATA:-$root/../shared/data}
[ -d "$NNC_DATA" ] || unset NNC_DATA
report=$build/test/report.json
echo "== testing"
if [ "${1-}" = --full ]; then
  shift
  set -- --param full=1 "$@"
fi
status=0
"$(llvm-config-22 --bindir)/lit" -sv --output "$report" "$build/test" "$@" || status=$?

python3 - "$report" <<'PY'
import json, sys
tests = json.load(open(sys.argv[1]))["tests"]
codes = [t["code"] for t in tests]
good = sum(c in ("PASS", "XFAIL", "FLAKYPASS") for c in codes)
skipped = sum(c in ("UNSUPPORTED", "SKIPPED", "EXCLUDED") for c in codes)
bad = len(codes) - good - skipped
print(f"{good} passed, {bad} failed" + (f", {skipped} skipped" if skipped else ""))
sys.exit(bad != 0 or good == 0)
PY
exit $status
