import { milderTransforms } from '../judge/magnitudes/milder';
import { exportedMembers } from '../judge/pairs/members';
import { usedAs } from '../judge/safeSet';
import type { Result, TransformResult } from '../protocol/result';

/**
 * The result with those transforms in its safe set, too, that are not safe as judged but are in a smaller range, with the settings of
 * that range. This is what pipelines are made from; a result that has been through here is given back as it is.
 */
export function withMilder(result: Result): Result {
  const milder = new Map(milderOf(result).map(({ magnitude, step }) => [magnitude.transform, step.params]));
  const safeSet = exportedMembers(result.transforms, result.closing).map(({ name }) => name);
  const joining = new Map([...milder].filter(([name]) => safeSet.includes(name)));
  if (joining.size === 0) return result;
  return {
    ...result,
    transforms: result.transforms.map((one) => ({ ...one, params: joining.get(one.name) ?? one.params })),
    safeSet,
    use: { ...result.use, ...usedAs(safeSet, result.closing.use) },
  };
}

/** What a reader of the exported set must know of those that joined it: name, smaller range, range as judged, verdict as judged. */
export function joinedMilder(result: Result): [name: string, range: string, judged: string, verdict: string][] {
  return milderOf(result)
    .filter(({ magnitude }) => result.safeSet.includes(magnitude.transform))
    .map(({ magnitude, step, verdict }) => {
      const judged = magnitude.steps.find(({ value }) => value === magnitude.default) ?? step;
      return [
        magnitude.transform,
        settingsIn(step.params, judged.params),
        settingsIn(judged.params, step.params),
        verdict,
      ];
    });
}

function milderOf({ transforms, closing: { magnitudes } }: Result): ReturnType<typeof milderTransforms> {
  return milderTransforms({ transforms, magnitudes });
}

/** Those settings in which two ranges differ: "brightnessLimit [-0.05, 0.05]". */
function settingsIn(params: TransformResult['params'], other: TransformResult['params']): string {
  return Object.entries(params)
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(other[key]))
    .map(
      ([key, value]) => `${key} ${typeof value === 'number' ? rounded(value) : `[${value.map(rounded).join(', ')}]`}`,
    )
    .join(', ');
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
