import { defineTransform } from '../defineTransform';
import { gammaLevels } from '../kernels/gammaLevels';
import { lookup, lookupTable } from '../kernels/lookup';

export interface RandomGammaParams {
  readonly g: number;
}

/** Percent. */
const lowest = 80;
const highest = 120;

/** Raises levels to a power: `modern` to g, drawn continuously; `paper` to 1/g, drawn in whole percent. */
export const randomGamma = defineTransform<RandomGammaParams>('RandomGamma', 'tone', ({ profile }) => ({
  kind: 'pixel',
  settings: { gammaLimit: [lowest, highest] },
  sizeDependent: false,
  sample: (random) => ({
    g: (profile === 'paper' ? random.integer(lowest, highest) : random.uniform(lowest, highest)) / 100,
  }),
  apply: (image, { g }) => lookup(image, profile === 'paper' ? inverseGammaLevels(g) : gammaLevels(g)),
}));

function inverseGammaLevels(g: number): Uint8Array {
  return lookupTable((level) => (level / 255) ** (1 / g) * 255);
}
