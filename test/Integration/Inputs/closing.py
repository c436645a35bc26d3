"""closing.py LOG EXPRESSION...: the closing JSON objects of a log, in order, each
satisfy their expression. In it the object's members are names: `stopped`,
`metrics.test.accuracy`."""
import json
import sys
from types import SimpleNamespace


def members(value):
    if isinstance(value, dict):
        return SimpleNamespace(**{k: members(v) for k, v in value.items()})
    return value


log, expressions = sys.argv[1], sys.argv[2:]
objects = [json.loads(line) for line in open(log) if line.startswith("{")]
assert len(objects) == len(expressions), (len(objects), len(expressions))
for item, expression in zip(objects, expressions):
    assert eval(expression, vars(members(item))), (expression, item)
