"""Seeds mistakes into programs and mends them: mistakes.py ROOT FOLDER.

Each of 300 programs is an example with one mistake of a kind that people make,
chosen by a fixed seed among all places where it can be made. Of those that
`nnc check --fix` changes, at least 80 in 100 have to compile afterwards.
"""

import collections
import glob
import os
import random
import re
import shutil
import subprocess
import sys

COUNT = 300
root, folder = sys.argv[1:3]
KEYWORDS = ("along and as assert augment block carry dataset dim edition else emit false field "
            "fn grad hyper if import in it layer let metric model not or param repeat scan state "
            "train training true type update").split()
TYPES = "f16 bf16 f32 f64 i8 i32 i64 bool float int num str fn layer".split()


def misspell(word, generator):
    """One letter left out, doubled, replaced, or two swapped."""
    for _ in range(20):
        at = generator.randrange(len(word))
        kind = generator.choice(["drop", "double", "replace", "swap"])
        if kind == "drop":
            result = word[:at] + word[at + 1:]
        elif kind == "double":
            result = word[:at] + word[at] + word[at:]
        elif kind == "replace":
            result = word[:at] + generator.choice("abcdefghijklmnopqrstuvwxyz") + word[at + 1:]
        else:
            result = word[:at] + word[at:at + 2][::-1] + word[at + 2:]
        if result != word and re.fullmatch(r"[A-Za-z_]\w*", result) and result not in KEYWORDS:
            return result
    return word + word[-1]


def word_at(pattern, accept=lambda word, match: True):
    """A mistake: one of the words that group 1 of a pattern finds is misspelt."""
    def mistake(text, generator):
        found = [m for m in re.finditer(pattern, text, re.M) if accept(m[1], m)]
        if not found:
            return None
        m = generator.choice(found)
        return text[:m.start(1)] + misspell(m[1], generator) + text[m.end(1):]
    return mistake


def replaced(pattern, new):
    """A mistake: one match of a pattern becomes something else."""
    def mistake(text, generator):
        found = list(re.finditer(pattern, text, re.M))
        if not found:
            return None
        m = generator.choice(found)
        return text[:m.start()] + (new(m, generator) if callable(new) else m.expand(new)) + text[m.end():]
    return mistake


def value_names(word, match):
    before = match.string[:match.start(1)]
    return (len(word) > 2 and word not in KEYWORDS and word not in TYPES
            and not re.search(r"(let|hyper|dim|param|state|emit|as|fn|metric|field|layer|augment) $", before))


MISTAKES = {
    "a misspelt value": word_at(r"(?<![\w.\"])([a-z_]\w{2,})\b(?! *[=:(]|\w*\")", value_names),
    "a misspelt function": word_at(r"(?<![\w.])([a-z_]\w{2,})\((?=[^)])",
                                   lambda word, m: word not in KEYWORDS + TYPES and value_names(word, m)),
    "a misspelt layer": word_at(r"\|> ([A-Z]\w+)\("),
    "a misspelt model": word_at(r"^train ([A-Z]\w+)"),
    "a misspelt key": word_at(r"^  ([a-z_]{4,}) = "),
    "a misspelt argument": word_at(r"[(,] ?([a-z_]{3,}) = "),
    "a misspelt dim": word_at(r"\[(?:[^\]\n\"]*, )?([a-z]{3,})[\],]"),
    "a misspelt type": word_at(r": ([fi](?:32|64)|float|int|num)\b"),
    "a misspelt declaration": word_at(r"^(model|dataset|train|block|hyper|dim)\b"),
    "a misspelt statement": word_at(r"^  (let|field|metric|param|state|layer|update)\b"),
    "a misspelt unit": word_at(r"\b\d+(steps|epochs)\b"),
    "a duration without unit": replaced(r"\b(\d+)(?:steps|epochs)\b", r"\1"),
    "a bool without name": replaced(r", (?:bias|causal|nesterov|header) = (true|false)", r", \1"),
    "a number without name": replaced(r", (?:kernel|stride|pad) = (\d+)", r", \1"),
    "an axis without name": replaced(r"(mean|sum|argmax)\((\w+), axis = ", r"\1(\2, "),
    "no name for a layer": replaced(r"(\)) as \w+", r"\1"),
    "one name for two layers": lambda text, generator: same_name(text, generator),
    "a wrong width": replaced(r"Dense\((\d+)", lambda m, g: f"Dense({int(m[1]) + g.choice([-1, 1, 2])}"),
    "no closing parenthesis": replaced(r"\)(?= as |$| \|>)", ""),
    "no closing brace": replaced(r"^ *\}\n(?=\n|$)", ""),
    "no opening brace": replaced(r" \{$", ""),
    "a brace too many": replaced(r"^\}$", "}\n}"),
    "a brace on a line of its own": replaced(r" \{$", "\n{"),
    "a real number for an int": replaced(r"(: int = \d+|Dense\(\d+|batch = \d+|epochs = \d+|kernel = \d+)\b(?![.\w])",
                                         r"\1.0"),
    "an untyped real for an int": replaced(r"^(hyper \w+): int = (\d+)$", r"\1 = \2.0"),
    "no let": replaced(r"^(  )let (?=\w+ = )", r"\1"),
    "a let too many": replaced(r"^  (?=(?:loss|optimizer) = )", "  let "),
    "let for a layer": replaced(r"^(  )layer (?=\w+ = )", r"\1let "),
    "no edition": replaced(r"^edition 1\n", ""),
    "an undeclared dim": replaced(r"^dim batch\n", ""),
    "softmax before the loss": replaced(r"^(  loss = cross_entropy\()(\w+)(, )", r"\1softmax(\2)\3"),
    "softmax at the end": replaced(r"^(    \|> Dense\(\d+\) as \w+)\n\}", r"\1\n    |> softmax\n}"),
    "a power as in Python": replaced(r" \^ ", " ** "),
    "an and as in C": replaced(r" and ", " && "),
    "true as in Python": replaced(r"= (true|false)\b", lambda m, g: "= " + m[1].capitalize()),
    "half a number": replaced(r"\b0(\.\d+)", r"\1"),
    "no comma": replaced(r"(\w), (?=\w+ = )", r"\1 "),
    "no as": replaced(r"\) as (\w+)$", r") \1"),
    "a name for a function": replaced(r"\|> (relu|tanh|gelu|flatten)$", r"|> \1 as act"),
    "a stage without it": replaced(r"(\|> \w+\()it, ", r"\1"),
    "no parentheses": replaced(r"(\|> (?:LayerNorm|BatchNorm|PRelu))\(\)", r"\1"),
    "return as in Python": replaced(r"^  (?=x \|> |image$|pixels$)", "  return "),
    "no squeeze": replaced(r"\n    \|> squeeze\(it, axis = -1\)", ""),
    "a weight not transposed": replaced(r"(weight\w*)\.T", r"\1"),
    "a wrong case": replaced(r"^(hyper |  let )([a-z]+)_([a-z])(?=\w* )", lambda m, g: m[1] + m[2] + m[3].upper()),
    "a rate as a key": replaced(r"^  optimizer = \w+\((\w+|[\d.e-]+)\)$", r"  learning_rate = \1"),
}


