"""Loads files that a safe set was inserted into and uses their pipelines, warnings as errors.

Argument: a JSON file that lists files {path, kind, at}. Kinds: document (A.load), python (`at` names the pipeline in the
module), hydra (`at` names a list of steps; each is made as hydra.utils.instantiate makes it). Every pipeline is applied 50
times to a picture. Prints, as JSON, for each file the names of its steps, those of SomeOf and how often the picture changed.
"""

import importlib
import json
import runpy
import sys
import warnings

warnings.simplefilter("error")

import albumentations as A  # noqa: E402
import numpy as np  # noqa: E402
import yaml  # noqa: E402


def instantiate(node):
    if isinstance(node, list):
        return [instantiate(item) for item in node]
    if not isinstance(node, dict):
        return node
    given = {key: instantiate(value) for key, value in node.items() if not key.startswith("_")}
    if "_target_" not in node:
        return given
    module, name = node["_target_"].rsplit(".", 1)
    return getattr(importlib.import_module(module), name)(**given)


def load(file):
    if file["kind"] == "document":
        return A.load(file["path"], data_format="json" if file["path"].endswith(".json") else "yaml")
    if file["kind"] == "python":
        return runpy.run_path(file["path"])[file["at"]]
    with open(file["path"]) as text:
        return A.Compose(instantiate(yaml.safe_load(text)[file["at"]]))


def check(file):
    pipeline = load(file)
    image = np.random.default_rng(1).integers(0, 256, (32, 32, 3), dtype=np.uint8)
    reference = A.Compose([step for step in pipeline.transforms if type(step).__name__ != "SomeOf"])(image=image)["image"]
    changed = sum(not np.array_equal(pipeline(image=image)["image"], reference) for _ in range(50))
    names = [type(step).__name__ for step in pipeline.transforms]
    drawn = [type(child).__name__ for step in pipeline.transforms if isinstance(step, A.SomeOf) for child in step.transforms]
    return {"names": names, "drawn": drawn, "changed": changed}


with open(sys.argv[1]) as text:
    print(json.dumps([check(file) for file in json.load(text)]))
