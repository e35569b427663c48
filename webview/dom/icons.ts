import { element } from './element';
import { setDrawing } from './drawing';

/** Outlines on a 16-pixel square, drawn with the text's colour. */
const outlines = {
  chevron: 'M6 3.5 10.5 8 6 12.5',
  ascending: 'M8 13V3.5M4.5 7 8 3.5 11.5 7',
  descending: 'M8 3v9.5M4.5 9 8 12.5 11.5 9',
  seen: 'M1.5 8C3.5 4.8 5.6 3.5 8 3.5s4.5 1.3 6.5 4.5c-2 3.2-4.1 4.5-6.5 4.5S3.5 11.2 1.5 8zM8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  labels: 'M2.5 2.5h5l6 6-5 5-6-6zM5.2 5.2v.1',
  files: 'M4 1.8h5l3.2 3.2v9.2H4zM9 1.8V5h3.2',
  paper: 'M8 3.8C6.5 2.8 4.6 2.6 2.2 2.8v9.6c2.4-.2 4.3 0 5.8 1 1.5-1 3.4-1.2 5.8-1V2.8C11.4 2.6 9.5 2.8 8 3.8zv9.4',
  size: 'M2 10.5 10.5 2 14 5.5 5.5 14zM5 7.5 6.5 9M7.5 5 9 6.5',
  wait: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 4.5V8l2.5 1.6',
  advice: 'M3 8h9.5M9 4.5 12.5 8 9 11.5',
  error: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM5.8 5.8l4.4 4.4M10.2 5.8 5.8 10.2',
  warning: 'M8 2 14.5 13.5h-13zM8 6.3v3.4M8 11.4v.1',
  previous: 'M10 3.5 5.5 8l4.5 4.5',
  next: 'M6 3.5 10.5 8 6 12.5',
  close: 'M4 4l8 8M12 4l-8 8',
} as const;

export type Icon = keyof typeof outlines;

/** An icon, hidden from assistive technology: the words beside it say the same. */
export function icon(name: Icon): HTMLElement {
  const holder = element('span', { class: `icon icon-${name}`, 'aria-hidden': 'true' });
  setDrawing(holder, `<svg viewBox="0 0 16 16"><path d="${outlines[name]}"/></svg>`);
  return holder;
}
