import { expect, it } from 'vitest';
import type { ClassLabelEvidence } from '../../../src/protocol/evidence';
import type { Result, TransformResult } from '../../../src/protocol/result';
import { evidenceInWords } from '../../../src/report/words/evidence';
import { exampleResult } from '../../fixtures/result';

/** Noise, which costs accuracy, with what one class does under it. */
function withClass(changes: Partial<ClassLabelEvidence>): { transform: TransformResult; result: Result } {
  const result = exampleResult();
  const noise = result.transforms.find(({ name }) => name === 'GaussNoise')!;
  const labels = noise.evidence.labels!;
  const perClass = labels.perClass.map((one) => (one.class === 1 ? { ...one, ...changes } : one));
  return { result, transform: { ...noise, evidence: { ...noise.evidence, labels: { ...labels, perClass } } } };
}

it('calls it harder where no class looks broken', () => {
  const { transform, result } = withClass({});
  const said = evidenceInWords(transform, result).join(' ');
  expect(said).toContain('harder, but no class is seen to turn into another');
  expect(said).not.toContain('may break');
});

it('says that labels may break, and of which class, where the verdict says so too', () => {
  const few = { n: 12, of: 14, changed: 10, intervalJudged: [0.3, 0.97] as const };
  const { transform, result } = withClass({ ...few, became: { class: 2, count: 9 }, confidenceChanged: 0.9 });
  const said = evidenceInWords(transform, result).join(' ');
  expect(said).toContain(
    'Labels may break, without proof: of 12 recognised pictures of “Forest”, 10 become another class, 9 of them “HerbaceousVegetation”.',
  );
  expect(said).not.toContain('no class is seen to turn into another');
});
