import type { PanelHost } from '../../src/protocol/panelMessages';
import { element, setAttribute, setText } from '../dom/element';
import { createButton } from '../ui/button';
import { fill } from '../words/fill';
import type { Words } from '../words/words';
import { pictureUri, type Picture } from './pictures';

export interface LargeView {
  readonly name: string;
  readonly pictures: readonly Picture[];
  readonly host: PanelHost;
  readonly words: Words;
  /** Where to begin. */
  readonly index: number;
  readonly draw: number;
}

/** Shows a picture clean and drawn side by side, large; Left and Right go through all draws of all pictures, Escape closes. */
export function openLargeView({ name, pictures, host, words, index, draw }: LargeView): void {
  const { strings } = words;
  const views = pictures.flatMap((picture, at) => picture.draws.map((file, drawAt) => ({ picture, file, at, drawAt })));
  let current = Math.max(
    0,
    views.findIndex((view) => view.at === index && view.drawAt === draw),
  );
  const clean = element('img');
  const drawn = element('img');
  const drawnName = element('figcaption');
  const label = element('p', { class: 'quiet' });
  const previous = createButton(() => move(-1));
  const next = createButton(() => move(1));
  const close = createButton(() => dialog.close());
  const dialog = element(
    'dialog',
    { class: 'large-view', 'aria-label': `${strings.larger}: ${name}` },
    element(
      'div',
      { class: 'large-pair' },
      element('figure', {}, clean, element('figcaption', {}, strings.clean)),
      element('figure', {}, drawn, drawnName),
    ),
    label,
    element('div', { class: 'actions' }, previous.element, next.element, close.element),
  );

  const show = (): void => {
    const { picture, file, at, drawAt } = views[current];
    clean.src = pictureUri(host, picture.original);
    drawn.src = pictureUri(host, file);
    setAttribute(clean, 'alt', fill(strings.pictureClean, at + 1));
    setAttribute(drawn, 'alt', fill(strings.pictureDraw, at + 1, name, drawAt + 1));
    const of = picture.draws.length > 1 ? `, ${fill(strings.drawOf, drawAt + 1, picture.draws.length)}` : '';
    setText(drawnName, `${name}${of}`);
    setText(label, picture.label ?? '');
    previous.update({ label: strings.previous });
    next.update({ label: strings.next });
    close.update({ label: strings.close });
  };
  const move = (by: number): void => {
    current = (current + by + views.length) % views.length;
    show();
  };

  dialog.addEventListener('keydown', (event) => {
    // The table below listens to the same keys.
    event.stopPropagation();
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by !== undefined) move(by);
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => dialog.remove());
  if (views.length === 0) return;
  show();
  document.body.append(dialog);
  dialog.showModal();
}
