import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { BudgetName } from '../../protocol/vocabulary';
import { namedBudgets } from '../../protocol/budgets';
import { parseBudget } from '../../run/budget';
import { settings } from '../settings';

interface BudgetItem extends vscode.QuickPickItem {
  readonly budget: BudgetName | 'time';
}

/** What comes back from asking: a budget as `--budget` takes it, `back` to the step before, or undefined when the user gave up. */
export type BudgetAnswer = { readonly budget: string } | 'back' | undefined;

/** Asks how long to learn from `data`. `back`: whether there is a step before. */
export async function askForBudget({ data, back }: { data: vscode.Uri; back: boolean }): Promise<BudgetAnswer> {
  const subject = basename(data.fsPath);
  const picker = vscode.window.createQuickPick<BudgetItem>();
  picker.title = back
    ? vscode.l10n.t('Safe Aug: Learn from {0} (2/2)', subject)
    : vscode.l10n.t('Safe Aug: Learn from {0}', subject);
  picker.placeholder = vscode.l10n.t('How long? Safe takes at least 64,000 image presentations');
  picker.items = budgetItems();
  picker.activeItems = picker.items.filter(({ budget }) => budget === settings.defaultBudget(data));
  picker.buttons = back ? [vscode.QuickInputButtons.Back] : [];
  picker.ignoreFocusOut = true;
  try {
    const answer = await new Promise<BudgetItem | 'back' | undefined>((resolve) => {
      picker.onDidAccept(() => resolve(picker.activeItems[0]));
      picker.onDidTriggerButton(() => resolve('back'));
      picker.onDidHide(() => resolve(undefined));
      picker.show();
    });
    if (answer === undefined || answer === 'back') return answer;
    return answer.budget === 'time' ? await askForTime() : { budget: answer.budget };
  } finally {
    picker.dispose();
  }
}

function budgetItems(): BudgetItem[] {
  const presentations = (name: BudgetName): string =>
    vscode.l10n.t('{0} image presentations', new Intl.NumberFormat(vscode.env.language).format(namedBudgets[name]));
  const named = (budget: BudgetName, label: string, detail: string): BudgetItem => ({
    budget,
    label,
    description: presentations(budget),
    detail,
  });
  return [
    named(
      'quick',
      vscode.l10n.t('Quick'),
      vscode.l10n.t('Minutes on a laptop. Settles everything but faint noise and tone.'),
    ),
    named('standard', vscode.l10n.t('Standard'), vscode.l10n.t('Twice as long. Most tone changes settle as well.')),
    named('thorough', vscode.l10n.t('Thorough'), vscode.l10n.t('Four times as long. For what is still undecided.')),
    named('paper', vscode.l10n.t('Paper'), vscode.l10n.t('Eight times as long, as in the paper.')),
    {
      budget: 'time',
      label: vscode.l10n.t('A Time…'),
      detail: vscode.l10n.t('As many presentations as fit into it, such as 12m or 1h30m.'),
    },
  ];
}

async function askForTime(): Promise<BudgetAnswer> {
  const budget = await vscode.window.showInputBox({
    title: vscode.l10n.t('Safe Aug: How Long?'),
    prompt: vscode.l10n.t('Hours, minutes and seconds, such as 12m, 90s or 1h30m'),
    value: '10m',
    ignoreFocusOut: true,
    validateInput: (text) => {
      try {
        parseBudget(text);
        return null;
      } catch (error) {
        return (error as Error).message;
      }
    },
  });
  return budget === undefined ? undefined : { budget };
}
