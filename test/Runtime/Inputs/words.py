"""Writes texts.tsv: sentences of 1 to 12 words, labelled 1 where they have more
of `up` than of `down`. Draws are Philox's of nothing: a small generator."""

import sys

state = 1


def draw(limit):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return (state >> 33) % limit


rest = ["the", "way", "goes", "on", "r\u00e9sum\u00e9", "hill", "and"]
with open(sys.argv[1], "w", encoding="utf-8") as file:
    for _ in range(int(sys.argv[2])):
        kind = draw(2)
        words = [rest[draw(len(rest))] for _ in range(1 + draw(12))]
        for _ in range(1 + len(words) // 3):
            words[draw(len(words))] = ["down", "up"][kind]
        file.write(" ".join(words) + f"\t{kind}\n")
