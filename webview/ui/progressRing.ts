import { custom } from './custom';

/** A turning ring for work of unknown length. */
export function createProgressRing(label: string): HTMLElement {
  return custom('vscode-progress-ring', { 'aria-label': label });
}
