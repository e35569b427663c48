"""Writes the numbers that test/nn/torch.test.ts compares with: python make.py (PyTorch 2, float64). About 250 kB."""
import json
import math
import pathlib
import sys

import numpy as np
import torch
from torch.nn import functional as F

sys.dont_write_bytecode = True
from twin import JointNetwork, decay_groups, flat, joint_loss  # noqa: E402

here = pathlib.Path(__file__).parent
BATCH, SIDE, CLASSES, TRANSFORMS, STEPS = 8, 17, 5, 4, 20
MEAN, DEVIATION = [120.0, 110.0, 100.0], [60.0, 50.0, 70.0]


def wave(length, frequency):
    """The same numbers as `wave` in inputs.ts: sines of integers, rounded so that every platform agrees."""
    return np.array([math.floor(1e4 * math.sin(frequency * i * (1 + i % 7)) + 0.5) / 1e4 for i in range(length)])


def starting_values(network):
    """One wave for all parameters, scaled for each as inputs.ts does."""
    values, offset = wave(sum(p.numel() for p in network.parameters()), 1.3), 0
    for name, parameter in network.named_parameters():
        size = parameter.numel()
        part = values[offset : offset + size]
        if parameter.ndim > 1:
            part = part * math.sqrt(4 / (size / parameter.shape[0]))
        elif name.endswith("norm.weight"):
            part = 1 + 0.1 * part
        else:
            part = 0.1 * part
        parameter.data = torch.from_numpy(part.astype(np.float32).astype(np.float64)).view(parameter.shape)
        offset += size


def batch(step):
    pixels = np.floor(127.5 * (1 + wave(BATCH * SIDE * SIDE * 3, 0.7 + 0.01 * step)))
    labels = torch.tensor([(i + step) % (CLASSES + 1) - 1 for i in range(BATCH)])
    applied = torch.tensor([[float((i * 3 + t * 5 + step) % 4 == 0) for t in range(TRANSFORMS)] for i in range(BATCH)])
    x = torch.from_numpy((pixels.reshape(BATCH, SIDE, SIDE, 3) - MEAN) / DEVIATION).permute(0, 3, 1, 2).contiguous()
    return x, labels, applied.double()


def network(activate):
    torch.set_default_dtype(torch.float64)
    made = JointNetwork(SIDE, 3, CLASSES, TRANSFORMS, (16, 32), (1, 1), activate)
    starting_values(made)
    return made


def save(name, values):
    values.numpy().astype("<f4").tofile(here / f"{name}.bin")


def losses_of(made, step):
    x, labels, applied = batch(step)
    task_logits, head_logits, _ = made(x)
    correct = (task_logits.argmax(1) == labels).sum()
    return (*joint_loss(task_logits, head_logits, labels, applied), correct)


def train(name, make_optimizer):
    made = network(F.relu)
    optimizer = make_optimizer(made)
    averaged, losses = flat(made.parameters()), []
    for step in range(STEPS):
        optimizer.zero_grad()
        task, heads, loss, _ = losses_of(made, step)
        loss.backward()
        optimizer.step()
        decay = min(0.998, (1 + step) / (10 + step))
        averaged = decay * averaged + (1 - decay) * flat(made.parameters())
        losses.append([task.item(), heads.item()])
    save(name, flat(made.parameters()))
    return losses, averaged


expected = {"torch": torch.__version__}

made = network(F.softplus)
task, heads, loss, correct = losses_of(made, 0)
loss.backward()
save("gradient", flat(p.grad for p in made.parameters()))
expected["first"] = [task.item(), heads.item(), correct.item()]

expected["sgd"], averaged = train(
    "sgd", lambda made: torch.optim.SGD(decay_groups(made, 5e-4), lr=0.05, momentum=0.9, nesterov=True)
)
expected["averagedNorm"] = averaged.norm().item()
expected["averagedStart"] = averaged[:20].tolist()
expected["adam"], _ = train("adam", lambda made: torch.optim.Adam(decay_groups(made, 5e-4), lr=0.002))

made = network(F.relu)
norms = [module for module in made.modules() if isinstance(module, torch.nn.BatchNorm2d)]
for norm in norms:
    norm.momentum = None
with torch.no_grad():
    for step in range(3):
        made(batch(step)[0])
    expected["batchStatistics"] = [value for norm in norms for value in flat([norm.running_mean, norm.running_var]).tolist()]
    made.eval()
    task_logits, head_logits, features = made(batch(3)[0])
expected["taskLogits"] = task_logits.flatten().tolist()
expected["headLogits"] = head_logits.flatten().tolist()
expected["features"] = features.flatten().tolist()
(here / "expected.json").write_text(json.dumps(expected) + "\n")
