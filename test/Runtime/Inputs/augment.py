"""augment.py make IMAGES.npz | check IMAGES.npz WEIGHTS SEED EPOCH | plain IMAGES.npz VALUE"""
import json, sys
import numpy as np

M32, M64 = 0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF
f64 = np.float64


def philox(c, k0, k1):
    """Philox4x32-10 of Salmon et al., SC 2011."""
    for _ in range(10):
        p0, p1 = 0xD2511F53 * c[0], 0xCD9E8D57 * c[2]
        c = [(p1 >> 32) ^ c[1] ^ k0, p1 & M32, (p0 >> 32) ^ c[3] ^ k1, p0 & M32]
        k0, k1 = (k0 + 0x9E3779B9) & M32, (k1 + 0xBB67AE85) & M32
    return c


def mix(z):
    z = (z + 0x9E3779B97F4A7C15) & M64
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & M64
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & M64
    return z ^ (z >> 31)


class Draws:
    """Those of the data set's augment of this number; see Random.cpp."""

    def __init__(self, number, seed, epoch, example=0):
        key = 0xCBF29CE484222325
        for byte in f"augment:Images:{number}".encode():
            key = ((key ^ byte) * 0x100000001B3) & M64
        for index in (epoch, example):
            key = mix(key ^ (index + 1))
        self.key, self.draw = mix(seed) ^ key, 0

    def words(self, shape):
        count = int(np.prod(shape))
        words = np.array([philox([e, 0, 0, self.draw], self.key & M32, self.key >> 32)
                          for e in range(count)], np.uint64)
        self.draw += 1
        return (words >> np.uint64(8)).astype(f64)

    def uniform(self, low, high, shape=()):
        return (low + (high - low) * self.words(shape)[:, 0] * 2.0**-24).reshape(shape)

    def normal(self, shape):
        w = self.words(shape)
        z = np.sqrt(-2 * np.log((w[:, 0] + 1) * 2.0**-24)) * np.cos(2 * np.pi * w[:, 1] * 2.0**-24)
        return z.reshape(shape)


def sample(x, y, u):
    h, w = x.shape
    out = np.zeros((h, w))
    for i in range(h):
        for j in range(w):
            top, left = int(np.floor(y[i, j])), int(np.floor(u[i, j]))
            for r in (top, top + 1):
                for c in (left, left + 1):
                    if 0 <= r < h and 0 <= c < w:
                        out[i, j] += x[r, c] * (1 - abs(y[i, j] - r)) * (1 - abs(u[i, j] - c))
    return out


def turn(x, angle, factor):
    """Counterclockwise as one sees it, with row 0 at the top."""
    h, w = x.shape
    y, u = np.mgrid[0:h, 0:w].astype(f64)
    y, u = (y - (h - 1) / 2) / factor, (u - (w - 1) / 2) / factor
    c, s = np.cos(angle), np.sin(angle)
    return sample(x, c * y + s * u + (h - 1) / 2, c * u - s * y + (w - 1) / 2)


def shift(x, down, right):
    h, w = x.shape[1:]
    room = np.pad(x, ((0, 0), (9, 9), (9, 9)))
    return room[:, 9 - down:9 - down + h, 9 - right:9 - right + w]


def gaussian(n, sigma):
    d = (np.arange(n)[:, None] - np.arange(n)[None]) / sigma
    return np.exp(-d * d / 2) / (sigma * np.sqrt(2 * np.pi))


def expected(image, pair, seed, epoch):
    draws = [Draws(i, seed, epoch) for i in range(7)]
    h, w = image.shape
    for most in (2, 1):
        pair = shift(pair, *np.floor(draws[0].uniform(-most, most + 1, (2,))).astype(int))
    noise = [gaussian(h, 1.5) @ draws[4].uniform(-1, 1, (h, w)) @ gaussian(w, 1.5) for _ in range(2)]
    y, u = np.mgrid[0:h, 0:w]
    return {
        "shift": pair,
        "turn": turn(image, draws[1].uniform(-0.7, 0.7), 1),
        "scale": turn(image, 0, draws[2].uniform(0.6, 1.4)),
        "flip": image[::-1] if draws[3].uniform(0, 1) < 0.5 else image,
        "elastic": sample(image, y + 9 * noise[0], u + 9 * noise[1]),
        "noise": image + 0.3 * draws[5].normal((h, w)),
        "bright": image * draws[6].uniform(0.5, 1.5),
    }


def read(path):
    data = open(path, "rb").read()
    size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8:8 + size])
    return {name: np.frombuffer(data[8 + size:][slice(*entry["data_offsets"])], "<f4").reshape(entry["shape"])
            for name, entry in header.items() if name != "__metadata__"}


# A quarter turn takes the pixel right of the middle to above it.
corner = np.zeros((3, 3))
corner[1, 2] = 1
assert np.isclose(turn(corner, np.pi / 2, 1)[0, 1], 1)

if sys.argv[1] == "make":
    random = np.random.default_rng(5)
    np.savez(sys.argv[2], image=random.normal(size=(1, 7, 9)).astype("f4"),
             pair=random.normal(size=(1, 2, 7, 9)).astype("f4"))
    sys.exit()
data = np.load(sys.argv[2])
image, pair = data["image"][0].astype(f64), data["pair"][0].astype(f64)
if sys.argv[1] == "plain":
    last = json.loads(open(sys.argv[3]).read().splitlines()[-1])
    assert abs(last["metrics"]["validation"]["turned"] - image.sum()) < 1e-4, last
    sys.exit()
found = read(sys.argv[3])
for name, value in expected(image, pair, int(sys.argv[4]), int(sys.argv[5])).items():
    off = np.abs(found["seen_" + name] - value).max()
    assert off < 2e-5, f"{name} is off by {off}"
