"""What the tests leave out: coverage.py ROOT.

Every code of a diagnostic in the sources is expected by a line of a test and
explained in docs/Language.md; every rule of the language's design has a test
that is named after it.
"""

import glob
import os
import re
import sys

root = sys.argv[1]
CODE = re.compile(r"\b[EW]\d{4}\b")


def text(*patterns):
    for pattern in patterns:
        for path in glob.glob(os.path.join(root, pattern), recursive=True):
            with open(path, encoding="utf-8") as file:
                yield file.read()


emitted = {code for source in text("lib/**/*.cpp", "tools/**/*.cpp")
           for code in re.findall(r'"([EW]\d{4})"', source)}
# An expectation, such as `# CHECK: error[E0101]: ...` or `EXPECT_EQ(code, "E0101")`.
expected = {code for test in text("test/**/*.nn", "test/**/*.test", "test/Unit/**/*.cpp")
            for line in test.splitlines() if re.match(r"(# )?[A-Z0-9-]+: |.*EXPECT", line)
            for code in CODE.findall(line)}
documented = {code for page in text("docs/Language.md") for code in CODE.findall(page)}
rules = {f"{rule:02}" for rule in range(1, 73)}
tested = {os.path.basename(path)[4:6]
          for path in glob.glob(os.path.join(root, "test/Frontend/Sema/rule*.nn"))}

assert len(emitted) > 25, emitted
for what, missing in {"codes without a test": emitted - expected,
                      "codes that Language.md does not explain": emitted - documented,
                      "explained codes that nothing emits": documented - emitted,
                      "rules without a test": rules - tested}.items():
    print(f"{what}: {', '.join(sorted(missing)) or 'none'}")
