import type { Image } from '../../augment/image';
import { encodeWebp } from '../../data/encodeWebp';
import { assignFolds } from '../../judge/folds';
import type { EvidenceImage, EvidenceImages } from '../../protocol/closing';
import { createRandom } from '../../random/random';
import type { ClosingContext, ClosingLook } from '../closing/closingContext';
import { infer } from '../measuring/infer';
import type { NetworkOutputs } from '../measuring/networkOutputs';
import { choosePictures } from './choosePictures';
import { networkDetector, type NetworkDetector } from './networkDetector';
import { occlusionMap } from './occlusion';
import { overlay } from './overlay';
import { picturesOf } from './picturesOf';
import { type Scored, scoreFalls } from './scoreFalls';

/** Maps are smooth: they are drawn at this many pixels a side or a little more, on pictures enlarged as a whole. */
const mapSide = 128;
/** Log-odds that are drawn in full colour at least, so that where nothing was seen little is shown. */
const leastFull = 0.5;

/**
 * The pictures whose two versions the network told apart most surely or mixed up most surely, for every transform that changes any,
 * by pool index. The map says what each place of the transformed version adds to the log-odds of its being transformed, less what the
 * patches add to either version.
 */
export const lookAtEvidenceImages: ClosingLook<'images'> = async (context) => {
  const { job, sets, onProgress } = context;
  const shown = [...job.pool.keys()].filter((transform) => sets.only[transform].changedShare > 0);
  const images: EvidenceImages[] = [];
  for (const transform of shown) {
    images.push(await imagesOf(transform, context));
    onProgress(images.length, shown.length);
  }
  return images;
};

async function imagesOf(transform: number, context: ClosingContext): Promise<EvidenceImages> {
  const { job, network, weights, sets, kept } = context;
  const { feed, signal, settings } = job;
  const options = { feed, n: sets.clean.n, signal, kept };
  const clean = await infer(network, weights, sets.clean, options);
  const transformed = await infer(network, weights, sets.only[transform], options);
  const folds = assignFolds(options.n, createRandom(settings.seed, 'folds'));
  const detector = networkDetector(clean, transformed, folds);
  const chosen = choosePictures(detector.margins);
  const all = [...chosen.surest, ...chosen.fooled];
  const before = await picturesOf(sets.clean, all, feed, signal);
  const after = await picturesOf(sets.only[transform], all, feed, signal);
  const scored = (images: readonly Image[], { features }: NetworkOutputs): Scored[] =>
    all.map((picture, i) => {
      const score = (some: Float32Array, row: number): number => detector.score(picture, some, row);
      return { image: images[i], whole: score(features, picture), score };
    });
  const batchSize = sets.clean.requests[0].items.length;
  const falls = await scoreFalls([...scored(before, clean), ...scored(after, transformed)], {
    network,
    weights,
    batchSize,
    signal,
  });
  // A patch moves the score by itself, too: it is smooth, and so looks enlarged or blurred. That part is common to both versions.
  const ofPatch = mean(falls.flat());
  const mapSize = feed.side * Math.ceil(mapSide / feed.side);
  const maps = falls.slice(all.length).map((ofOne) =>
    occlusionMap(
      ofOne.map((fall) => fall - ofPatch),
      mapSize,
    ),
  );
  // One scale for all maps of a transform.
  const full = Math.max(leastFull, ...maps.map(strongest));
  const saved = await Promise.all(
    all.map((picture, i) => {
      const isSure = i < chosen.surest.length;
      const place = isSure ? `surest-${i}` : `fooled-${i - chosen.surest.length}`;
      const pictures = { clean: before[i], transformed: after[i], map: overlay(after[i], maps[i], full) };
      return save(`${job.pool[transform].name}-${place}`, pictures, picture, detector, context);
    }),
  );
  return {
    transform: job.pool[transform].name,
    surest: saved.slice(0, chosen.surest.length),
    fooled: saved.slice(chosen.surest.length),
  };
}

async function save(
  name: string,
  pictures: Readonly<Record<'clean' | 'transformed' | 'map', Image>>,
  picture: number,
  { margins }: NetworkDetector,
  { job, judging }: ClosingContext,
): Promise<EvidenceImage> {
  const keep = async (what: keyof typeof pictures): Promise<string> => {
    const file = `previews/evidence-${name}-${what}.webp`;
    await job.sink.savePreview(file, await encodeWebp(pictures[what]));
    return file;
  };
  const label = job.classes[job.labelOf(judging[picture])] ?? null;
  const [clean, transformed, map] = [await keep('clean'), await keep('transformed'), await keep('map')];
  return { clean, transformed, map, label, margin: margins[picture] };
}

function strongest(map: Float32Array): number {
  return map.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
