import * as vscode from 'vscode';
import { plainText } from '../../plainText';
import { formatKeyPath, parseKeyPath } from '../config/keyPath';
import type { Place } from '../place';
import type { KeyPathSource } from '../places';
import { Refusal } from '../../words/refusal';
import { formsAt, keyPathsOf, type KeyPathTarget, type ValueForm } from '../targets/keyPaths';
import { translated } from '../../words/translated';
import { chosen } from './pickFile';
import { pickPlace } from './pickPlace';

type Spot = Pick<KeyPathTarget, 'root' | 'path'>;

interface PathItem extends vscode.QuickPickItem {
  readonly spot: Spot;
}

/** The place at a key path that the user picks or writes, and what is written there. */
export async function pickKeyPath(source: KeyPathSource): Promise<Place | undefined> {
  const spot = await pickSpot(source);
  if (!spot) return undefined;
  const form = await pickForm(formsAt(source, spot.root, spot.path));
  if (!form) return undefined;
  const place = await pickPlace(source.placesAt({ ...spot, form }), { keyPaths: false });
  return typeof place === 'symbol' ? undefined : place;
}

async function pickSpot({ text, document }: KeyPathSource): Promise<Spot | undefined> {
  const known: PathItem[] = keyPathsOf(text, document).map(({ root, path, label, found, line }) => ({
    spot: { root: document.roots[root], path },
    label: plainText(label),
    description: plainText(translated(found)),
    detail: vscode.l10n.t('line {0}', line),
  }));
  const pick = vscode.window.createQuickPick<PathItem>();
  pick.placeholder = vscode.l10n.t('Pick a key, or write a new one, as in train.transforms');
  const usual = document.format === 'toml' ? ['tool.safe-aug'] : [];
  const offer = (value: string): void => {
    const written = [value, ...usual].flatMap((path) => newKey(path, document.roots[0], known));
    pick.items = [...written, ...known];
  };
  pick.onDidChangeValue(offer);
  offer('');
  try {
    return (await chosen(pick))?.spot;
  } finally {
    pick.dispose();
  }
}

/** A key that the user is writing; nothing while it is no key path, or one that is there. */
function newKey(value: string, root: KeyPathTarget['root'], known: readonly PathItem[]): PathItem[] {
  if (value.trim() === '') return [];
  try {
    const path = parseKeyPath(value);
    const label = formatKeyPath(path);
    if (known.some((item) => item.label === label)) return [];
    return [{ spot: { root, path }, label, description: vscode.l10n.t('new key'), alwaysShow: true }];
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

async function pickForm(forms: readonly ValueForm[]): Promise<ValueForm | undefined> {
  const words: Readonly<Record<ValueForm, [label: string, detail: string]>> = {
    hydra: [vscode.l10n.t('Steps for Hydra'), '- _target_: albumentations.SomeOf …'],
    albumentations: [vscode.l10n.t('Albumentations steps'), '- __class_fullname__: SomeOf …'],
    settings: [vscode.l10n.t('Settings as in safe-aug.json'), 'judgedSize, safeSet, use'],
    names: [vscode.l10n.t('Names only'), 'HorizontalFlip, VerticalFlip …'],
  };
  const items = forms.map((form) => ({ form, label: words[form][0], detail: words[form][1] }));
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('In which form?') }))?.form;
}
