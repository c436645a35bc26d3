"""rates.py OUT PEAK: the rates in OUT/SECTION/statistics.jsonl are those that the
formulas of rates.nn give, calculated in f64."""
import json
import math
import sys

out, peak = sys.argv[1], float(sys.argv[2])


def warmup_cosine(step, warmup=4, total=12):
    floor = peak / 10
    if step < warmup:
        return peak * step / warmup
    part = min(1, (step - warmup) / (total - warmup))
    return floor + 0.5 * (peak - floor) * (1 + math.cos(math.pi * part))


formulas = {
    "scheduled": warmup_cosine,
    "signs": lambda step: peak * 0.5 ** (step // 3),
    "slow": lambda step: 0.25,
}
for section, formula in formulas.items():
    lines = [json.loads(line) for line in open(f"{out}/{section}/statistics.jsonl")]
    assert [line["step"] for line in lines] == list(range(1, 13))
    for line in lines:
        rate = formula(line["step"])
        assert abs(line["learning_rate"] - rate) <= 1e-14, (section, line["step"], line["learning_rate"], rate)
    print(f"{section}: {len(lines)} rates")
