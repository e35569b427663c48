import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Image, Mask } from '../../src/augment/image';

/** A folder of inputs, parameters and outputs computed by Albumentations 2.0.8 or by the specification's formulas (format 1). */
export interface GoldenSet {
  readonly folder: string;
  readonly inputs: readonly { readonly name: string; readonly file: string; readonly mask?: string }[];
  readonly cases: readonly GoldenCase[];
}

export interface GoldenCase {
  readonly id: string;
  readonly transform: string;
  readonly profile: string;
  readonly input: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly output: Strip;
  /** Largest allowed difference per value. */
  readonly tolerance: number | null;
  readonly maskInput?: string;
  readonly maskOutput?: Strip | 'unchanged';
}

/** One output inside a picture of many, stacked downwards. */
interface Strip {
  readonly file: string;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function readGoldenSet(folder: string): GoldenSet {
  const index = join(folder, 'golden.json');
  if (!existsSync(index)) throw new Error(`${folder} holds no golden.json, so it is no set of golden vectors.`);
  const { format, inputs, cases } = JSON.parse(readFileSync(index, 'utf8')) as Omit<GoldenSet, 'folder'> & {
    format: number;
  };
  if (format !== 1) throw new Error(`${index} has format ${format}; this test reads format 1.`);
  return { folder, inputs, cases };
}

/** The input picture of a case. */
export function readInput(set: GoldenSet, golden: GoldenCase): Promise<Image> {
  return decode(join(set.folder, inputOf(set, golden.input).file));
}

/** The expected picture of a case. */
export async function readOutput(set: GoldenSet, { output }: GoldenCase): Promise<Image> {
  return cut(await decode(join(set.folder, output.file)), output);
}

/** The input mask of a case and the expected one; null if the case has none. */
export async function readMasks(
  set: GoldenSet,
  { maskInput, maskOutput }: GoldenCase,
): Promise<{ before: Mask; after: Mask | 'unchanged' } | null> {
  if (maskInput === undefined || maskOutput === undefined) return null;
  const file = inputOf(set, maskInput).mask;
  if (file === undefined) throw new Error(`The input ${maskInput} has no mask.`);
  const before = await decode(join(set.folder, file));
  if (maskOutput === 'unchanged') return { before, after: 'unchanged' };
  return { before, after: cut(await decode(join(set.folder, maskOutput.file)), maskOutput) };
}

/** The parameters of a case as our transforms take them: fields of floats loaded, OpenCV's border codes in words. */
export function readParams(set: GoldenSet, { transform, params }: GoldenCase): unknown {
  if (transform === 'GaussNoise') {
    const bytes = readFileSync(join(set.folder, (params.noise as { file: string }).file));
    const noise = new Float32Array(bytes.length / 4);
    for (let i = 0; i < noise.length; i++) noise[i] = bytes.readFloatLE(4 * i);
    return { noise };
  }
  if ('border' in params) {
    const { border, fill, fillMask, ...rest } = params;
    if (border === 4) return rest;
    if (border === 0) return { ...rest, fill: { image: fill, mask: fillMask } };
    throw new Error(`OpenCV's border code ${String(border)} is not among those that our transforms know (0 and 4).`);
  }
  return params;
}

function inputOf(set: GoldenSet, name: string) {
  const input = set.inputs.find((entry) => entry.name === name);
  if (!input) throw new Error(`${set.folder}/golden.json lists no input named ${name}.`);
  return input;
}

async function decode(file: string): Promise<Image> {
  const picture = sharp(file);
  // Left alone, sharp would spread one gray channel over three.
  if ((await picture.metadata()).channels === 1) picture.toColourspace('b-w');
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  if (info.channels !== 1 && info.channels !== 3) throw new Error(`${file} has ${info.channels} channels.`);
  return { data: new Uint8Array(data), height: info.height, width: info.width, channels: info.channels };
}

function cut(strip: Image, { top, height, width }: Strip): Image {
  const { data, channels } = strip;
  const output = new Uint8Array(height * width * channels);
  for (let y = 0; y < height; y++) {
    const start = (top + y) * strip.width * channels;
    output.set(data.subarray(start, start + width * channels), y * width * channels);
  }
  return { data: output, height, width, channels };
}
