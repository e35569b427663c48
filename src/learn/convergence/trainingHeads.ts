import type { Feed } from '../../data/feed/feed';
import type { PresentationOrder } from '../../data/split/trainingOrder';
import { judgedAuroc } from '../../judge/aurocInterval';
import { pairedDelong } from '../../judge/delong';
import { judgedZ } from '../../judge/judgedZ';
import type { Auroc } from '../../protocol/evidence';
import type { CompiledNetwork } from '../compiledNetwork';
import { drawSet } from '../judgingSets';
import { infer, type Weights } from '../measuring/infer';
import { headColumn } from '../measuring/networkOutputs';

/** Enough to tell memorising from seeing: a standard error of about 0.02 at chance. */
const pictures = 400;

export interface TrainingHeadsOptions {
  readonly feed: Feed;
  /** The training pictures' order; the first of it are looked at. */
  readonly order: PresentationOrder;
  /** Training pictures there are. */
  readonly available: number;
  readonly transforms: number;
  readonly looks: number;
  readonly batchSize: number;
  readonly signal: AbortSignal;
}

/**
 * Each transform's head on pictures that were learned from, clean against with only it applied: beside the held-out AUROC it
 * tells whether the head knows the transform or the pictures. By pool index.
 */
export async function trainingHeads(
  network: CompiledNetwork,
  weights: Weights,
  { feed, order, available, transforms, looks, batchSize, signal }: TrainingHeadsOptions,
): Promise<Auroc[]> {
  const n = Math.min(pictures, available);
  const items = order.take(0, n);
  const zJudged = judgedZ({ transforms, looks });
  const outputsOf = async (draw: Parameters<typeof drawSet>[0], stream: string) => {
    const set = await drawSet(draw, stream, true, { feed, items, batchSize, transforms, signal, statistics: false });
    return infer(network, weights, set, { feed, n, signal });
  };
  const clean = await outputsOf({ kind: 'clean' }, 'training clean');
  const heads: Auroc[] = [];
  for (let transform = 0; transform < transforms; transform++) {
    const outputs = await outputsOf({ kind: 'only', transform }, `training only ${transform}`);
    const { auroc, variance } = pairedDelong(headColumn(clean, transform), headColumn(outputs, transform));
    heads.push(judgedAuroc({ auroc, standardError: Math.sqrt(variance), n }, zJudged));
  }
  return heads;
}
