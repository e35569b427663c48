"""Writes reference.json: numbers of numpy, scipy, scikit-learn, statsmodels and confidenceinterval that the tests compare with.

    python3 -m venv venv && venv/bin/pip install numpy scipy scikit-learn statsmodels confidenceinterval
    venv/bin/python test/judge/reference/makeReference.py

Last made with numpy 2.4, scipy 1.17, scikit-learn 1.9, statsmodels 0.15, confidenceinterval 1.0.
"""
import json
import pathlib

import numpy as np
from confidenceinterval.delong import delong_roc_variance
from scipy import stats
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.metrics import roc_auc_score
from statsmodels.stats.proportion import proportion_confint

random = np.random.default_rng(20)


def normal_quantiles():
    ps = [1e-300, 1e-20, 1e-9, 1e-4, 0.02, 0.075, 0.2, 0.5, 0.6, 0.93, 0.975, 0.999, 1 - 1e-9]
    return [{"p": p, "z": float(stats.norm.ppf(p))} for p in ps]


def wilson():
    rows = []
    for successes, n in ((0, 10), (1, 10), (5, 10), (10, 10), (51, 100), (1997, 2000), (0, 1), (1, 1)):
        for confidence in (0.95, 0.999):
            low, high = proportion_confint(successes, n, alpha=1 - confidence, method="wilson")
            z = float(stats.norm.ppf((1 + confidence) / 2))
            rows.append({"successes": successes, "n": n, "z": z, "interval": [float(low), float(high)]})
    return rows


def paired_differences():
    """p1 − p2 and its error from the multinomial covariance of all four cells, each half a picture larger."""
    rows = []
    for table in ([[14, 5], [0, 22]], [[1, 1], [7, 12]], [[900, 80], [20, 1000]], [[50, 0], [0, 3]]):
        cells = np.array(table, float).ravel() + 0.5
        share = cells / cells.sum()
        contrast = np.array([0, 1, -1, 0])
        covariance = (np.diag(share) - np.outer(share, share)) / cells.sum()
        half = stats.norm.ppf(0.975) * np.sqrt(contrast @ covariance @ contrast)
        rows.append({"table": table, "interval": [float(contrast @ share - half), float(contrast @ share + half)]})
    return rows


def aurocs():
    sets = {
        "normal": (random.normal(0, 1, 40), random.normal(0.7, 1.4, 55)),
        "ties": (random.integers(0, 6, 30), random.integers(1, 7, 30)),
        "separated": (np.arange(8), np.arange(8) + 10),
        "alike": (np.zeros(5), np.zeros(7)),
    }
    rows = []
    for name, (negatives, positives) in sets.items():
        truth = np.r_[np.zeros(len(negatives)), np.ones(len(positives))].astype(bool)
        scores = np.r_[negatives, positives].round(6)
        _, variance = delong_roc_variance(truth, scores)
        rows.append(
            {
                "name": name,
                "negatives": scores[truth == 0].tolist(),
                "positives": scores[truth == 1].tolist(),
                "auroc": float(roc_auc_score(truth, scores)),
                "variance": float(variance),
            }
        )
    return rows


def paired_bootstrap():
    """The variance of a paired AUROC over 20,000 resamplings of pictures; Monte Carlo error about 1 %."""
    rows = []
    for correlation, shift in ((0.9, 0.3), (-0.5, 0.3), (0.0, 1.5)):
        n = 300
        clean, other = random.multivariate_normal([0, 0], [[1, correlation], [correlation, 1]], n).round(6).T
        other = other + shift
        above = (other[:, None] > clean[None, :]) + 0.5 * (other[:, None] == clean[None, :])
        draws = []
        for _ in range(20000):
            weight = np.bincount(random.integers(0, n, n), minlength=n)
            draws.append(weight @ above @ weight / n**2)
        rows.append(
            {
                "clean": clean.tolist(),
                "transformed": other.round(6).tolist(),
                "auroc": float(above.mean()),
                "variance": float(np.var(draws)),
            }
        )
    return rows


def probe():
    """Each fold of a cross-fitted ridge LDA by scikit-learn, whose shrinkage s is chosen to equal a ridge."""
    n, d, ridge = 40, 7, 0.3
    mixing = random.normal(0, 1, (d, d))
    clean = random.normal(0, 1, (n, d)) @ mixing + np.arange(d) * 30
    transformed = clean + random.normal(0, 0.6, (n, d)) + [0.5, 0, 0, -0.4, 0, 0.2, 0]
    clean[:, 4] = transformed[:, 4] = 3.0
    clean, transformed = clean.astype(np.float32).round(4), transformed.astype(np.float32).round(4)
    folds = random.permutation(n) % 2
    result = {"dimensions": d, "ridge": ridge, "folds": folds.tolist(), "clean": clean.ravel().tolist(), "transformed": transformed.ravel().tolist()}
    kept = [j for j in range(d) if j != 4]
    for fold in (0, 1):
        train = np.r_[clean[folds != fold], transformed[folds != fold]].astype(np.float64)[:, kept]
        test = np.r_[clean[folds == fold], transformed[folds == fold]].astype(np.float64)[:, kept]
        mean, deviation = train.mean(0), train.std(0)
        train, test = (train - mean) / deviation, (test - mean) / deviation
        half = len(train) // 2
        truth = np.r_[np.zeros(half), np.ones(half)]
        within = (np.cov(train[:half].T, ddof=0) + np.cov(train[half:].T, ddof=0)) / 2
        relative = ridge * len(kept) / np.trace(within)
        # Each class shrinks to its own trace; the mean of both is the pooled one.
        model = LinearDiscriminantAnalysis(solver="lsqr", shrinkage=relative / (1 + relative), priors=[0.5, 0.5]).fit(train, truth)
        scores = test @ model.coef_[0]
        tested = len(test) // 2
        result[f"fold{fold}"] = {
            "scores": scores.tolist(),
            "auroc": float(roc_auc_score(np.r_[np.zeros(tested), np.ones(tested)], scores)),
        }
    return result


path = pathlib.Path(__file__).with_name("reference.json")
path.write_text(
    json.dumps(
        {
            "normalQuantiles": normal_quantiles(),
            "wilson": wilson(),
            "pairedDifferences": paired_differences(),
            "aurocs": aurocs(),
            "pairedBootstrap": paired_bootstrap(),
            "probe": probe(),
            "judgedZ": {"transforms": 15, "looks": 4, "z": float(stats.norm.ppf((1 + 0.95 ** (1 / 60)) / 2))},
        },
        indent=1,
    )
    + "\n"
)
