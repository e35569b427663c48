import type { KnownVerdict, Truth } from './truth';

const answers: readonly KnownVerdict[] = ['safe', 'shifting', 'harmful'];

export interface Baseline {
  readonly right: number;
  readonly claims: number;
}

/**
 * What is right without looking at a picture: for each transform the one answer that is right on most of these sets, given on all of them.
 * `harmful` counts by the verdict alone, so this is the most that such an answer can reach. Beyond it lie the claims that
 * discriminate: those of transforms that are one thing on one set and another on the next.
 */
export function constantAnswers(truths: readonly Readonly<Record<string, Truth>>[]): Baseline {
  const byTransform = new Map<string, Truth[]>();
  for (const truth of truths) {
    for (const [name, known] of Object.entries(truth)) byTransform.set(name, [...(byTransform.get(name) ?? []), known]);
  }
  const claims = [...byTransform.values()];
  return {
    right: claims.reduce((sum, known) => sum + rightWithBest(known), 0),
    claims: claims.reduce((sum, { length }) => sum + length, 0),
  };
}

function rightWithBest(known: readonly Truth[]): number {
  return Math.max(...answers.map((answer) => known.filter(({ is }) => is.includes(answer)).length));
}
