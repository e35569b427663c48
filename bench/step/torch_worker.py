"""Takes training steps of the twin network on request: a line in, milliseconds out. Settings: JSON, see networks.ts."""
import json
import pathlib
import sys
import time

import torch

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "test" / "nn" / "reference"))
sys.dont_write_bytecode = True
from twin import JointNetwork, decay_groups, joint_loss  # noqa: E402

settings = json.loads(sys.argv[1])
torch.set_num_threads(settings["threads"])
torch.manual_seed(1)
memory_format = torch.channels_last if settings["channelsLast"] else torch.contiguous_format
side, batch = settings["side"], settings["batch"]
network = JointNetwork(
    side, 3, settings["classes"], settings["transforms"], settings["widths"], settings["blocks"]
).to(memory_format=memory_format)
optimizer = torch.optim.SGD(decay_groups(network, 5e-4), lr=0.05, momentum=0.9, nesterov=True, fused=True)
parameters = list(network.parameters())
averaged = [parameter.detach().clone() for parameter in parameters]
pixels = torch.randint(0, 256, (batch, side, side, 3), dtype=torch.uint8)
labels = torch.randint(0, settings["classes"], (batch,))
applied = (torch.rand(batch, settings["transforms"]) < 0.13).float()


def step():
    x = ((pixels.permute(0, 3, 1, 2).float() - 120) / 60).contiguous(memory_format=memory_format)
    task_logits, head_logits, _ = network(x)
    task, heads, loss = joint_loss(task_logits, head_logits, labels, applied)
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    optimizer.step()
    with torch.no_grad():
        torch._foreach_lerp_(averaged, parameters, 0.01)
    return task.item(), heads.item(), (task_logits.argmax(1) == labels).sum().item()


print("ready", flush=True)
for _ in sys.stdin:
    start = time.perf_counter()
    step()
    print((time.perf_counter() - start) * 1e3, flush=True)
