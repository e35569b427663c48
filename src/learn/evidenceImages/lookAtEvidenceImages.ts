import type { Image } from '../../augment/image';
import { encodeWebp } from '../../data/encodeWebp';
import { assignFolds } from '../../judge/folds';
import type { EvidenceImage, EvidenceImages } from '../../protocol/closing';
import { createRandom } from '../../random/random';
import type { ClosingContext, ClosingLook } from '../closing/closingContext';
import { infer } from '../measuring/infer';
import { choosePictures } from './choosePictures';
import { networkDetector, type NetworkDetector } from './networkDetector';
import { occlusionMap } from './occlusion';
import { overlay } from './overlay';
import { picturesOf } from './picturesOf';
import { scoreFalls } from './scoreFalls';

/** Maps are smooth: they are drawn at this many pixels a side or a little more, on pictures enlarged as a whole. */
const mapSide = 128;
/** Log-odds that are drawn in full colour at least, so that where nothing was seen little is shown. */
const leastFull = 0.5;

/** The pictures that the network went by or was misled by, for every transform that changes any; by pool index. */
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
  const maps: Float32Array[] = [];
  for (const [i, picture] of all.entries()) {
    maps.push(await mapOf(after[i], picture, detector, transformed.features, context));
  }
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

/** What each point of the transformed version adds to the log-odds of its being transformed. */
async function mapOf(
  image: Image,
  picture: number,
  detector: NetworkDetector,
  features: Float32Array,
  { network, weights, sets, job }: ClosingContext,
): Promise<Float32Array> {
  job.signal.throwIfAborted();
  const batchSize = sets.clean.requests[0].items.length;
  const score = (some: Float32Array, row: number): number => detector.score(picture, some, row);
  const falls = await scoreFalls(image, score(features, picture), { network, weights, batchSize, score });
  return occlusionMap(falls, image.width * Math.ceil(mapSide / image.width));
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
