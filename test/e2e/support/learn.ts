import type { Page } from 'playwright-core';
import { answerInput, pickRow, runCommand } from './workbench';

/** Starts learning from a folder of the workspace for a time, as a user does. */
export async function learnFrom(page: Page, folder: string | RegExp, time: string): Promise<void> {
  await runCommand(page, 'Safe Aug: Learn…');
  await pickRow(page, folder).click();
  await pickRow(page, 'A Time…').click();
  await answerInput(page, 'Hours, minutes and seconds', time);
}
