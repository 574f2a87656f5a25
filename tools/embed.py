#!/usr/bin/env python3
"""Writes a file as a C array: embed.py INPUT OUTPUT NAME -> `const unsigned char NAME[]` and `const size_t NAME_size`."""
import sys

source, target, name = sys.argv[1:]
data = open(source, "rb").read()
with open(target, "w") as out:
    out.write(f"#include <stddef.h>\nextern const unsigned char {name}[];\nextern const size_t {name}_size;\n")
    out.write(f"const size_t {name}_size = {len(data)};\nconst unsigned char {name}[] = {{\n")
    for i in range(0, len(data), 24):
        out.write(",".join(map(str, data[i:i + 24])) + ",\n")
    out.write("0};\n")
