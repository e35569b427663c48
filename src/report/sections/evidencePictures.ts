import type { EvidenceImage } from '../../protocol/closing';
import type { AloneEvidence } from '../../protocol/evidence';
import type { Result, TransformResult } from '../../protocol/result';
import { fileOf, type ReportExtras } from '../extras';
import { html, type Content, type Html } from '../html';
import { auroc, decimal } from '../words/numbers';

const kinds = [
  ['surest', 'Surest of'],
  ['fooled', 'Most fooled by'],
] as const;

/** The pictures that the detector was surest of and most fooled by, with where it looked; null where there are none to show. */
export function evidencePictures(
  { name, evidence: { alone } }: TransformResult,
  { closing }: Result,
  extras: ReportExtras,
): Html | null {
  const images = closing.images?.find(({ transform }) => transform === name);
  if (!images) return null;
  const shown = kinds.map(
    ([kind, title]) => [title, images[kind].map((one) => triple(one, extras)).filter(Boolean)] as const,
  );
  if (shown.every(([, figures]) => figures.length === 0)) return null;
  return html`<div class="gallery">
    <h4>What the detector went by <span class="quiet">clean, transformed, where it looked</span></h4>
    <p class="quiet note map-legend">
      <span class="swatch swatch-for"></span> speaks for “transformed”,
      <span class="swatch swatch-against"></span> against it. One scale for all maps of ${name}, full colour where its
      strongest place is; between transforms colours do not compare. ${ofNetworkAlone(alone)}
    </p>
    ${shown.map(
      ([title, figures]) =>
        figures.length > 0 &&
        html`<p class="quiet">${title}</p>
          ${figures}`,
    )}
  </div>`;
}

/** Image statistics have no place in the picture to point at, whatever they decided. */
function ofNetworkAlone({ network, statistics }: AloneEvidence): string {
  const words = 'Maps and log-odds are of the network’s features alone; the verdict goes by these and image statistics';
  if (network === null) return `${words}.`;
  const better = statistics.auroc > network.auroc ? ', which no map shows and which tell it better here' : '';
  return `${words}${better} (AUROC ${auroc(network.auroc)} by features, ${auroc(statistics.auroc)} by statistics).`;
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
