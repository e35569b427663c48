import { parseArgs } from 'node:util';
import { chooseSets } from './chooseSets';
import { checkClaims, type CheckedClaim } from './probe/checkClaims';
import { contradicts } from './probe/contradicts';
import { truthSets } from './sets';

/** Prints what the probe sees of every transform of the drawn sets, beside what is claimed; exit code 1 when one contradicts. */
export async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      sets: { type: 'string' },
      images: { type: 'string', default: '1500' },
      seed: { type: 'string', default: '1' },
      guard: { type: 'string', default: '3' },
    },
  });
  let contradictions = 0;
  for (const set of chooseSets(truthSets, values.sets)) {
    console.log(`\n${set.name}: ${set.about}`);
    const options = { n: Number(values.images), seed: Number(values.seed), guard: Number(values.guard) };
    for (const claim of await checkClaims(set, options)) {
      const against = contradicts(claim);
      if (against) contradictions++;
      console.log(lineOf(claim) + (against ? `   ← ${against}` : ''));
    }
  }
  console.log(`\n${contradictions} claims contradicted.`);
  if (contradictions > 0) process.exitCode = 1;
}

function lineOf({ transform, claim, told, changed, became }: CheckedClaim): string {
  const range = ({ auroc, interval }: CheckedClaim['told']): string =>
    `${auroc.toFixed(3)} [${interval.map((end) => end.toFixed(2)).join(', ')}]`;
  const share = changed < 1 ? `, changes ${Math.round(100 * changed)} %` : '';
  const against = became.length > 0 ? `, against what it becomes ${became.map(range).join(', ')}` : '';
  return `  ${claim.padEnd(9)} ${transform.padEnd(17)} ${range(told)}${share}${against}`;
}
