"""best.py LOG METRICS REASON: the run ended for the reason, and the validation
loss it closes with is the smallest of all, not the last."""
import json
import sys

log, metrics, reason = sys.argv[1:]
closing = json.loads(open(log).read().splitlines()[-1])
lines = [json.loads(line) for line in open(metrics)]
losses = [line["validation"]["loss"] for line in lines]
assert closing["stopped"] == reason, closing["stopped"]
assert closing["metrics"]["validation"]["loss"] == min(losses), (closing, min(losses))
assert losses[-1] > min(losses), "the test needs a last epoch that is not the best"
assert closing["epochs"] == lines[-1]["epoch"]
if reason == "early_stop":
    best = losses.index(min(losses))
    assert len(losses) == best + 3, (best, len(losses))  # Two epochs of patience.
