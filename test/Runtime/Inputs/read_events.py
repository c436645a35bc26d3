"""Reads files of events, by the format's description alone, and compares."""

import glob
import json
import os
import struct
import sys


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


def masked(data):
    crc = crc32c(data)
    return (((crc >> 15) | (crc << 17)) + 0xA282EAD8) & 0xFFFFFFFF


assert crc32c(b"123456789") == 0xE3069283  # the check value of the catalogue


def records(data):
    while data:
        head, rest = data[:8], data[12:]
        assert struct.unpack("<I", data[8:12])[0] == masked(head)
        (length,) = struct.unpack("<Q", head)
        assert struct.unpack("<I", rest[length:length + 4])[0] == masked(rest[:length])
        yield rest[:length]
        data = rest[length + 4:]


def varint(data, at):
    value = shift = 0
    while True:
        value |= (data[at] & 0x7F) << shift
        shift += 7
        at += 1
        if data[at - 1] < 0x80:
            return value, at


def fields(data):
    at = 0
    while at < len(data):
        key, at = varint(data, at)
        field, wire = key >> 3, key & 7
        if wire == 0:
            value, at = varint(data, at)
        elif wire == 2:
            length, at = varint(data, at)
            value, at = data[at:at + length], at + length
        else:
            size, form = {1: (8, "<d"), 5: (4, "<f")}[wire]
            (value,), at = struct.unpack(form, data[at:at + size]), at + size
        yield field, value


lines = {line["step"]: line for line in map(json.loads, open(os.path.join(sys.argv[1], "metrics.jsonl")))}
compared = 0
files = glob.glob(os.path.join(sys.argv[1], "events.out.tfevents.*"))
for path in sorted(files, key=lambda path: int(path.rsplit(".", 1)[1])):
    points = {}
    for index, record in enumerate(records(open(path, "rb").read())):
        event = dict(fields(record))
        assert event[1] > 1.7e9
        if index == 0:
            assert event[3] == b"brain.Event:2"
        if 7 in event:
            print("starts at step", event[2])
        for _, value in fields(event.get(5, b"")):
            content = dict(fields(value))
            tag = content[1].decode()
            points[tag] = points.get(tag, 0) + 1
            part, name = tag.split("/")
            if part != "step":
                exact = lines[event[2]][part][name]
                assert abs(content[2] - exact) <= 1e-6 * abs(exact), (tag, event[2])
                compared += 1
    for tag, count in points.items():
        print(f"{tag}: {count} points")
assert compared > 0
print("all numbers are in metrics.jsonl")
