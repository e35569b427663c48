"""Albumentations' side of the bench: for each line "<transform> <seconds>" on stdin, prints images per second.

python albumentations_worker.py FILE SIZE: FILE holds raw uint8 RGB pictures of SIZE x SIZE, one after the other.
"""
import sys
import time

import albumentations as A
import cv2
import numpy as np

cv2.setNumThreads(1)
file, size = sys.argv[1], int(sys.argv[2])
images = np.fromfile(file, np.uint8).reshape(-1, size, size, 3)
side = max(round(size * 25 / 32), 1)

# The transforms and magnitudes that an export of the safe set writes.
TRANSFORMS = {
    "HorizontalFlip": A.HorizontalFlip(p=1),
    "VerticalFlip": A.VerticalFlip(p=1),
    "RandomRotate90": A.RandomRotate90(p=1),
    "Transpose": A.Transpose(p=1),
    "ToGray": A.ToGray(p=1),
    "ShiftScaleRotate": A.Affine(
        scale=(0.9, 1.1),
        keep_ratio=True,
        translate_percent={"x": (-0.0625, 0.0625), "y": (-0.0625, 0.0625)},
        rotate=(-45, 45),
        border_mode=cv2.BORDER_REFLECT_101,
        p=1,
    ),
    "RandomCrop": A.RandomCrop(height=side, width=side, p=1),
    "CenterCrop": A.CenterCrop(height=side, width=side, p=1),
    "RandomSizedCrop": A.RandomSizedCrop(min_max_height=(side, size - 2), size=(size, size), p=1),
    "RandomContrast": A.RandomBrightnessContrast(brightness_limit=(0, 0), contrast_limit=(-0.2, 0.2), p=1),
    "RandomBrightness": A.RandomBrightnessContrast(brightness_limit=(-0.2, 0.2), contrast_limit=(0, 0), p=1),
    "RandomGamma": A.RandomGamma(gamma_limit=(80, 120), p=1),
    "CLAHE": A.CLAHE(clip_limit=(1, 4), tile_grid_size=(8, 8), p=1),
    "Blur": A.Blur(blur_limit=(3, 3), p=1),
    "GaussNoise": A.GaussNoise(std_range=(0.012401, 0.02773), per_channel=True, p=1),
}

for line in sys.stdin:
    name, seconds = line.split()
    transform = TRANSFORMS[name]
    start = now = time.perf_counter()
    count = 0
    while now < start + float(seconds):
        for image in images:
            transform(image=image)
        count += len(images)
        now = time.perf_counter()
    print(count / (now - start), flush=True)
