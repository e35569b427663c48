"""Prints isotonic.json: numbers of scikit-learn that the monotone fit is compared with.

    python3 -m venv venv && venv/bin/pip install scikit-learn
    venv/bin/python test/judge/reference/makeIsotonic.py > test/judge/reference/isotonic.json

Last made with scikit-learn 1.9.
"""
import json

import numpy as np
from sklearn.isotonic import isotonic_regression

random = np.random.default_rng(7)
rows = []
for length in (1, 2, 5, 6, 6, 12, 30):
    values = (np.linspace(0.5, 0.8, length) + random.normal(0, 0.12, length)).round(4)
    weights = random.choice([300, 1000, 2000], length)
    fitted = isotonic_regression(values, sample_weight=weights.astype(float))
    rows.append({"values": values.tolist(), "weights": weights.tolist(), "fitted": fitted.tolist()})
print(json.dumps(rows, indent=1))
