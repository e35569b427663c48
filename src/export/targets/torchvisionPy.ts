import type { Result } from '../../protocol/result';
import { paperNote } from '../paperProfile';
import { provenanceOf } from '../provenance';
import { printed, type Item } from '../python/expression';
import { comments, float } from '../python/literal';
import { safeTransforms } from '../safeTransforms';
import type { ExportTarget } from '../target';
import { someOfClass } from '../torchvision/someOf';
import { torchvisionEquivalent } from '../torchvision/transforms';

/** A Python module that defines `safe_transforms` with torchvision.transforms.v2; says what differs and what is left out. */
export const torchvisionPy: ExportTarget = {
  name: 'torchvision-py',
  description: 'Python module that defines safe_transforms with torchvision.transforms.v2',
  fileName: 'safe_transforms.py',
  render(result) {
    const { items, helpers, missing } = translated(result);
    const { facts, warnings } = provenanceOf(result);
    const head = comments([
      ...facts,
      ...[...warnings, ...missing].map((line) => `Warning: ${line}`),
      'Use: safe_transforms(image) on uint8 tensors (v2.ToImage() makes them) or, but for noise, on PIL pictures.',
    ]);
    if (items.length === 0) return `${head}from torchvision.transforms import v2\n\nsafe_transforms = v2.Identity()\n`;
    const { subsetSize, p } = result.use;
    const some = {
      call: 'SomeOf',
      positional: [{ items }],
      keywords: { n: String(Math.min(subsetSize, items.length)), p: float(p) },
    };
    const parts = [someOfClass, ...helpers, `safe_transforms = ${printed(some, '', 18)}\n`];
    const tensors = helpers.length > 0 ? 'from torchvision import tv_tensors\n' : '';
    return `${head}import torch\n${tensors}from torchvision.transforms import v2\n\n\n${parts.join('\n\n')}`;
  },
};

interface Translation {
  readonly items: readonly Item[];
  readonly helpers: readonly string[];
  /** One sentence for each transform that torchvision cannot express. */
  readonly missing: readonly string[];
}

function translated(result: Result): Translation {
  const { profile, size } = result.settings;
  const items: Item[] = [];
  const helpers: string[] = [];
  const missing: string[] = [];
  for (const transform of safeTransforms(result)) {
    const equivalent = torchvisionEquivalent(transform, { profile, size });
    if ('missing' in equivalent) {
      missing.push(`${transform.name} is left out: ${equivalent.missing}.`);
      continue;
    }
    const { code, approximation, helper } = equivalent;
    const differs = approximation === null ? [] : [`Approximation of ${transform.name}: ${approximation}`];
    const old = profile === 'paper' ? paperNote(transform.name) : null;
    items.push({ value: code, comments: [...(differs.length ? differs : [transform.name]), ...(old ? [old] : [])] });
    if (helper) helpers.push(helper);
  }
  return { items, helpers, missing };
}
