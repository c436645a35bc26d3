"""Lines of a summary add up to its total; prints some of it."""

import json
import sys

for model in json.load(open(sys.argv[1]))["models"]:
    layers = model["layers"]
    for key in ("parameters", "states", "flops"):
        assert sum(layer[key] for layer in layers) == model[key], key
    assert model["assumed"] == {"time": 16}
    print(f"{model['model']}: {model['parameters']} parameters, {model['states']} states, "
          f"{model['bytes']} bytes, {model['flops']} flops an {model['flops_per']}")
    for layer in layers:
        if "repeats" in layer:
            print(f"{layer['path']}: {layer['layer']}, repeats {layer['repeats']}, "
                  f"shape {layer['outputs'][0]['shape']}")
