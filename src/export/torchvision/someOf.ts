/** torchvision has no SomeOf. This one draws as Albumentations does: without repeats, in the list's order, each with its own chance. */
export const someOfClass = `class SomeOf(torch.nn.Module):
    """Draws n of the transforms and applies each of them with probability p."""

    def __init__(self, transforms, n, p):
        super().__init__()
        self.transforms = torch.nn.ModuleList(transforms)
        self.n = n
        self.p = p

    def forward(self, *inputs):
        sample = inputs if len(inputs) > 1 else inputs[0]
        drawn = torch.randperm(len(self.transforms))[: self.n].sort().values
        for index in drawn.tolist():
            if torch.rand(()) < self.p:
                sample = self.transforms[index](sample)
        return sample
`;
