import * as vscode from 'vscode';
import type { BudgetName } from '../protocol/vocabulary';

/** The user's settings, as package.json describes them, read at the moment they are needed. */
export const settings = {
  /** The Node program for learning; empty = look for one. */
  nodePath: (): string => read<string>('nodePath', '').trim(),
  /** The budget that is offered first. */
  defaultBudget: (): BudgetName => read<BudgetName>('defaultBudget', 'quick'),
  /** Threads for learning; null = as many as the processor has, up to 8. */
  threads: (): number | null => read<number | null>('threads', null),
  /** Whether runs go on when no window watches them any more. */
  keepRunning: (): boolean => read('keepRunning', false),
  /** Whether safe-aug.json shows actions above its content. */
  codeLens: (): boolean => read('codeLens', true),
} as const;

function read<T>(name: string, otherwise: T): T {
  return vscode.workspace.getConfiguration('safeAug').get<T>(name) ?? otherwise;
}
