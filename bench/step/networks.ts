/** A network that is measured; the fields are those of torch_worker.py. */
export interface BenchNetwork {
  readonly name: string;
  readonly side: number;
  readonly widths: readonly number[];
  readonly blocks: readonly number[];
}

export const batch = 64;
export const classes = 10;
export const transforms = 15;

export const networks: readonly BenchNetwork[] = [
  // 32 px less the guard of 3: what a run on CIFAR-10 trains.
  { name: 'default', side: 29, widths: [16, 32, 64, 128], blocks: [1, 1, 2, 1] },
  { name: 'ResNet-20', side: 32, widths: [16, 32, 64], blocks: [3, 3, 3] },
  { name: 'wide', side: 32, widths: [64, 128, 256], blocks: [1, 1, 1] },
];
