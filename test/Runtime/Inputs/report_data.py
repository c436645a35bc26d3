# report_data.py digits.csv: writes learn.csv, test.csv and test.npy for report.nn
import csv
import sys

import numpy

NAMES = ["</script><b>", "one", "two", "three", "four", "five", "six", "seven", "eight",
         "<img src=x>&amp;"]
rows = list(csv.reader(open(sys.argv[1])))
head, rows = rows[0], rows[1:]
assert head[-1] == "label"
for row in rows:
    row[-1] = NAMES[int(row[-1])]
for name, part in (("learn.csv", rows[:1200]), ("test.csv", rows[1200:])):
    with open(name, "w", newline="") as file:
        csv.writer(file).writerows([head] + part)
pixels = numpy.array([row[:64] for row in rows[1200:]], dtype=numpy.float32) / 16
numpy.save("test.npy", pixels.astype(numpy.float32))
