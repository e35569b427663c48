import { join } from 'node:path';

/** The folder of the bundled program, dist/. */
const distribution = __dirname;

/** Files of the program itself, wherever it was installed. */
export const programFiles = {
  /** The entry of the worker threads that read pictures. */
  dataWorker: join(distribution, 'dataWorker.js'),
  /** The demo data set; not part of every distribution. */
  demoData: join(distribution, '..', 'demo', 'eurosat'),
} as const;
