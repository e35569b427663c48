#!/usr/bin/env python3
"""Makes inputs/: crops of EuroSAT tiles and synthetic pictures, with synthetic class-id masks, as 8-bit PNG.

  python make_inputs.py EUROSAT

EUROSAT is a folder or .tar.gz with EuroSAT's RGB tiles as <anything>/<Class>_<number>.jpg. Run again only to change the
inputs: their bytes are the starting point of every case, and a JPEG decoder may differ by a level.
"""

import argparse
import json
import os
import tarfile

import cv2
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))

# name -> EuroSAT tile, crop (y, x, height, width), gray
CROPS = {
    "field": ("AnnualCrop_1027.jpg", (11, 6, 32, 32), False),
    "bright": ("Industrial_2338.jpg", (0, 18, 32, 32), False),
    "odd": ("River_1114.jpg", (9, 5, 37, 53), False),
    "grayOdd": ("Highway_722.jpg", (20, 3, 37, 53), True),
    "tiny2": ("Residential_1064.jpg", (30, 12, 2, 3), False),
    "tiny1": ("SeaLake_1047.jpg", (40, 40, 1, 1), False),
}
MASKED = ("odd", "grayOdd", "tiny2", "tiny1", "pattern")
# 0 and 255 among them: the ids that a careless border or an average of neighbours would bring in or lose.
MASK_IDS = np.array([3, 0, 255, 7, 1, 11], np.uint8)


def pattern(height, width, channels):
    """The specification's test picture (appendix A): every value, hard edges, no symmetry."""
    y, x, c = np.mgrid[0:height, 0:width, 0:channels]
    return ((7 * x + 13 * y + 29 * c + 5 * ((x * y) % 11)) % 256).astype(np.uint8)


def shapes(height, width):
    """A gray picture with flat areas, a ramp and both extremes: an ellipse on a ramp with a black and a white bar."""
    y, x = np.mgrid[0:height, 0:width]
    picture = (x * 160) // (width - 1) + 40
    picture[((y - height * 0.4) / (height * 0.3)) ** 2 + ((x - width * 0.6) / (width * 0.2)) ** 2 < 1] = 220
    picture[height * 5 // 6 :, : width // 2] = 0
    picture[: height // 8, width // 3 :] = 255
    return picture.astype(np.uint8)[:, :, None]


def mask(height, width):
    """Slanted bands of class ids."""
    y, x = np.mgrid[0:height, 0:width]
    return MASK_IDS[((2 * x + 3 * y) // 5) % len(MASK_IDS)]


def tiles(source, names):
    """The wanted EuroSAT tiles, decoded to RGB."""
    found = {}
    if os.path.isdir(source):
        for folder, _, files in os.walk(source):
            for name in set(files) & names:
                with open(os.path.join(folder, name), "rb") as f:
                    found[name] = f.read()
    else:
        with tarfile.open(source) as archive:
            for member in archive:
                name = os.path.basename(member.name)
                if name in names:
                    found[name] = archive.extractfile(member).read()
    if names - set(found):
        raise SystemExit(f"{source} lacks {', '.join(sorted(names - set(found)))}; it should hold EuroSAT's RGB tiles.")
    return {n: cv2.imdecode(np.frombuffer(b, np.uint8), cv2.IMREAD_COLOR)[:, :, ::-1] for n, b in found.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("eurosat")
    source = tiles(parser.parse_args().eurosat, {tile for tile, _, _ in CROPS.values()})
    pictures = {
        "pattern": (pattern(32, 32, 3), "synthetic: make_inputs.py"),
        "shapes": (shapes(32, 32), "synthetic: make_inputs.py"),
    }
    for name, (tile, (y, x, height, width), gray) in CROPS.items():
        crop = source[tile][y : y + height, x : x + width]
        if gray:
            crop = cv2.cvtColor(np.ascontiguousarray(crop), cv2.COLOR_RGB2GRAY)[:, :, None]
        pictures[name] = (
            crop,
            f"EuroSAT {tile}, crop y {y} x {x} height {height} width {width}{', gray' if gray else ''}",
        )

    os.makedirs(os.path.join(HERE, "inputs"), exist_ok=True)
    index = []
    for name, (picture, origin) in pictures.items():
        height, width, channels = picture.shape
        entry = dict(name=name, file=f"inputs/{name}.png", height=height, width=width, channels=channels)
        entry["from"] = origin
        cv2.imwrite(os.path.join(HERE, entry["file"]), picture[:, :, ::-1])
        if name in MASKED:
            entry["mask"] = f"inputs/{name}.mask.png"
            cv2.imwrite(os.path.join(HERE, entry["mask"]), mask(height, width))
        index.append(entry)
    with open(os.path.join(HERE, "inputs/inputs.json"), "w", encoding="utf-8", newline="\n") as f:
        f.write("[\n" + ",\n".join("  " + json.dumps(entry) for entry in index) + "\n]\n")


if __name__ == "__main__":
    main()
