import type { Marks } from '../../data/feed/draws/marks';
import type { Feed } from '../../data/feed/feed';
import { drawSet, type JudgingSet } from '../judgingSets';
import { ladderPlans } from './ladders';

/** The two sides of a rung: the label 0 and the label 1, on the same pictures. */
export interface RungSets {
  readonly strength: number;
  readonly sides: readonly [JudgingSet, JudgingSet];
}

/** Every set that the controls are measured on, drawn once: differences between evaluations are the network's. */
export interface ControlSets {
  /** Without and with the pattern. */
  readonly appearance: readonly RungSets[];
  /** The glyph as drawn and mirrored, at the same place. */
  readonly orientation: readonly RungSets[];
  /** Two draws of the same pictures without marks: heads and tails of a coin. */
  readonly coin: readonly [JudgingSet, JudgingSet];
}

export interface ControlSetsOptions {
  readonly feed: Feed;
  /** The pictures that marks are looked for on. */
  readonly items: Int32Array;
  /** Pictures per request. */
  readonly batchSize: number;
  readonly signal: AbortSignal;
}

/** Sets of the control pictures that an evaluation measures. */
export const controlSetCount =
  2 + ladderPlans.appearance.strengths.length + 2 * ladderPlans.orientation.strengths.length;
/** Pixels kept in memory for all sets together; beyond it they are drawn again for each evaluation. */
const keepBytes = 64 * 2 ** 20;

const unmarked: Marks = { pattern: 0, glyph: 0, mirrored: false };

/** Draws and describes all control sets. Throws the signal's reason when aborted. */
export async function drawControlSets(options: ControlSetsOptions): Promise<ControlSets> {
  const { feed, items } = options;
  const keep = controlSetCount * items.length * feed.side ** 2 * feed.channels <= keepBytes;
  const drawMarked = (marks: Marks, stream = 'judge marks'): Promise<JudgingSet> =>
    drawSet({ kind: 'marked', marks }, stream, keep, { ...options, transforms: 0 });
  const coin = [await drawMarked(unmarked, 'judge heads'), await drawMarked(unmarked, 'judge tails')] as const;
  const appearance: RungSets[] = [];
  for (const strength of ladderPlans.appearance.strengths) {
    appearance.push({ strength, sides: [coin[0], await drawMarked({ ...unmarked, pattern: strength })] });
  }
  const orientation: RungSets[] = [];
  for (const strength of ladderPlans.orientation.strengths) {
    const glyph = { ...unmarked, glyph: strength };
    orientation.push({ strength, sides: [await drawMarked(glyph), await drawMarked({ ...glyph, mirrored: true })] });
  }
  return { appearance, orientation, coin };
}
