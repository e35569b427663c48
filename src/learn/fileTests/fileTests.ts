import type { Image } from '../../augment/image';
import type { Transform } from '../../augment/transform';
import { aurocInterval } from '../../judge/aurocInterval';
import { pairedDelong } from '../../judge/delong';
import { fileFinding } from '../../judge/fileFinding';
import type { FileTest } from '../../protocol/result';
import type { Random } from '../../random/random';
import { traceStatistics, type TraceStatistic } from './traceStatistics';

export interface FileTestOptions {
  /** Pictures at working size, untransformed. Read once, one at a time. */
  readonly images: Iterable<Image> | AsyncIterable<Image>;
  /** The candidates; those without a known trace are skipped. */
  readonly pool: readonly Transform[];
  /** Pixels that the guard crop takes off each axis. Default 3. */
  readonly guard?: number;
  readonly random: Random;
}

/**
 * Looks for what gives a transform away in the file but not in the picture, before any training: for orientations the parity of
 * Y, Cb and Cr and the axis that it has, for lookup tables the gaps in the histogram. Each is one number, compared between the clean and the
 * transformed pictures as they are (unguarded) and with its trace hidden on both sides (guarded): by the guard crop for
 * parity, by dither for gaps. AUROCs read 0.5..1: the better of both directions, intervals turned along (paired DeLong).
 */
export async function fileTests({ images, pool, guard = 3, random }: FileTestOptions): Promise<FileTest[]> {
  const tests = pool.flatMap((transform) =>
    traceStatistics(transform, guard).map((statistic) => ({
      transform,
      statistic,
      readings: new Map<FileTest['channel'], Readings>(),
    })),
  );
  for await (const image of images) {
    for (const { transform, statistic, readings } of tests) {
      if (Math.min(image.height, image.width) >= statistic.shortestSide) {
        read(image, transform, statistic, readings, random);
      }
    }
  }
  return tests.flatMap(({ transform, statistic, readings }) =>
    [...readings].map(([channel, found]) => summarise(statistic.name, transform.name, channel, found)),
  );
}

/** One channel's numbers, a place per picture. */
interface Readings {
  readonly unguarded: Sides;
  readonly guarded: Sides;
}

interface Sides {
  readonly clean: number[];
  readonly transformed: number[];
}

function read(
  clean: Image,
  transform: Transform,
  { channels, measure, hide }: TraceStatistic,
  readings: Map<FileTest['channel'], Readings>,
  random: Random,
): void {
  const params = transform.sampleEffective?.(random, clean) ?? transform.sample(random, clean);
  const transformed = transform.apply(clean, params);
  const before = { clean: measure(clean), transformed: measure(transformed) };
  const after = { clean: measure(hide(clean, random)), transformed: measure(hide(transformed, random)) };
  for (const [index, channel] of channels(clean).entries()) {
    const { unguarded, guarded } = readings.get(channel) ?? {
      unguarded: { clean: [], transformed: [] },
      guarded: { clean: [], transformed: [] },
    };
    readings.set(channel, { unguarded, guarded });
    unguarded.clean.push(before.clean[index]);
    unguarded.transformed.push(before.transformed[index]);
    guarded.clean.push(after.clean[index]);
    guarded.transformed.push(after.transformed[index]);
  }
}

function summarise(name: string, transform: string, channel: FileTest['channel'], readings: Readings): FileTest {
  const unguarded = told(readings.unguarded);
  const guarded = told(readings.guarded);
  const fileTrace = fileFinding({ unguarded, guarded }) === 'hidden';
  return { name, transform, channel, unguarded, guarded, n: readings.unguarded.clean.length, fileTrace };
}

/** How well the numbers tell the sides apart, in the direction that does it better. */
function told({ clean, transformed }: Sides): FileTest['unguarded'] {
  const { auroc, variance } = pairedDelong(clean, transformed);
  const better = Math.max(auroc, 1 - auroc);
  return {
    auroc: better,
    interval95: aurocInterval({ auroc: better, standardError: Math.sqrt(variance), n: clean.length }),
  };
}
