import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportResult } from '../../src/export/exportResult';
import { exampleResult } from '../fixtures/result';
import { cannotSearch, openSession, showFailures, type Session } from './support/session';
import { activeTab, pickRow, runCommand, tickPreview } from './support/workbench';

const hydra = `# What we train with. \${oc.env:HOME} is read at start.
defaults:
  - base   # shared
train_transforms:   # looked at together
  - _target_: albumentations.Resize
    height: 64
    width: 64
  # what we tried so far
  - _target_: albumentations.HorizontalFlip   # not sure
    p: 0.5
  - _target_: albumentations.pytorch.ToTensorV2
`;
const python = `import albumentations as A

# not this one: A.Compose([A.Blur()])
train = A.Compose([A.HorizontalFlip(p=0.5), A.Normalize()])
`;

describe.skipIf(cannotSearch())('the safe set in the files of the user', () => {
  let session: Session;
  const pathOf = (name: string): string => join(session.profile.workspace, name);
  beforeAll(async () => {
    session = await openSession({
      prepare: ({ workspace }) => {
        writeFileSync(join(workspace, 'train.yaml'), hydra);
        writeFileSync(join(workspace, 'train.py'), python);
        writeFileSync(join(workspace, 'notes.yaml'), 'other: 1\n');
        writeFileSync(
          join(workspace, 'safe-aug.json'),
          exportResult(exampleResult(), 'safe-aug', { albumentations: '2.0.8' }),
        );
      },
    });
  });
  afterAll(() => session?.close());
  showFailures(() => session);

  const applyPreview = async (shot: string): Promise<void> => {
    const apply = await tickPreview(session.page);
    await session.shoot(shot);
    await apply.click();
    await apply.waitFor({ state: 'detached' });
  };

  /** Saves the editor that has the focus, and gives the file's text. */
  const saved = async (name: string): Promise<string> => {
    await session.page.locator('.editor-instance .view-lines').first().click();
    await runCommand(session.page, 'File: Save');
    await activeTab(session.page, 'saved').waitFor();
    return readFileSync(pathOf(name), 'utf8');
  };

  for (const [name, place, before, expected] of [
    [
      'train.yaml',
      'Replaces only the augmentations (HorizontalFlip); keeps Resize, ToTensorV2',
      hydra,
      '_target_: albumentations.SomeOf',
    ],
    ['train.py', 'Replaces only the augmentations (HorizontalFlip); keeps Normalize', python, '    A.SomeOf('],
  ] as const) {
    it(`goes into ${name} after a preview, unsaved, and one undo takes it back`, async () => {
      const { page } = session;
      await runCommand(page, 'Insert Safe Set into Config');
      await pickRow(page, name).waitFor();
      await session.shoot(`insert-1-${name}`);
      await pickRow(page, name).click();
      await pickRow(page, place).waitFor();
      await session.shoot(`insert-2-${name}`);
      await pickRow(page, place).click();
      await applyPreview(`insert-3-${name}`);
      await activeTab(page, 'unsaved').waitFor();
      await session.shoot(`insert-4-${name}`);
      expect(readFileSync(pathOf(name), 'utf8')).toBe(before);
      const edited = await saved(name);
      expect(edited).toContain(expected);
      await page.locator('.editor-instance .view-lines').first().click();
      await page.keyboard.press('Control+z');
      await activeTab(page, 'unsaved').waitFor();
      expect(await saved(name)).toBe(before);
    });
  }
});
