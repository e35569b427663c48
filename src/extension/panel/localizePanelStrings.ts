import { panelStrings, type PanelStrings } from '../../protocol/panelStrings';

/** The panel's texts in the user's language; `translate` is `vscode.l10n.t`, which looks up the English text. */
export function localizePanelStrings(translate: (english: string) => string): PanelStrings {
  const entries = Object.entries(panelStrings).map(([key, english]) => [key, translate(english)]);
  return Object.fromEntries(entries) as PanelStrings;
}
