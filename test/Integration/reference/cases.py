"""The programs of programs.test: how they are compiled, and what they are fed."""

from dataclasses import dataclass, field

STEPS = 20


@dataclass
class Case:
    program: str
    fields: dict  # name: (shape, classes or 0), the model's input first
    sets: str = ""  # --set NAME=VALUE, for small sizes
    section: int = 0
    batch: int = 4
    edits: dict = field(default_factory=dict)  # what would make a step random or coarse
    free: str = ""  # paths that have no gradient: rounding alone moves them
    real: bool = False  # fields that are drawn as classes are floats


LABEL = {"label": ([], 10)}
ROW = {"pixels": ([64], 0)} | LABEL
ROWS = {"image": ([28, 28], 0)} | LABEL
HOUSES = {"features": ([8], 0), "target": ([], 0)}
NO_MIXING = {"  precision = mixed(compute = \"bf16\")\n": ""}

CASES = {
    "1-and": Case("1-perceptron", {"x": ([2], 2), "target": ([], 2)}, batch=1, real=True),
    "2-xor": Case("2-xor", {"x": ([2], 0), "target": ([], 2)}, real=True),
    "3-mnist": Case("3-mnist", ROWS, "hidden=6"),
    "4-lenet": Case(
        "4-lenet", {"image": ([1, 28, 28], 0)} | LABEL, "drop=0",
        edits={"  augment image = image |> random_shift(it, pixels = 2) |> random_rotate(it, max = 10deg)\n": ""}),
    "5-resnet-cifar": Case(
        "5-resnet-cifar", {"image": ([3, 32, 32], 0)} | LABEL, "depth=1", batch=3,
        edits=NO_MIXING | {
            "  augment image = image |> random_crop(it, pad = 4) |> random_flip(it, axis = -1)\n": ""}),
    "7-tiny-gpt": Case("7-tiny-gpt", {"tokens": ([9], 11), "next": ([9], 11)},
                       "vocab=11 context=9 width=8 heads=2 layers=2 drop=0", edits=NO_MIXING),
    "8-houses": Case("8-houses", HOUSES, batch=8),
    "autoencoder": Case("autoencoder/autoencoder", {"pixels": ([64], 0)}, "code=4"),
    "deep_residual": Case("deep_residual/deep", ROW, "layers=3"),
    "depth-plain": Case("depth/plain", ROW, "layers=3"),
    "depth-skips": Case("depth/skips", ROW, "layers=3"),
    "diabetes": Case("diabetes/diabetes", {"measured": ([10], 0), "progression": ([], 0)}, batch=8),
    "digits": Case("digits/digits", ROW, "hidden=6"),
    "efficient": Case("efficient/efficient", ROW),
    "efficient-usual": Case("efficient/efficient", ROW, section=1),
    "iris": Case("iris/iris", {"lengths": ([4], 0), "species": ([], 3)}, batch=8),
    "lenet": Case("lenet/lenet", {"image": ([1, 28, 28], 0)} | LABEL, "drop=0"),
    "resnet": Case("resnet/resnet", {"image": ([1, 28, 28], 0)} | LABEL, "depth=1", batch=3),
    "mnist-augmented": Case(
        "mnist/augmented", ROWS, "hidden=6",
        edits={"    |> random_elastic(it, alpha = 36, sigma = 6)\n    |> random_rotate(it, max = 8deg)\n"
               "    |> random_scale(it, max = 0.08)\n": ""}),
    "rows-gru": Case("rows/gru", ROWS, "hidden=4"),
    "rows-lstm": Case("rows/lstm", ROWS, "hidden=4"),
    "rows-rnn": Case("rows/rnn", ROWS, "hidden=4"),
    "transfer-digits": Case("transfer/transfer", ROW, "hidden=5"),
    "transfer-parity": Case("transfer/transfer", ROW, "hidden=5", section=1),
    "transformer": Case("transformer/encoder", ROWS, "width=8 heads=2 layers=2 drop=0",
                        free="attn.k.bias"),
    "vae": Case("vae/vae", {"image": ([28, 28], 2)}, "hidden=6 latent=3", real=True,
                edits={"normal(like = center)": "0.3"}),
}
