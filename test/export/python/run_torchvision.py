"""Runs an exported torchvision module of the paper's fifteen at 32 x 32. Argument: the module. Prints how many it holds."""

import runpy
import sys

import numpy as np
import torch
from torchvision import tv_tensors
from torchvision.transforms import v2

safe_transforms = runpy.run_path(sys.argv[1])["safe_transforms"]
named = list(safe_transforms.transforms)
pixels = np.random.default_rng(1).integers(0, 256, (3, 32, 32), dtype=np.uint8)
image = tv_tensors.Image(torch.from_numpy(pixels))
mask = tv_tensors.Mask(torch.randint(0, 5, (1, 32, 32), dtype=torch.uint8))


def assert_kept(result, before):
    assert result.shape == before.shape and result.dtype == torch.uint8


flipped, upside_down, turned, transposed = named[:4]
assert np.array_equal(flipped(image).numpy(), pixels[:, :, ::-1])
assert np.array_equal(upside_down(image).numpy(), pixels[:, ::-1])
turns = {np.rot90(pixels, k, (1, 2)).tobytes() for k in range(4)}
assert {turned(image).numpy().tobytes() for _ in range(80)} == turns
assert np.array_equal(transposed(image).numpy(), pixels.transpose(0, 2, 1))

for transform in named:
    for _ in range(50):
        changed, moved = transform((image, mask))
        assert_kept(changed, image)
        assert_kept(moved, mask)
        assert set(moved.unique().tolist()) <= set(range(5))
        assert_kept(transform(image[:1]), image[:1])

# Mirrored borders: a flat picture stays flat when it is turned and shifted.
flat = tv_tensors.Image(torch.full((3, 32, 32), 200, dtype=torch.uint8))
assert all((named[5](flat) == 200).all() for _ in range(20))

picture = v2.functional.to_pil_image(image)
for transform in named[:-1]:
    assert transform(picture).size == (32, 32)

for _ in range(50):
    assert_kept(safe_transforms(image), image)
    changed, moved = safe_transforms(image, mask)
    assert_kept(changed, image)
    assert_kept(moved, mask)
print(len(named), "transforms")
