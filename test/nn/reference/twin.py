"""The joint network of src/nn in PyTorch, with the same parameters in the same order."""
import torch
from torch import nn
from torch.nn import functional as F


class Layer(nn.Module):
    """A convolution without bias, padded by half its kernel, and BatchNorm."""

    def __init__(self, inputs, outputs, kernel, stride):
        super().__init__()
        self.convolution = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False)
        self.norm = nn.BatchNorm2d(outputs)

    def forward(self, x):
        return self.norm(self.convolution(x))


class Block(nn.Module):
    def __init__(self, inputs, outputs, stride, activate):
        super().__init__()
        self.activate = activate
        self.first = Layer(inputs, outputs, 3, stride)
        self.second = Layer(outputs, outputs, 3, 1)
        self.projection = Layer(inputs, outputs, 1, stride) if stride > 1 or inputs != outputs else None

    def forward(self, x):
        y = self.second(self.activate(self.first(x)))
        return self.activate(y + (x if self.projection is None else self.projection(x)))


class JointNetwork(nn.Module):
    """[N, C, S, S] normalised pixels -> task logits, transform logits, features."""

    def __init__(self, side, channels, classes, transforms, widths, blocks, activate=F.relu):
        super().__init__()
        self.activate = activate
        stride = 1
        while side > 48 * stride:
            stride *= 2
        self.stem = Layer(channels, widths[0], 3 if stride == 1 else stride + 1, stride)
        layers, inputs = [], widths[0]
        for stage, width in enumerate(widths):
            for i in range(blocks[stage]):
                layers.append(Block(inputs, width, 2 if stage > 0 and i == 0 else 1, activate))
                inputs = width
        self.blocks = nn.Sequential(*layers)
        self.task = nn.Linear(inputs, classes)
        self.transforms = nn.Linear(inputs, transforms)

    def forward(self, x):
        features = self.blocks(self.activate(self.stem(x))).mean((2, 3))
        return self.task(features), self.transforms(features), features


def joint_loss(task_logits, head_logits, labels, applied, heads_weight=8):
    """Both losses and their sum; labels of -1 do not count."""
    task = F.cross_entropy(task_logits, labels, ignore_index=-1)
    heads = F.binary_cross_entropy_with_logits(head_logits, applied)
    return task, heads, task + heads_weight * heads


def decay_groups(network, weight_decay):
    """Weight decay for weights with more than one axis only."""
    parameters = list(network.parameters())
    return [
        dict(params=[p for p in parameters if p.ndim > 1], weight_decay=weight_decay),
        dict(params=[p for p in parameters if p.ndim <= 1], weight_decay=0),
    ]


def flat(tensors):
    return torch.cat([tensor.detach().reshape(-1) for tensor in tensors])
