"""Profile `modern`: the real Albumentations 2.0.8, called as a user calls it, with its random draw fixed to `params`."""

import os
import warnings

os.environ.setdefault("NO_ALBUMENTATIONS_UPDATE", "1")  # no look-up of the newest version at import

import albumentations as A
import cv2
import numpy as np

cv2.setNumThreads(1)
SOURCE = f"albumentations {A.__version__}"


class Call:
    """The library's object for a case: its class, the arguments it is made with, the draw to put in place of its own (or None)."""

    def __init__(self, library_class, constructor=None, forced=None):
        self.library_class = library_class
        self.constructor = {**(constructor or {}), "p": 1.0}
        self.forced = forced

    def __call__(self, image, mask):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # ToGray says that it leaves gray pictures alone
            transform = getattr(A, self.library_class)(**self.constructor)
            if self.forced is not None:
                transform.get_params = dict
                transform.get_params_dependent_on_data = lambda params, data: dict(self.forced)
            targets = {"image": image.copy()} if mask is None else {"image": image.copy(), "mask": mask.copy()}
            result = transform(**targets)
        output = result["image"]
        if self.library_class == "ToGray":
            output = output.reshape(image.shape)  # the library turns a picture one pixel high on its side
        elif output.ndim == 2:
            output = output[:, :, None]
        return output, result.get("mask")


def _brightness_contrast(brightness, contrast):
    limits = dict(
        brightness_limit=(brightness, brightness), contrast_limit=(contrast, contrast), brightness_by_max=True
    )
    return Call("RandomBrightnessContrast", limits)


def _affine(q):
    """ShiftScaleRotate as it is exported: Affine with one scale for both axes, whole-pixel shifts and mirrored borders."""
    shift = {"x": (q["dx"], q["dx"]), "y": (q["dy"], q["dy"])}
    border = dict(
        border_mode=q["border"], fill=q["fill"], fill_mask=q["fillMask"], interpolation=1, mask_interpolation=0
    )
    return Call(
        "Affine",
        dict(
            scale=(q["scale"], q["scale"]),
            keep_ratio=True,
            translate_percent=shift,
            rotate=(q["angle"], q["angle"]),
            shear=(0.0, 0.0),
            **border,
        ),
    )


def _crop(q):
    coordinates = (q["x0"], q["y0"], q["x0"] + q["width"], q["y0"] + q["height"])
    return Call(
        "RandomCrop", dict(height=q["height"], width=q["width"]), dict(crop_coords=coordinates, pad_params=None)
    )


def _sized_crop(q):
    height, width = q["cropHeight"], q["cropWidth"]
    coordinates = (q["x0"], q["y0"], q["x0"] + width, q["y0"] + height)
    size = dict(min_max_height=(height, height), size=(q["height"], q["width"]), w2h_ratio=width / height)
    return Call("RandomSizedCrop", size, dict(crop_coords=coordinates))


def _noise(q):
    # std_range is only what the constructor wants to see; the field is given.
    return Call("GaussNoise", dict(std_range=(0.012, 0.028), per_channel=True), dict(noise_map=q["noise"]))


CALLS = {
    "HorizontalFlip": lambda q: Call("HorizontalFlip"),
    "VerticalFlip": lambda q: Call("VerticalFlip"),
    "Transpose": lambda q: Call("Transpose"),
    "RandomRotate90": lambda q: Call("RandomRotate90", forced=dict(factor=q["factor"])),
    "ToGray": lambda q: Call("ToGray", dict(num_output_channels=3, method="weighted_average")),
    "ShiftScaleRotate": _affine,
    "RandomCrop": _crop,
    "CenterCrop": lambda q: Call("CenterCrop", dict(height=q["height"], width=q["width"])),
    "RandomSizedCrop": _sized_crop,
    "RandomContrast": lambda q: _brightness_contrast(0.0, q["alpha"] - 1),
    "RandomBrightness": lambda q: _brightness_contrast(q["beta"], 0.0),
    "RandomGamma": lambda q: Call("RandomGamma", dict(gamma_limit=(80, 120)), dict(gamma=q["g"])),
    "CLAHE": lambda q: Call("CLAHE", dict(clip_limit=(q["clip"],) * 2, tile_grid_size=(q["tilesX"], q["tilesY"]))),
    "Blur": lambda q: Call("Blur", dict(blur_limit=(q["k"], q["k"]))),
    "GaussNoise": _noise,
}


def noise_field(shape, seed, std):
    """The field g ~ N(0, std) of a GaussNoise case, float32."""
    return (np.random.default_rng(seed).standard_normal(shape) * std).astype(np.float32)