def same_name(text, generator):
    """Two layers of one body get one name."""
    names = list(re.finditer(r"\) as (\w+)", text))
    pairs = [(a, b) for a, b in zip(names, names[1:]) if "\n}" not in text[a.start():b.start()]]
    if not pairs:
        return None
    a, b = generator.choice(pairs)
    return text[:b.start(1)] + a[1] + text[b.end(1):]


def nnc(*arguments):
    return subprocess.run(["nnc", *arguments], capture_output=True, text=True)


def main():
    examples = os.path.join(root, "examples")
    copies = os.path.join(folder, "examples")
    shutil.copytree(examples, copies, ignore=shutil.ignore_patterns("*.md", "*.png", "*.sh"))
    programs = sorted(os.path.relpath(path, examples)
                      for path in glob.glob(os.path.join(examples, "**", "*.nn"), recursive=True))
    generator = random.Random(6)
    seeded, seen = [], set()
    kinds = sorted(MISTAKES)
    while len(seeded) < COUNT:
        kind = kinds[len(seeded) % len(kinds)]
        for _ in range(200):
            name = generator.choice(programs)
            with open(os.path.join(examples, name), encoding="utf-8") as file:
                text = file.read()
            head = text.index("edition")  # comments at the top stay
            wrong = MISTAKES[kind](text[head:], generator)
            if wrong is None or (name, wrong) in seen:
                continue
            seen.add((name, wrong))
            path = os.path.join(copies, os.path.dirname(name), "mistake.nn")
            with open(path, "w", encoding="utf-8") as file:
                file.write(text[:head] + wrong)
            check = nnc("check", path)
            if check.returncode or "warning" in check.stderr:
                seeded.append((kind, name, path, check))
                break
        else:
            kinds.remove(kind)
            continue
        kind, name, path, check = seeded[-1]
        fix = nnc("check", "--fix", path)
        changed = bool(fix.stdout)
        # A new mistake must not make the next one harder to see.
        good = fix.returncode == 0 and "warning" not in fix.stderr
        seeded[-1] = (kind, name, changed, good, check.stderr, fix.stdout + fix.stderr)
        os.remove(path)
    table = collections.defaultdict(lambda: [0, 0, 0])
    for kind, _, changed, good, before, after in seeded:
        table[kind][0] += 1
        table[kind][1] += changed
        table[kind][2] += changed and good
        if "-v" in sys.argv and not (changed and good):
            print(f"--- {kind}\n{before}\n... after\n{after}")
    for kind, (all_of, changed, good) in sorted(table.items()):
        print(f"{kind}: {all_of} seeded, {changed} changed, {good} right")
    changed = sum(row[1] for row in table.values())
    good = sum(row[2] for row in table.values())
    print(f"{len(seeded)} mistakes, {changed} changed, {good} right: {100 * good / changed:.1f} in 100")
    assert changed >= 200, "too few are mended"
    assert good >= 0.8 * changed, "too many are mended wrongly"
    print("the bar is met")


main()
