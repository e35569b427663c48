import { describe, expect, it } from 'vitest';
import { checkClaims } from '../../../bench/truth/probe/checkClaims';
import { contradicts } from '../../../bench/truth/probe/contradicts';
import { cameras } from '../../../bench/truth/sets/cameras';
import { inks } from '../../../bench/truth/sets/inks';
import { jpegs } from '../../../bench/truth/sets/jpegs';
import { shifting, safe } from '../../../bench/truth/truth';
import { throughFile } from '../../../bench/truth/writeSet';
import { parity } from '../../../src/learn/fileTests/parity';
import { createRandom } from '../../../src/random/random';

const options = { n: 200, seed: 1, pool: ['RandomGamma', 'RandomBrightness', 'Blur'] };

describe('checking claims by statistics', () => {
  it('finds that gamma changes nothing in black and white, and brightness much', async () => {
    const [gamma, brightness] = await checkClaims(inks, options);
    expect(gamma).toMatchObject({ claim: 'safe', changed: 0 });
    expect(brightness.told.auroc).toBeGreaterThan(0.9);
    expect([gamma, brightness].map(contradicts)).toEqual([null, null]);
  });

  it('speaks against a claim that is not so', async () => {
    const truth = { RandomGamma: shifting('wrong.'), RandomBrightness: safe('wrong.') };
    const [gamma, brightness] = await checkClaims({ ...inks, truth }, options);
    expect(contradicts(gamma)).toContain('hardly sees');
    expect(contradicts(brightness)).toContain('may be told');
  });

  it('tells a class that breaks into another from one that does not', async () => {
    const [, , honest] = await checkClaims(cameras, options);
    expect(honest.became).toHaveLength(1);
    expect(honest.became[0].auroc).toBeLessThan(0.65);
    const wrongOne = { from: 1, to: 2, outcome: null };
    const blurred = { ...cameras.truth.Blur, breaks: [...(cameras.truth.Blur.breaks ?? []), wrongOne] };
    const [, , wrong] = await checkClaims({ ...cameras, truth: { Blur: blurred } }, options);
    expect(contradicts(wrong)).toContain('something else');
  });
});

it('has JPEG files in which the columns of the halved chroma give a flip away', async () => {
  const signs = await Promise.all(
    Array.from({ length: 60 }, async (_, i) => {
      const image = jpegs.draw(createRandom(1, 'parity', i), i % 2);
      const [, cb] = parity(await throughFile(image, jpegs.file), 'columns');
      return Math.sign(cb);
    }),
  );
  const sum = signs.reduce((total, sign) => total + sign, 0);
  // Without a trace the sum of 60 signs is beyond ±30 once in 10,000 sets.
  expect(Math.abs(sum)).toBeGreaterThan(30);
});
