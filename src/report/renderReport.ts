import type { Result } from '../protocol/result';
import type { ReportExtras } from './extras';
import { html, markup } from './html';
import { confusion } from './sections/confusion';
import { dataFacts } from './sections/dataFacts';
import { evidenceCurve } from './sections/evidenceCurve';
import { learningCurves } from './sections/learningCurves';
import { meaning } from './sections/meaning';
import { nextSteps } from './sections/nextSteps';
import { opening } from './sections/opening';
import { sensitivity } from './sections/sensitivity';
import { settingsFacts } from './sections/settingsFacts';
import { together } from './sections/together';
import { transformDetails } from './sections/transformDetails';
import { verdictTable } from './sections/verdictTable';
import { chartStyles } from './styles/chartStyles';
import { pageStyles } from './styles/pageStyles';
import { tableStyles } from './styles/tableStyles';
import { fileName } from './words/fileName';
import { verdictGroups } from './words/groups';

/** Nothing is loaded and no script runs, whatever names the data brings: the browser holds the page to it. */
const contentPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * One self-contained HTML page about a result: works offline and without scripts, in light, dark and print.
 *
 * @throws when a preview in `extras` is not a `data:image/` URI.
 */
export function renderReport(result: Result, extras: ReportExtras = {}): string {
  const groups = verdictGroups(result.transforms);
  const curves = [evidenceCurve(result), ...learningCurves(result, extras.metrics ?? [])].filter(
    (curve) => curve !== null,
  );
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${contentPolicy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Safe Aug report: ${fileName(result.dataset.path)}</title>
        <style>
          ${markup(pageStyles + tableStyles + chartStyles)}
        </style>
      </head>
      <body>
        <main>
          ${opening(result, curves.length > 0)} ${verdictTable(groups, result, extras)} ${nextSteps(result)}
          ${sensitivity(result, extras)} ${together(result)}
          ${transformDetails(
            groups.flatMap(({ members }) => members),
            result,
            extras,
          )}
          ${confusion(result)}
          ${
            curves.length > 0 &&
            html`<section id="curves" aria-labelledby="curves-title">
              <h2 id="curves-title">Curves</h2>
              <div class="curves">${curves}</div>
            </section>`
          }
          ${dataFacts(result)} ${settingsFacts(result)} ${meaning(result)}
        </main>
      </body>
    </html> `;
  return page.toString();
}
