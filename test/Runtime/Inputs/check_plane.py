# check_plane.py RUN: the decision plane has, at each point, the side of the
# threshold that the point's target is on, as a network has that gets all right.
import base64
import json
import sys

answers = json.load(open(sys.argv[1] + "/answers.json"))
assert answers["confusion"]["counts"] == [[2, 0], [0, 2]]
plane = answers["plane"]
side, values = plane["side"], base64.b64decode(plane["values"])
assert len(values) == side * side and len(plane["points"]) == 4
for x, y, target in plane["points"]:
    column = int((x - plane["x"][0]) / (plane["x"][1] - plane["x"][0]) * side)
    row = side - 1 - int((y - plane["y"][0]) / (plane["y"][1] - plane["y"][0]) * side)
    value = plane["least"] + values[row * side + column] / 255 * (plane["most"] - plane["least"])
    assert (value > plane["threshold"]) == (target == 1), (x, y, value)
