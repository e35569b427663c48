import { defineTransform } from '../defineTransform';
import { eitherSide } from '../eitherSide';
import { gammaLevels } from '../kernels/gammaLevels';
import { lookup, lookupTable } from '../kernels/lookup';

export interface RandomGammaParams {
  readonly g: number;
}

/** Raises levels to a power: `modern` to g, drawn continuously; `paper` to 1/g, drawn in whole percent. */
export const randomGamma = defineTransform<RandomGammaParams>('RandomGamma', 'tone', ({ profile }) => ({
  kind: 'pixel',
  sizeDependent: false,
  strength: {
    setting: 'gamma_limit',
    unit: '%',
    symmetric: true,
    default: 20,
    grid: [1, 2, 5, 10, 20, 40],
    settings: (limit) => ({ gammaLimit: [100 - limit, 100 + limit] }),
    sample: (limit, random) => {
      const [low, high] = [100 - limit, 100 + limit];
      return { g: (profile === 'paper' ? random.integer(low, high) : random.uniform(low, high)) / 100 };
    },
    sampleExactly: (limit, random) => ({ g: (100 + eitherSide(limit, random)) / 100 }),
  },
  apply: (image, { g }) => lookup(image, profile === 'paper' ? inverseGammaLevels(g) : gammaLevels(g)),
}));

function inverseGammaLevels(g: number): Uint8Array {
  return lookupTable((level) => (level / 255) ** (1 / g) * 255);
}
