import type { PanelStrings } from '../../src/protocol/panelStrings';
import { createNumbers, type Numbers } from './numbers';

/** The panel's texts, with numbers written as the language does. */
export interface Words {
  readonly strings: PanelStrings;
  readonly numbers: Numbers;
}

export function createWords(strings: PanelStrings, language: string): Words {
  return { strings, numbers: createNumbers(strings, language) };
}
