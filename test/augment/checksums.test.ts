import { describe, expect, it } from 'vitest';
import type { Image } from '../../src/augment/image';
import { rotationMatrix, translated } from '../../src/augment/kernels/affineMatrix';
import { boxBlur } from '../../src/augment/kernels/boxBlur';
import { clahe } from '../../src/augment/kernels/clahe';
import { grayscale } from '../../src/augment/kernels/grayscale';
import { labToRgb, rgbToLab } from '../../src/augment/kernels/lab';
import { cubeRoot, encoded, linearLight, luminance } from '../../src/augment/kernels/labTables';
import { cropAndResize, resizeLinear } from '../../src/augment/kernels/resizeLinear';
import { warpAffineLinear, warpAffineNearest } from '../../src/augment/kernels/warpAffine';
import { createPool } from '../../src/augment/pool';
import type { Profile } from '../../src/protocol/vocabulary';
import { crc32, littleEndian } from './crc32';
import { xz } from './kernels/reference';
import { allLevels, pattern } from './pictures';

/** Check sums of OpenCV's and Albumentations' own results (OpenCV 4.6): specification of the transforms, appendices A and B. */

const b = pattern(32, 32, 3);
const b0 = pattern(32, 32, 1);

const shifted = (centre: number) => translated(rotationMatrix(centre, centre, 17, 1.05), 0.03 * 32, -0.02 * 32);
const tiles = { tilesX: 8, tilesY: 8 };
const every = <T>(step: number, values: Iterable<T>): T[] => [...values].filter((_, i) => i % step === 0);

function interleaved(...planes: Uint8Array[]): Uint8Array {
  return Uint8Array.from({ length: planes.length * planes[0].length }, (_, i) => {
    return planes[i % planes.length][Math.floor(i / planes.length)];
  });
}

function transformed(name: string, profile: Profile, image: Image, params: unknown): Uint8Array {
  return createPool({ names: [name], profile, size: 32 })[0].apply(image, params).data;
}

const results: [what: string, bytes: () => Uint8Array, crc: string, sum: number][] = [
  ['the pattern, 8 x 8', () => pattern(8, 8, 3).data, 'cf8290c5', 22848],
  ['the pattern, 32 x 32', () => b.data, 'a3840491', 391619],
  ['warpAffine, linear', () => warpAffineLinear(b, shifted(16), 'reflect101').data, 'f416d646', 386754],
  ['warpAffine, nearest', () => warpAffineNearest(b0, shifted(16), 'reflect101').data, 'b2e356dc', 126126],
  ['warpAffine, true centre', () => warpAffineLinear(b, shifted(15.5), 'reflect101').data, 'e13bea2b', 386583],
  [
    'resize of a crop',
    () => cropAndResize(b, { y0: 1, x0: 2, height: 28, width: 28 }, 32, 32).data,
    '47d6685f',
    398221,
  ],
  ['resize to one half', () => resizeLinear(b, 16, 16).data, 'd803e811', 97955],
  ['resize to 45 x 20', () => resizeLinear(b, 45, 20).data, '445e71db', 343944],
  ['blur 3', () => boxBlur(b, 3).data, 'bde242fe', 392173],
  ['blur 5', () => boxBlur(b, 5).data, '9fe6b663', 392409],
  ['blur 7', () => boxBlur(b, 7).data, '15897c05', 392626],
  ['RGB to gray', () => Uint8Array.from(every(3, grayscale(b).data)), 'fd48448c', 130525],
  ['RGB to Lab', () => interleaved(...Object.values(rgbToLab(b.data))), '9fe0fe8d', 411384],
  [
    'Lab to RGB',
    () => {
      const [lightness, a, bPlane] = [0, 1, 2].map((k) => Uint8Array.from(every(3, b.data.subarray(k))));
      return labToRgb({ lightness, a, b: bPlane });
    },
    '1c492a52',
    314435,
  ],
  ['CLAHE, gray', () => clahe(b0, { clip: 2, ...tiles }).data, '2a641548', 154678],
  ['CLAHE, no side divisible', () => clahe(pattern(45, 67, 1), { clip: 3.3, ...tiles }).data, 'b809f446', 416679],
  ['CLAHE, one side divisible', () => clahe(pattern(40, 67, 1), { clip: 3.3, ...tiles }).data, '19bb2718', 368442],
  ['CLAHE, RGB', () => clahe(b, { clip: 2, ...tiles }).data, '82bfd9da', 414322],
  ['RandomContrast, paper', () => transformed('RandomContrast', 'paper', b, { alpha: 1.15 }), '9f30588a', 291139],
  [
    'RandomContrast, modern',
    () => transformed('RandomContrast', 'modern', allLevels, { alpha: 1.15 }),
    '8f5120cc',
    36776,
  ],
  ['RandomGamma 0.8, paper', () => transformed('RandomGamma', 'paper', allLevels, { g: 0.8 }), '402f5813', 28910],
  ['RandomGamma 1.2, paper', () => transformed('RandomGamma', 'paper', allLevels, { g: 1.2 }), '6290458b', 35469],
  ['RandomGamma 0.8, modern', () => transformed('RandomGamma', 'modern', allLevels, { g: 0.8 }), '89e24cfd', 36116],
  ['RandomGamma 1.2, modern', () => transformed('RandomGamma', 'modern', allLevels, { g: 1.2 }), 'e60c33eb', 29557],
];

