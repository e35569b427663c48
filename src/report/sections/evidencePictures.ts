import type { EvidenceImage } from '../../protocol/closing';
import type { Result, TransformResult } from '../../protocol/result';
import { fileOf, type ReportExtras } from '../extras';
import { html, type Content, type Html } from '../html';
import { decimal } from '../words/numbers';

const kinds = [
  ['surest', 'Surest of'],
  ['fooled', 'Most fooled by'],
] as const;

/** The pictures that the detector was surest of and most fooled by, with where it looked; null where there are none to show. */
export function evidencePictures({ name }: TransformResult, { closing }: Result, extras: ReportExtras): Html | null {
  const images = closing.images?.find(({ transform }) => transform === name);
  if (!images) return null;
  const shown = kinds.map(
    ([kind, title]) => [title, images[kind].map((one) => triple(one, extras)).filter(Boolean)] as const,
  );
  if (shown.every(([, figures]) => figures.length === 0)) return null;
  return html`<div class="gallery">
    <h4>What the detector went by <span class="quiet">clean, transformed, where it looked</span></h4>
    ${shown.map(
      ([title, figures]) =>
        figures.length > 0 &&
        html`<p class="quiet">${title}</p>
          ${figures}`,
    )}
  </div>`;
}

function triple({ clean, transformed, map, label, margin }: EvidenceImage, extras: ReportExtras): Content {
  const uris = [clean, transformed, map].map((file) => fileOf(file, extras));
  if (uris.some((uri) => uri === null)) return null;
  const said = `${label === null ? '' : `${label}, `}log-odds ${margin > 0 ? '+' : ''}${decimal(margin, 1)}`;
  const what = ['clean', 'transformed', 'where the detector looked'];
  return html`<figure>
    <div class="strip">${uris.map((uri, i) => html`<img src="${uri}" alt="${what[i]}" />`)}</div>
    <figcaption>${said}</figcaption>
  </figure>`;
}
