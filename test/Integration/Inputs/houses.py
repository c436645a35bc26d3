"""Writes the table that examples/houses reads: houses.py FILE ROWS

Prices follow from income, size and age, and are off by 10,000 as often up as
down.
"""

import random
import sys

random.seed(1)
names = ["income", "age", "rooms", "beds", "people", "size", "lat", "lon"]
with open(sys.argv[1], "w") as file:
    print(*names, "price", sep=",", file=file)
    for _ in range(int(sys.argv[2])):
        row = [random.uniform(0, 10), random.randint(0, 50), random.randint(2, 9),
               random.randint(1, 4), random.randint(1, 6), random.uniform(40, 200),
               random.uniform(32, 42), random.uniform(-124, -114)]
        price = 2e4 * row[0] + 1e3 * row[5] - 1e3 * row[1] + random.gauss(0, 1e4)
        print(*(round(value, 3) for value in row), round(price), sep=",", file=file)
