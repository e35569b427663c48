import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Inspections } from '../../../src/extension/learning/inspections';
import { temporaryFolder } from '../../run/temporaryFolder';

/** A program that notes each call in `calls` and then does what `script` says. */
function inspections(script: string, limitMs = 10_000): { ask: Inspections; folder: string; calls: () => number } {
  const root = temporaryFolder();
  const folder = join(root, 'data');
  mkdirSync(folder);
  const log = join(root, 'calls');
  writeFileSync(log, '');
  const program = join(root, 'program.cjs');
  writeFileSync(program, `require('node:fs').appendFileSync(${JSON.stringify(log)}, 'x');\n${script}`);
  const findNode = (): Promise<{ path: string; version: string; foundIn: string }> =>
    Promise.resolve({ path: process.execPath, version: '20.19.0', foundIn: 'this test' });
  const ask = new Inspections({ program, findNode, limitMs });
  return { ask, folder, calls: () => readFileSync(log, 'utf8').length };
}

const answer = { format: 'image-folder', task: 'classification', images: 2, classes: [{ name: 'a', count: 2 }] };

describe('inspections', () => {
  it('ask once as long as the folder stays the same', async () => {
    const { ask, folder, calls } = inspections(`console.log(${JSON.stringify(JSON.stringify(answer))})`);
    expect(await ask.inspect(folder)).toEqual(answer);
    expect(await ask.inspect(folder)).toEqual(answer);
    expect(calls()).toBe(1);
    utimesSync(folder, new Date(2020, 1), new Date(2020, 1));
    await ask.inspect(folder);
    expect(calls()).toBe(2);
  });

  it('pass on why a folder is no data set', async () => {
    const { ask, folder } = inspections(
      `console.error('Finding out …\\nsafe-aug: No pictures in it.'); process.exit(3)`,
    );
    expect(await ask.inspect(folder)).toBe('No pictures in it.');
  });

  it('do not wait for ever', async () => {
    const { ask, folder } = inspections('setInterval(() => {}, 1000)', 400);
    expect(await ask.inspect(folder)).toBe('it took longer than 0.4 s to look at');
  });

  it('are not fooled by an answer of another form', async () => {
    const { ask, folder } = inspections(`console.log('{"format":1}')`);
    expect(await ask.inspect(folder)).toBe('the program answered in a form that is not known here');
  });
});
