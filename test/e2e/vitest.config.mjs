import { defineConfig } from 'vitest/config';

/** The suite in a real VS Code: one file after the other, since each has a server and a browser of its own. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.e2e.ts'],
    globalSetup: ['globalSetup.ts'],
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 240_000,
    pool: 'forks',
    bail: 0,
  },
});
