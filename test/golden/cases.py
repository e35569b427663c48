"""The cases: for each transform and profile, which input is transformed with which parameters."""

FLIP_INPUTS = ("field", "pattern", "shapes", "odd", "grayOdd", "tiny2", "tiny1")


def modern():
    """(transform, input, params) for every transform of the paper. GaussNoise has `seed` and `std` in place of its field."""
    for name in ("HorizontalFlip", "VerticalFlip", "Transpose"):
        yield from ((name, i, {}) for i in FLIP_INPUTS)
    for i, factors in dict(
        field=(1,), pattern=(3,), odd=(0, 1, 2, 3), grayOdd=(1, 2, 3), tiny2=(1, 3), tiny1=(2,)
    ).items():
        yield from (("RandomRotate90", i, dict(factor=f)) for f in factors)
    yield from (("ToGray", i, {}) for i in ("field", "bright", "pattern", "shapes", "odd", "tiny2", "tiny1"))

    for i, angle, scale, dx, dy in SHIFT_SCALE_ROTATE:
        yield "ShiftScaleRotate", i, dict(angle=angle, scale=scale, dx=dx, dy=dy, border=4, fill=0, fillMask=0)
    for i, y0, x0, height, width in (
        ("field", 3, 6, 25, 25), ("pattern", 0, 0, 25, 25), ("pattern", 7, 7, 25, 25), ("shapes", 5, 1, 25, 25),
        ("odd", 2, 9, 29, 41), ("odd", 0, 0, 37, 53), ("grayOdd", 8, 12, 29, 41), ("tiny2", 0, 1, 2, 2), ("tiny1", 0, 0, 1, 1),
    ):  # fmt: skip
        yield "RandomCrop", i, dict(y0=y0, x0=x0, height=height, width=width)
    for i, height, width in (
        ("field", 25, 25), ("pattern", 24, 31), ("shapes", 25, 25), ("odd", 29, 41), ("odd", 36, 10), ("grayOdd", 29, 41),
        ("tiny2", 2, 2), ("tiny2", 1, 1), ("tiny1", 1, 1),
    ):  # fmt: skip
        yield "CenterCrop", i, dict(height=height, width=width)
    for i, y0, x0, crop_height, crop_width, height, width in (
        ("field", 1, 4, 25, 25, 32, 32), ("bright", 2, 0, 30, 30, 32, 32), ("pattern", 4, 3, 27, 27, 32, 32),
        ("shapes", 0, 6, 26, 26, 32, 32), ("odd", 3, 5, 31, 44, 37, 53), ("odd", 0, 2, 30, 40, 15, 20),
        ("odd", 6, 1, 28, 50, 32, 32), ("grayOdd", 8, 2, 29, 41, 37, 53), ("tiny2", 0, 0, 2, 2, 2, 3), ("tiny1", 0, 0, 1, 1, 4, 3),
    ):  # fmt: skip
        params = dict(y0=y0, x0=x0, cropHeight=crop_height, cropWidth=crop_width, height=height, width=width)
        yield "RandomSizedCrop", i, params

    yield from (("RandomContrast", i, dict(alpha=a)) for i, a in CONTRASTS)
    for i, beta in (
        ("field", -0.2), ("bright", 0.2), ("pattern", 0.0613), ("pattern", -0.1371), ("shapes", 0.1), ("odd", 0.0),
        ("odd", 0.177), ("grayOdd", -0.08), ("tiny2", 0.05), ("tiny1", -0.15),
    ):  # fmt: skip
        yield "RandomBrightness", i, dict(beta=beta)
    # Not 1.0, where numpy's power depends on the processor.
    yield from (("RandomGamma", i, dict(g=g)) for i, g in GAMMAS)

    for i, clip in (
        ("field", 1.0), ("field", 4.0), ("bright", 2.5), ("pattern", 1.7), ("shapes", 1.0), ("shapes", 3.3), ("odd", 1.0),
        ("odd", 3.9), ("grayOdd", 2.2), ("tiny2", 3.3), ("tiny1", 2.0),
    ):  # fmt: skip
        yield "CLAHE", i, dict(clip=clip, tilesX=8, tilesY=8)
    for i, k in (
        ("field", 3), ("bright", 3), ("pattern", 3), ("pattern", 5), ("shapes", 3), ("odd", 3), ("odd", 7), ("grayOdd", 3),
        ("tiny2", 3), ("tiny1", 3),
    ):  # fmt: skip
        yield "Blur", i, dict(k=k)
    for seed, (i, std) in enumerate(
        (("field", 3.16), ("bright", 7.07), ("shapes", 5.0), ("odd", 6.1), ("tiny2", 5.0), ("tiny1", 5.0)), start=101
    ):
        yield "GaussNoise", i, dict(seed=seed, std=std)


def paper():
    """(transform, input, params) for the transforms whose formula differs. GaussNoise has `seed` and `variance`."""
    yield from (("ToGray", i, {}) for i in ("field", "bright", "pattern", "shapes", "odd", "tiny2", "tiny1"))
    for i, angle, scale, dx, dy in SHIFT_SCALE_ROTATE:
        yield "ShiftScaleRotate", i, dict(angle=angle, scale=scale, dx=dx, dy=dy)
    yield from (("RandomContrast", i, dict(alpha=a)) for i, a in CONTRASTS)
    yield from (("RandomBrightness", i, dict(alpha=a)) for i, a in CONTRASTS)
    yield from (("RandomGamma", i, dict(g=g)) for i, g in (*GAMMAS, ("pattern", 1.0)))
    for seed, (i, variance) in enumerate(
        (("field", 10), ("bright", 50), ("shapes", 20), ("odd", 37), ("tiny2", 30), ("tiny1", 30)), start=201
    ):
        yield "GaussNoise", i, dict(seed=seed, variance=variance)


# Both signs and the ends of every range; shifts under one pixel, and on the edge of the next whole one.
SHIFT_SCALE_ROTATE = (
    ("field", 17.3, 1.05, 0.031, -0.04), ("field", -45.0, 0.9, -0.0625, 0.0625), ("bright", 3.7, 1.1, 0.0, 0.0),
    ("pattern", 45.0, 1.1, 0.0625, -0.0625), ("pattern", -0.4, 1.0, 0.0312, -0.0313), ("shapes", -21.5, 1.08, 0.05, 0.01),
    ("shapes", 0.0, 1.0, 0.02, 0.0), ("odd", 12.25, 0.93, -0.05, 0.06), ("odd", -38.0, 1.02, 0.04, -0.03),
    ("grayOdd", 33.3, 0.97, -0.0189, 0.027), ("tiny2", 25.0, 0.9, -0.06, 0.05), ("tiny1", 25.0, 1.1, 0.0625, 0.0),
)  # fmt: skip
CONTRASTS = (
    ("field", 0.8), ("field", 1.2), ("bright", 1.137), ("pattern", 0.913), ("shapes", 0.85), ("odd", 1.0), ("odd", 1.081),
    ("grayOdd", 1.164), ("tiny2", 0.87), ("tiny1", 1.19),
)  # fmt: skip
GAMMAS = (
    ("field", 0.8), ("field", 1.2), ("bright", 0.93), ("pattern", 1.07), ("shapes", 0.85), ("odd", 1.13), ("odd", 0.87654),
    ("grayOdd", 1.02), ("tiny2", 1.19), ("tiny1", 0.81),
)  # fmt: skip
