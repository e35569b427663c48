import type { JudgedSet } from '../judgedSet';
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
    const { code, missing } = torchvisionCode(result);
    const { facts, warnings } = provenanceOf(result);
    const lost = missing.map(({ name, reason }) => `${name} is left out: ${reason}.`);
    const head = comments([
      ...facts,
      ...[...warnings, ...lost].map((line) => `Warning: ${line}`),
      'Use: safe_transforms(image) on uint8 tensors (v2.ToImage() makes them) or, but for noise, on PIL pictures.',
    ]);
    return head + code;
  },
};

export interface TorchvisionCode {
  /** Imports, the classes and functions that torchvision lacks, and the pipeline. */
  readonly code: string;
  /** The safe transforms that torchvision cannot express. */
  readonly missing: readonly { readonly name: string; readonly reason: string }[];
}

/** The module without the comments at its head. */
export function torchvisionCode(judged: JudgedSet): TorchvisionCode {
  const { items, helpers, missing } = translated(judged);
  if (items.length === 0) {
    return { code: 'from torchvision.transforms import v2\n\nsafe_transforms = v2.Identity()\n', missing };
  }
  const { subsetSize, p } = judged.use;
  const some = {
    call: 'SomeOf',
    positional: [{ items }],
    keywords: { n: String(Math.min(subsetSize, items.length)), p: float(p) },
  };
  const parts = [someOfClass, ...helpers, `safe_transforms = ${printed(some, '', 18)}\n`];
  const tensors = helpers.length > 0 ? 'from torchvision import tv_tensors\n' : '';
  const imports = `import torch\n${tensors}from torchvision.transforms import v2\n`;
  return { code: `${imports}\n\n${parts.join('\n\n')}`, missing };
}

interface Translation {
  readonly items: readonly Item[];
  readonly helpers: readonly string[];
  readonly missing: TorchvisionCode['missing'];
}

function translated(judged: JudgedSet): Translation {
  const { profile, size } = judged.settings;
  const items: Item[] = [];
  const helpers: string[] = [];
  const missing: TorchvisionCode['missing'][number][] = [];
  for (const transform of safeTransforms(judged)) {
    const equivalent = torchvisionEquivalent(transform, { profile, size });
    if ('missing' in equivalent) {
      missing.push({ name: transform.name, reason: equivalent.missing });
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
