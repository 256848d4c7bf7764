#!/usr/bin/env python3
"""Prints what the program contains of others: each crate with its licence, then every text of a licence once, with the
crates that it came with. usage: notices.py > THIRD-PARTY.txt

What counts is what is built for the machine that this runs on, as Cargo.lock has it.
"""

import json
import pathlib
import subprocess
import sys

NAMES = ("LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE")


def contained():
    """The packages that the program is built of, apart from its own and from what only its build and its tests need."""
    host = subprocess.run(["rustc", "-vV"], check=True, capture_output=True, text=True).stdout
    host = next(line.split()[1] for line in host.splitlines() if line.startswith("host: "))
    command = ["cargo", "metadata", "--format-version", "1", "--locked", "--filter-platform", host]
    tree = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    packages = {package["id"]: package for package in tree["packages"]}
    nodes = {node["id"]: node for node in tree["resolve"]["nodes"]}
    root = tree["resolve"]["root"]
    found, ways = {root}, [root]
    while ways:
        for way in nodes[ways.pop()]["deps"]:
            if way["pkg"] not in found and any(kind["kind"] is None for kind in way["dep_kinds"]):
                found.add(way["pkg"])
                ways.append(way["pkg"])
    found.discard(root)
    return sorted((packages[name] for name in found), key=lambda package: (package["name"], package["version"]))


def texts(package):
    """The texts of licences that a package has, its own and those of what it contains in turn."""
    folder = pathlib.Path(package["manifest_path"]).parent
    for path in sorted([*folder.glob("*"), *folder.glob("*/*")]):
        if path.name.upper().startswith(NAMES) and path.is_file():
            yield path.read_text(encoding="utf-8", errors="replace").strip().replace("\r\n", "\n")


def main():
    packages = contained()
    print("Booth contains the following libraries, and the Rust standard library (MIT OR Apache-2.0, the Rust project).")
    print("The source of each, unchanged, is at https://crates.io/crates/ under its name and version.\n")
    by_text = {}
    for package in packages:
        name = f"{package['name']} {package['version']}"
        if not package["license"] and not package["license_file"]:
            sys.exit(f"notices.py: {name} says no licence; it cannot be given to others")
        authors = ", ".join(author.split(" <")[0] for author in package["authors"])
        of = f", by {authors}" if authors else ""
        print(f"{name}: {package['license'] or package['license_file']}{of}")
        for text in dict.fromkeys(texts(package)):
            by_text.setdefault(text, []).append(name)
    for text, names in by_text.items():
        print(f"\n{'=' * 78}\n{', '.join(names)}\n{'-' * 78}\n\n{text}")


main()