describe('check sums of results', () => {
  it.each(results)('%s', (_what, bytes, crc, sum) => {
    const output = bytes();
    expect({ crc: crc32(output), sum: output.reduce((total, value) => total + value, 0) }).toEqual({ crc, sum });
  });
});

const xzTable = Array.from({ length: 36864 }, (_, i) => xz(i - 8145));
/** The specification lists Y before f. */
const luminancePairs = Array.from(luminance, (_, i) => luminance[i ^ 1]);

const tables: [what: string, values: Iterable<number>, width: 16 | 32, sum: number, crc: string][] = [
  ['linear light', linearLight, 16, 162416, 'b9e3b8e8'],
  ['cube root', cubeRoot, 16, 50163882, '9b8158aa'],
  ['encoded light', encoded, 16, 720284, '2ed504f0'],
  ['luminance', luminancePairs, 16, 3605472, '82a61c87'],
  ['inverse of f (the reference of the tests)', xzTable, 32, 626487776, '2e141a57'],
];

describe('check sums of colour tables', () => {
  it.each(tables)('%s', (_what, values, width, sum, crc) => {
    expect([...values].reduce((total, value) => total + value, 0)).toBe(sum);
    expect(crc32(littleEndian(values, width))).toBe(crc);
  });
});

/** 100 g : sum of the table of 0.1.1 : sum of the table of 2.0.8. */
const gammaSums = `
80:28910:36116 81:29103:35923 82:29297:35729 83:29490:35536 84:29680:35346 85:29869:35157 86:30062:34964
87:30255:34771 88:30452:34574 89:30632:34394 90:30811:34215 91:30989:34037 92:31167:33859 93:31339:33687
94:31517:33509 95:31687:33339 96:31860:33166 97:32032:32994 98:32206:32820 99:32386:32640 100:32640:32616
101:32640:32386 102:32817:32209 103:32986:32040 104:33150:31876 105:33312:31714 106:33469:31557 107:33624:31402
108:33773:31253 109:33913:31113 110:34047:30979 111:34202:30824 112:34354:30672 113:34504:30522 114:34647:30379
115:34784:30242 116:34913:30113 117:35059:29967 118:35203:29823 119:35342:29684 120:35469:29557`
  .trim()
  .split(/\s+/)
  .map((entry) => entry.split(':').map(Number));

describe('sums of gamma tables', () => {
  it.each(gammaSums)('exponent %i / 100', (percent, old, current) => {
    const sum = (profile: Profile): number =>
      transformed('RandomGamma', profile, allLevels, { g: percent / 100 }).reduce((total, value) => total + value, 0);
    expect({ paper: sum('paper'), modern: sum('modern') }).toEqual({ paper: old, modern: current });
  });
});
