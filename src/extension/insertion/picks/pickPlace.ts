import * as vscode from 'vscode';
import { plainText } from '../../plainText';
import type { Place } from '../place';
import { translated } from '../../words/translated';

/** Stands for a place that the user still has to find: a key path of the document. */
export const atKeyPath = Symbol('at a key path');

interface PlaceItem extends vscode.QuickPickItem {
  readonly place: Place | typeof atKeyPath;
}

/** The place in a file that the user picks; without a choice, the only one. Each says what will be replaced and what stays. */
export async function pickPlace(
  places: readonly Place[],
  { keyPaths }: { readonly keyPaths: boolean },
): Promise<Place | typeof atKeyPath | undefined> {
  if (places.length === 0 && keyPaths) return atKeyPath;
  if (places.length === 1 && !keyPaths) return places[0];
  const items: PlaceItem[] = places.map((place) => ({
    place,
    label: plainText(place.label),
    description: vscode.l10n.t('line {0}', place.line),
    detail: plainText(translated(place.action)),
  }));
  if (keyPaths) {
    const detail = vscode.l10n.t('Pick or write the keys that lead to it');
    items.push({ place: atKeyPath, label: vscode.l10n.t('At Another Key…'), detail, alwaysShow: true });
  }
  const placeHolder = vscode.l10n.t('Where in the file?');
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true }))?.place;
}
