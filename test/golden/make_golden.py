#!/usr/bin/env python3
"""Makes this folder's golden vectors from inputs/, or recomputes any folder of the same format and compares.

  python make_golden.py                  writes golden.json, out/ and bin/
  python make_golden.py --check FOLDER   recomputes the cases that it knows from their params; exit code 1 on a difference

The packages to run it with are pinned in ../peers/albumentations.requirements.txt. The format: README.md.
"""

import argparse
import json
import os
import platform
import sys

import cv2
import numpy as np

import cases
import modern
import paper

HERE = os.path.dirname(os.path.abspath(__file__))


def read_png(folder, file, channels=None):
    picture = cv2.imread(os.path.join(folder, file), cv2.IMREAD_COLOR if channels == 3 else cv2.IMREAD_GRAYSCALE)
    if channels is None:
        return picture
    return picture[:, :, None] if channels == 1 else np.ascontiguousarray(picture[:, :, ::-1])


def read_inputs(folder, index):
    """name -> picture, mask or None."""
    return {
        e["name"]: (read_png(folder, e["file"], e["channels"]), read_png(folder, e["mask"]) if "mask" in e else None)
        for e in index
    }


def compute(transform, profile, image, mask, params):
    """A case's picture, its mask, and how it was computed, from explicit parameters alone."""
    if profile == "paper":
        return *paper.FORMULAS[transform](image, mask, params), dict(libraryClass=None, source=paper.SOURCE)
    call = modern.CALLS[transform](params)
    how = dict(libraryClass=call.library_class, source=modern.SOURCE)
    how.update(constructor=call.constructor, forcedParams=call.forced is not None)
    return *call(image, mask), how


class Strips:
    """Pictures stacked downwards into one PNG a file, each remembered by its rows."""

    def __init__(self):
        self.parts = {}

    def add(self, file, picture):
        parts = self.parts.setdefault(file, [])
        top = sum(p.shape[0] for p in parts)
        parts.append(picture)
        return dict(file=file, top=top, width=picture.shape[1], height=picture.shape[0])

    def write(self, folder):
        for file, parts in self.parts.items():
            width = max(p.shape[1] for p in parts)
            strip = np.vstack([np.pad(p, [(0, 0), (0, width - p.shape[1])] + [(0, 0)] * (p.ndim - 2)) for p in parts])
            cv2.imwrite(os.path.join(folder, file), strip[:, :, ::-1] if strip.ndim == 3 else strip)


PIXEL_TRANSFORMS = {"ToGray", "RandomContrast", "RandomBrightness", "RandomGamma", "CLAHE", "Blur", "GaussNoise"}


def store_noise(folder, case_id, profile, shape, params):
    """Draws a GaussNoise case's field and stores it; returns the field and the index's reference to it."""
    field = (modern if profile == "modern" else paper).noise_field(shape, **params)
    file = f"bin/{case_id}.noise.f32"
    field.astype("<f4").tofile(os.path.join(folder, file))
    return field, dict(file=file, dtype="float32le", shape=list(shape))


def make_case(folder, strips, case_id, transform, profile, name, picture_and_mask, params):
    """Computes one case, adds its pictures to the strips and returns its line of the index."""
    image, mask = picture_and_mask
    listed = params
    if transform == "GaussNoise":
        field, reference = store_noise(folder, case_id, profile, image.shape, params)
        params, listed = dict(noise=field), dict(noise=reference)
    picture, moved, how = compute(transform, profile, image, mask, params)
    case = dict(
        id=case_id, transform=transform, profile=profile, input=name, channels=image.shape[2], params=listed, **how
    )
    color = "rgb" if picture.shape[2] == 3 else "gray"
    case.update(output=strips.add(f"out/{transform}.{profile}.{color}.png", picture), tolerance=0)
    if mask is not None and transform in PIXEL_TRANSFORMS:
        assert np.array_equal(moved, mask), case_id
        case.update(maskInput=name, maskOutput="unchanged")
    elif mask is not None:
        case.update(maskInput=name, maskOutput=strips.add(f"out/{transform}.{profile}.mask.png", moved))
    return case


def make(folder):
    with open(os.path.join(folder, "inputs/inputs.json"), encoding="utf-8") as f:
        index = json.load(f)
    inputs = read_inputs(folder, index)
    for sub in ("out", "bin"):
        os.makedirs(os.path.join(folder, sub), exist_ok=True)
        for old in os.listdir(os.path.join(folder, sub)):
            os.remove(os.path.join(folder, sub, old))

    strips, counts, made = Strips(), {}, []
    for profile, listed in (("modern", cases.modern()), ("paper", cases.paper())):
        for transform, name, params in listed:
            counts[transform, profile] = counts.get((transform, profile), 0) + 1
            case_id = f"{transform}-{profile}-{counts[transform, profile]:02d}"
            made.append(make_case(folder, strips, case_id, transform, profile, name, inputs[name], params))
    strips.write(folder)
    versions = dict(albumentations=modern.A.__version__, opencv=cv2.__version__, numpy=np.__version__)
    with open(os.path.join(folder, "golden.json"), "w", encoding="utf-8", newline="\n") as f:
        head = json.dumps(dict(format=1, **versions, inputs=index), indent=1)
        f.write(head[:-2] + ',\n "cases": [\n' + ",\n".join("  " + json.dumps(c) for c in made) + "\n ]\n}\n")
    print(f"{len(made)} cases made on Python {platform.python_version()}, {versions}")


def stored(folder, part, channels=None):
    """A case's expected picture or mask, cut out of its strip."""
    strip = read_png(folder, part["file"], channels)
    return strip[part["top"] : part["top"] + part["height"], : part["width"]]


def check(folder):
    """Recomputes every case whose transform is known here; returns how many differ by more than their tolerance."""
    with open(os.path.join(folder, "golden.json"), encoding="utf-8") as f:
        golden = json.load(f)
    inputs = read_inputs(folder, golden["inputs"])
    checked = wrong = 0
    for case in golden["cases"]:
        if case["transform"] not in (modern.CALLS if case["profile"] == "modern" else paper.FORMULAS):
            continue
        image, mask = inputs[case["input"]]
        mask = mask if "maskInput" in case else None
        params = case["params"]
        if "noise" in params:
            noise = params["noise"]
            field = np.fromfile(os.path.join(folder, noise["file"]), "<f4").reshape(noise["shape"])
            params = dict(params, noise=field)
        picture, moved, _ = compute(case["transform"], case["profile"], image, mask, params)
        expected = stored(folder, case["output"], picture.shape[2])
        differs = picture.shape != expected.shape or np.abs(picture.astype(int) - expected).max() > case["tolerance"]
        if mask is not None:
            expected_mask = mask if case["maskOutput"] == "unchanged" else stored(folder, case["maskOutput"])
            differs = differs or not np.array_equal(moved, expected_mask)
        if differs:
            print(f"{case['id']} ({case['input']}) differs")
        checked, wrong = checked + 1, wrong + differs
    print(f"{checked} of {len(golden['cases'])} cases recomputed, {wrong} differ")
    return wrong


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", metavar="FOLDER")
    arguments = parser.parse_args()
    if arguments.check:
        sys.exit(1 if check(arguments.check) else 0)
    make(HERE)
