"""Inputs that facts.nn takes and refuses, or what it makes of them:
facts.py make FOLDER | check FOLDER."""

import json
import os
import struct
import sys

import numpy as np

x = np.arange(24, dtype=np.float32).reshape(2, 6, 2)
y = x**2
flat = np.array([0, 3, 1, 2, 0, 0], np.float32)
image = np.array([[1, 0, 0], [0, 1, 1]], np.float32)
given = {"x": x, "y": y, "flat": flat, "image": image}
cases = {
    "good": given,
    "steps": given | {"y": y[:, :5]},
    "odd": given | {"x": x[:, :5], "y": y[:, :5]},
    "places": given | {"flat": flat[:5]},
    # Far more elements than there are places, none of them an index.
    "many": given | {"image": np.full((8, 8), 1e9, np.float32)},
}

if sys.argv[1] == "make":
    for name, arrays in cases.items():
        folder = os.path.join(sys.argv[2], name)
        os.makedirs(folder)
        for key, value in arrays.items():
            np.save(os.path.join(folder, key + ".npy"), value)
    header = json.dumps({"scale": {"dtype": "F32", "shape": [], "data_offsets": [0, 4]}}).encode()
    with open(os.path.join(sys.argv[2], "w.safetensors"), "wb") as file:
        file.write(struct.pack("<Q", len(header)) + header + struct.pack("<f", 2))
else:
    found = np.load(os.path.join(sys.argv[2], "out.npz"))
    table = image + flat.reshape(2, 3)
    expected = {
        "sum": 2 * (x + y),
        "pairs": x.reshape(2, 3, 4),
        "difference": (x + y)[:, :3] - (x + y)[:, 3:],
        "image": table,
        "total": x.sum() + flat[table.astype(int)].sum(),
    }
    for name, value in expected.items():
        np.testing.assert_allclose(found[name], value, rtol=1e-6, err_msg=name)
    print("equal")
