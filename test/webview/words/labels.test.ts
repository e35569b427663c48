import { describe, expect, it } from 'vitest';
import type { ClassLabelEvidence, LabelEvidence } from '../../../src/protocol/evidence';
import type { JudgedTransform } from '../../../webview/model/judgedRun';
import { adviceOf, sentencesOf, tell, type Told } from '../harness/transforms';
import { situations } from '../harness/runs';

/** The same transform with other evidence on its labels, or judged otherwise. */
function withLabels(told: Told, labels: Partial<LabelEvidence>, judged: Partial<JudgedTransform> = {}): Told {
  const { evidence } = told.transform;
  if (!evidence?.labels) throw new Error('There is no evidence on labels.');
  const changed = { ...evidence, labels: { ...evidence.labels, ...labels } };
  return { ...told, transform: { ...told.transform, evidence: changed, ...judged } };
}

const rotated = (): Told => tell('RandomRotate90', situations.harmful());
const cropped = (): Told => tell('RandomCrop', situations.finished());

/** 12 of a class, most of which become another as surely as clean ones: too few to say so. */
const few: ClassLabelEvidence = {
  class: 8,
  outcome: null,
  of: 14,
  n: 12,
  changed: 11,
  intervalJudged: [0.45, 0.99],
  became: { class: 3, count: 10 },
  confidenceClean: 0.93,
  confidenceChanged: 0.92,
};
const perClass = (told: Told): readonly ClassLabelEvidence[] => told.transform.evidence?.labels?.perClass ?? [];

describe('what is said of labels', () => {
  it('names the classes that break, how many they are, and what holds for the others', () => {
    expect(sentencesOf(rotated())).toContain(
      'labels: It breaks “6” only: 1 of 10 classes. For the other classes it would be shifting.',
    );
  });

  it('names in the advice only what broke twice', () => {
    const once = perClass(rotated()).find((one) => one.class === 6 && one.outcome === '180°')!;
    const also = { ...once, class: 2, became: { class: 5, count: once.became!.count } };
    const told = withLabels(rotated(), { perClass: [...perClass(rotated()), also] });
    expect(adviceOf(told)).toBe('Leave it out: it teaches wrong labels for “6”.');
    const said = sentencesOf(told);
    expect(said).toMatch(/labels: Labels break: of \d+ recognised pictures of “6 at 180°”/);
    expect(said).toMatch(/labels: In this evaluation labels broke.* pictures of “2 at 180°”/);
  });

  it('says that labels broke in this evaluation where the verdict is not harmful', () => {
    const said = sentencesOf(withLabels(rotated(), {}, { verdict: 'shifting', exceptClasses: [], otherClasses: null }));
    expect(said).toContain('labels: In this evaluation labels broke');
    expect(said).not.toMatch(/Labels break|It breaks/);
  });

  it('does not deny a class that may turn into another', () => {
    const harder = { drop: 0.06, dropInterval95: [0.05, 0.07] as const };
    expect(sentencesOf(withLabels(cropped(), harder))).toMatch(/harder by 6\.0 points .*no class was seen to turn/);
    const said = sentencesOf(
      withLabels(cropped(), { ...harder, perClass: [...perClass(cropped()).slice(0, 8), few, perClass(cropped())[9]] }),
    );
    expect(said).toContain(
      'labels: Labels may break, too few pictures to say: of 12 recognised pictures of “River”, 11 become another class, 10 of them “Highway”.',
    );
    expect(said).not.toMatch(/no class/);
  });

  it('leaves to the reason what the reason tells', () => {
    const reason =
      'Labels may break, too few pictures to say: of 12 recognised pictures of “River”, 11 become another class, 10 of them “Highway”.';
    const told = withLabels(
      cropped(),
      { perClass: [few] },
      { verdict: 'undecided', reasonCode: 'too-few-labels', reason },
    );
    const said = sentencesOf(told).split('\n');
    expect(said.filter((line) => line.includes('12 recognised pictures'))).toEqual([`wait: ${reason}`]);
  });

  it('names the classes of which nothing is known', () => {
    const rare = perClass(cropped()).map((one) => (one.class === 4 ? { ...one, n: 3, changed: 1 } : one));
    expect(sentencesOf(withLabels(cropped(), { perClass: rare }))).toContain(
      'labels: Whether the labels of “Industrial” hold is unknown: too few of their pictures are recognised.',
    );
  });
});
