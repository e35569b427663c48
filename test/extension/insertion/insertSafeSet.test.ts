import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import { insertSafeSet } from '../../../src/extension/insertion/insertSafeSet';
import { current, FakeEditor, type FakeDocument } from '../fakeEditor';
import { orientations } from './insertInto';

vi.mock('vscode', async () => (await import('../fakeEditor')).vscode);

const log = {
  warn: () => undefined,
  info: () => undefined,
  show: () => undefined,
} as unknown as vscode.LogOutputChannel;
const hydra = 'train:  # ours\n  - _target_: albumentations.Blur\n    p: 0.5\n';
const only = 'train';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'safe-aug-editor-'));
  current.editor = new FakeEditor();
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A file with a text on disk, and what the editor shows of it. */
function open(name: string, saved: string, shown = saved): FakeDocument {
  writeFileSync(join(folder, name), saved);
  return current.editor.open(join(folder, name), shown);
}

function insertInto(document: FakeDocument): Promise<boolean> {
  const file = document.uri as unknown as vscode.Uri;
  return insertSafeSet({ safeSet: orientations, distFolder: 'node_modules/@vscode/tree-sitter-wasm/wasm', log, file });
}

describe('a document of the editor', () => {
  it('takes one edit after a preview that says what it does', async () => {
    const document = open('train.yaml', hydra);
    current.editor.choices = [{ row: only }];
    expect(await insertInto(document)).toBe(true);
    expect(document.version).toBe(2);
    expect(document.text).toMatch(/^train:  # ours\n  - _target_: albumentations\.SomeOf\n/);
    expect(current.editor.previews).toEqual(['Replaces all steps: Blur']);
    expect(current.editor.previewed[0]).toMatch(/^- _target_: albumentations\.SomeOf\n/);
  });

  it('is edited with its unsaved text, which the file on the disk does not have', async () => {
    const document = open('train.yaml', 'other: 1\n', `# not saved\n${hydra}`);
    current.editor.choices = [{ row: only }];
    expect(await insertInto(document)).toBe(true);
    expect(document.text).toMatch(/^# not saved\ntrain:  # ours\n  - _target_: albumentations\.SomeOf\n/);
  });

  it.each(['duringChoice', 'duringPreview'] as const)(
    'that changes %s is not edited, and why is said',
    async (when) => {
      const document = open('train.yaml', hydra);
      current.editor.choices = [{ row: only }];
      current.editor[when] = () => document.edit(`# typed\n${hydra}`);
      expect(await insertInto(document)).toBe(false);
      expect(document.text).toBe(`# typed\n${hydra}`);
      expect(current.editor.errors).toEqual([
        'train.yaml changed since the preview was made, so nothing was inserted. Try again.',
      ]);
    },
  );

  it('stays as it is when nothing is ticked', async () => {
    const document = open('train.yaml', hydra);
    current.editor.choices = [{ row: only }];
    current.editor.ticks = false;
    expect(await insertInto(document)).toBe(false);
    expect(document.text).toBe(hydra);
    expect(current.editor.notices).toEqual([
      'Nothing was inserted: the change was discarded, or not ticked in the preview.',
    ]);
  });

  it('that holds the set already is not edited, and that is said', async () => {
    const document = open('train.yaml', hydra);
    current.editor.choices = [{ row: only }, { row: only }];
    await insertInto(document);
    expect(await insertInto(document)).toBe(false);
    expect(current.editor.notices.at(-1)).toBe('The file holds this safe set already.');
    expect(document.version).toBe(2);
  });

  it('that cannot be written is refused before anything is asked', async () => {
    const document = open('train.yaml', hydra);
    document.readOnly = true;
    expect(await insertInto(document)).toBe(false);
    expect(current.editor.lists).toEqual([]);
    expect(current.editor.errors).toEqual([
      'train.yaml is read-only, so nothing was changed. Make it writable, or choose another file.',
    ]);
  });

  it('says why it cannot be read, and where', async () => {
    const document = open('train.yaml', 'a: [1\nb: 2\n');
    expect(await insertInto(document)).toBe(false);
    expect(current.editor.errors).toEqual([expect.stringMatching(/^Line \d is no YAML \(.*\)\. Correct it, then try/)]);
  });
});

describe('a key path', () => {
  it('is picked among those that are there, then the form', async () => {
    const document = open('conf.yaml', 'model: 1\ndata:\n  augment: none  # later\n');
    current.editor.choices = [{ row: 'data.augment' }, { row: 'Names only' }];
    expect(await insertInto(document)).toBe(true);
    expect(document.text).toBe(
      'model: 1\ndata:\n  augment:  # later\n    - HorizontalFlip\n    - VerticalFlip\n    - RandomRotate90\n    - Transpose\n',
    );
    expect(current.editor.lists[0]).toEqual(['data.augment', 'model', 'data']);
  });

  it('is written anew', async () => {
    const document = open('pyproject.toml', '[project]\nname = "x"\n');
    current.editor.choices = [{ typed: 'tool.mine', row: 'tool.mine' }, { row: 'Settings as in safe-aug.json' }];
    expect(await insertInto(document)).toBe(true);
    expect(document.text).toMatch(/^\[project\]\nname = "x"\n\n\[tool\.mine\]\njudgedSize = 32\n/);
  });

  it('is offered beside the pipelines that were found', async () => {
    const document = open('train.yaml', `${hydra}names: []\n`);
    current.editor.choices = [{ row: 'At Another Key…' }, { row: 'names' }, { row: 'Names only' }];
    expect(await insertInto(document)).toBe(true);
    expect(document.text).toMatch(/^train:  # ours\n  - _target_: albumentations\.Blur\n    p: 0\.5\nnames:\n  - Hor/);
  });

  it('that is not chosen leaves all as it is', async () => {
    const document = open('conf.yaml', 'a: 1\n');
    expect(await insertInto(document)).toBe(false);
    expect([document.version, current.editor.errors, current.editor.notices]).toEqual([1, [], []]);
  });
});
