"""Profile `paper`: Albumentations 0.1.1 by its formulas, in numpy alone, for the transforms that differ from `modern`.

Each takes a uint8 picture (height, width, 1 or 3), its class-id mask or None, and `params`; it returns both.
"""

import math

import numpy as np

f32 = np.float32
SOURCE = "formula"


def _to_uint8(values):
    """Clamp, then truncate: what numpy's clip(...).astype(uint8) does."""
    return np.clip(values, 0, 255).astype(np.uint8)


def _gray(image):
    """OpenCV's 15-bit weights; a gray picture is its own gray."""
    if image.shape[2] == 1:
        return image[:, :, 0].astype(np.int64)
    r, g, b = np.moveaxis(image.astype(np.int64), 2, 0)
    return (9798 * r + 19235 * g + 3735 * b + 16384) >> 15


def to_gray(image, mask, q):
    """Gray in three channels; a picture with mean gray above 127 comes out inverted."""
    if image.shape[2] == 1:
        return image, mask
    gray = _gray(image)
    if gray.mean() > 127:
        gray = 255 - gray
    return np.repeat(gray[:, :, None], 3, axis=2).astype(np.uint8), mask


def random_contrast(image, mask, q):
    """alpha x + 3 (1 - alpha) mean gray: the factor 3 is the library's slip."""
    gray = _gray(image)
    shift = 3.0 * (1.0 - q["alpha"]) / gray.size * int(gray.sum())
    return _to_uint8(q["alpha"] * image.astype(np.float64) + shift), mask


def random_brightness(image, mask, q):
    """alpha x in float32: a multiplication."""
    return _to_uint8(np.arange(256, dtype=f32) * f32(q["alpha"]))[image], mask


def random_gamma(image, mask, q):
    """255 (x / 255)^(1/g), truncated."""
    table = [int(math.pow(x / 255, 1.0 / q["g"]) * 255) for x in range(256)]
    return np.array(table, np.uint8)[image], mask


def gauss_noise(image, mask, q):
    """x + trunc(g - min g): the smallest draw becomes 0, so that the picture always gets brighter."""
    noise = np.trunc(q["noise"] - q["noise"].min()).astype(np.int64)
    return np.clip(image + noise, 0, 255).astype(np.uint8), mask


def _reflect(index, length):
    """Mirror without repeating the edge (BORDER_REFLECT_101), at any distance."""
    if length == 1:
        return np.zeros_like(index)
    period = 2 * (length - 1)
    folded = index % period
    return np.where(folded < length, folded, period - folded)


def shift_scale_rotate(image, mask, q):
    """Rotation and scale about (W/2, H/2), then a shift by fractions of the sides; warpAffine of OpenCV 3 and 4, mirrored."""
    height, width = image.shape[:2]
    t = q["angle"] * math.pi / 180
    a, b = q["scale"] * math.cos(t), q["scale"] * math.sin(t)
    cx, cy = width / 2, height / 2
    m02 = (1 - a) * cx - b * cy + q["dx"] * width
    m12 = b * cx + (1 - a) * cy + q["dy"] * height
    # The inverse map, destination to source.
    d = 1 / (a * a + b * b)
    i00, i01, i10, i11 = a * d, -b * d, b * d, a * d
    i02, i12 = -i00 * m02 - i01 * m12, -i10 * m02 - i11 * m12
    x, y = np.arange(width)[None, :], np.arange(height)[:, None]
    column_x, column_y = np.rint(i00 * x * 1024).astype(np.int64), np.rint(i10 * x * 1024).astype(np.int64)
    row_x = np.rint((i01 * y + i02) * 1024).astype(np.int64)
    row_y = np.rint((i11 * y + i12) * 1024).astype(np.int64)

    # Linear: positions in 1/32 pixel.
    sx, sy = (row_x + 16 + column_x) >> 5, (row_y + 16 + column_y) >> 5
    x0, y0, fx, fy = sx >> 5, sy >> 5, (sx & 31)[:, :, None], (sy & 31)[:, :, None]
    left, right = _reflect(x0, width), _reflect(x0 + 1, width)
    top, bottom = _reflect(y0, height), _reflect(y0 + 1, height)
    p = image.astype(np.int64)
    upper = (32 - fx) * p[top, left] + fx * p[top, right]
    lower = (32 - fx) * p[bottom, left] + fx * p[bottom, right]
    warped = (((32 - fy) * upper + fy * lower + 512) >> 10).astype(np.uint8)
    if mask is None:
        return warped, None
    nearest_x, nearest_y = (row_x + 512 + column_x) >> 10, (row_y + 512 + column_y) >> 10
    return warped, mask[_reflect(nearest_y, height), _reflect(nearest_x, width)]


FORMULAS = {
    "ToGray": to_gray,
    "ShiftScaleRotate": shift_scale_rotate,
    "RandomContrast": random_contrast,
    "RandomBrightness": random_brightness,
    "RandomGamma": random_gamma,
    "GaussNoise": gauss_noise,
}


def noise_field(shape, seed, variance):
    """The field g ~ N(variance, sqrt(variance)) of a GaussNoise case, float32."""
    standard = np.random.default_rng(seed).standard_normal(shape)
    return (standard * math.sqrt(variance) + variance).astype(f32)
