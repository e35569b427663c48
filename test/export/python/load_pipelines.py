"""Loads exported Albumentations pipelines and uses them, warnings as errors.

Argument: a JSON file that lists cases {name, size, channels, files: [yaml, json, py]}. Every file is loaded, applied 50
times to a picture and its mask, and must keep their shapes; the forms of one case must hold equal pipelines. Prints, as
JSON, for each case how often the picture changed and what A.to_dict says.
"""

import json
import runpy
import sys
import warnings

warnings.simplefilter("error")

import albumentations as A  # noqa: E402
import numpy as np  # noqa: E402

CALLS = 50


def load(path):
    if path.endswith(".py"):
        return runpy.run_path(path)["safe_transforms"]
    return A.load(path, data_format="yaml" if path.endswith(".yaml") else "json")


def changes(pipeline, shape):
    random = np.random.default_rng(1)
    image = random.integers(0, 256, shape, dtype=np.uint8)
    mask = random.integers(0, 5, shape[:2], dtype=np.uint8)
    pipeline.set_random_seed(1)
    changed = 0
    for _ in range(CALLS):
        result = pipeline(image=image, mask=mask)
        assert result["image"].shape == shape, (result["image"].shape, shape)
        assert result["image"].dtype == np.uint8
        assert result["mask"].shape == mask.shape
        assert set(np.unique(result["mask"])) <= set(range(5))
        changed += not np.array_equal(result["image"], image)
    return changed


def check(case):
    side, channels = case["size"], case["channels"]
    shapes = [(side, side, channels)] + ([(side, side)] if channels == 1 else [])
    pipelines = [load(path) for path in case["files"]]
    trees = [A.to_dict(pipeline) for pipeline in pipelines]
    for tree, path in zip(trees, case["files"]):
        assert tree == trees[0], f"{path} differs from {case['files'][0]}"
    changed = [changes(pipeline, shape) for pipeline in pipelines for shape in shapes]
    return {"name": case["name"], "changed": changed, "tree": trees[0]["transform"]}


with open(sys.argv[1]) as file:
    print(json.dumps([check(case) for case in json.load(file)]))
