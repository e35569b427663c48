"""Writes reference.json: coarse statistics by numpy, of pictures in which every value is a sixteenth of a level higher.

    python3 -m venv venv && venv/bin/pip install numpy
    venv/bin/python test/learn/statistics/makeReference.py
"""
import json
import pathlib

import numpy as np

random = np.random.default_rng(4)


def coarse(picture):
    found = []
    values = np.clip(picture + 1 / 16, 1 / 16, 255 - 1 / 16)
    for channel in range(picture.shape[2]):
        plane = values[..., channel]
        deviation = plane.std()
        found += np.percentile(plane, [5, 25, 50, 75, 95], method="inverted_cdf").tolist()
        found += [plane.mean(), deviation, np.log(deviation + 1), (plane <= 4).mean(), (plane >= 251).mean()]
        inner = 4 * plane[1:-1, 1:-1] - plane[:-2, 1:-1] - plane[2:, 1:-1] - plane[1:-1, :-2] - plane[1:-1, 2:]
        median = np.percentile(np.abs(inner), 50, method="inverted_cdf")
        found += [np.log(inner.std() + 2), np.log(median + 2)]
    return [float(number) for number in found]


pictures = []
for height, width, channels in ((12, 9, 3), (7, 5, 1), (3, 3, 1), (32, 32, 3)):
    picture = np.clip(random.normal(128, 90, (height, width, channels)), 0, 255).astype(np.uint8)
    pictures.append(
        {
            "height": height,
            "width": width,
            "channels": channels,
            "data": picture.ravel().tolist(),
            "statistics": coarse(picture.astype(np.float64)),
        }
    )
pathlib.Path(__file__).with_name("reference.json").write_text(json.dumps(pictures) + "\n")
