import type { Step } from '../../data/feed/steps/step';
import { hundredth } from '../../judge/words';
import type { TraceProbe } from '../../protocol/closing';

/** How much of what was seen above chance a step hides: more than half of it or less, or an interval that holds the half. */
export type Hidden = 'most' | 'half' | 'little';

type Told = Pick<TraceProbe, 'transform' | 'without' | 'with' | 'fileTrace'>;

/** What the probe says with and without the step, for people. `hidden` is null where it was not settled that anything is seen. */
export function traceSentence(step: Step, told: Told, hidden: Hidden | null): string {
  const { transform, without } = told;
  const before = `told in ${hundredth(without.auroc)} of 100 pairs`;
  const after = `in ${hundredth(told.with.auroc)} once both sides are ${done(step)}`;
  return `${finding(step.kind, transform, told.fileTrace, hidden)}: ${before}, ${hidden === 'little' ? 'still ' : ''}${after}.`;
}

function finding(kind: Step['kind'], transform: string, fileTrace: boolean, hidden: Hidden | null): string {
  if (hidden === null) return `Whether ${transform} is seen at all is not settled`;
  if (kind === 'blur') {
    if (hidden === 'half') return `Both the blur of its enlargement and its framing give ${transform} away`;
    const most = hidden === 'most' ? 'the blur of its enlargement' : 'framing and scale';
    return `Of what gives ${transform} away, most is ${most}`;
  }
  const where = kind === 're-encode' ? 'the file' : 'the resampling';
  if (fileTrace) return `${transform} is seen in ${where}, not in the picture`;
  if (hidden === 'little') return `${transform} is seen in the picture itself`;
  return `${transform} is seen ${hidden === 'most' ? 'mostly' : 'partly'} in ${where}`;
}

function done(step: Step): string {
  switch (step.kind) {
    case 're-encode':
      return `${step.block === null ? '' : 'cut to whole JPEG blocks and '}saved again as JPEG (quality ${step.quality}, ${step.subsampling})`;
    case 'half-pixel':
      return 'shifted by half a pixel';
    case 'blur':
      return 'equally blurred';
  }
}
