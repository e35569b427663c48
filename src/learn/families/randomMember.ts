import type { Random } from '../../random/random';
import type { JudgingSet } from '../judgingSets';
import type { DrawnSet } from '../measuring/aloneEvidence';
import type { NetworkOutputs } from '../measuring/networkOutputs';

/** One transform's pictures, and what the network says about them. */
export interface Member {
  readonly set: Pick<JudgingSet, 'n' | 'statistics'>;
  readonly outputs: NetworkOutputs;
}

/** The first n pictures, each under one of the members: features and statistics are taken over row by row. */
export function randomMember(
  members: readonly Member[],
  n: number,
  random: Random,
): { readonly set: DrawnSet; readonly outputs: NetworkOutputs } {
  const { featureCount } = members[0].outputs;
  const features = new Float32Array(n * featureCount);
  const statisticsCount = statisticsOf(members[0]).length / members[0].set.n;
  const statistics = new Float32Array(n * statisticsCount);
  for (let i = 0; i < n; i++) {
    const member = members[random.integer(0, members.length - 1)];
    copyRow(member.outputs.features, features, i, featureCount);
    copyRow(statisticsOf(member), statistics, i, statisticsCount);
  }
  return { set: { n, statistics, changedShare: 1 }, outputs: { ...members[0].outputs, n, features } };
}

function statisticsOf({ set: { statistics } }: Member): Float32Array {
  if (statistics === null) throw new Error('This set was drawn without statistics.');
  return statistics;
}

function copyRow(from: Float32Array, to: Float32Array, row: number, width: number): void {
  to.set(from.subarray(row * width, (row + 1) * width), row * width);
}
