import { count } from '../../judge/words';
import type { Magnitude } from '../../protocol/closing';
import { html, type Html } from '../html';
import { settingValue } from '../words/magnitudes';
import { auroc, range, share } from '../words/numbers';

/** The curve's numbers, the fit that verdicts go by beside what was measured. */
export function magnitudeNumbers(magnitude: Magnitude): Html {
  return html`<table class="plain-table dense-table">
    <thead>
      <tr>
        <th scope="col">${magnitude.setting}</th>
        <th scope="col">Verdict</th>
        <th scope="col" class="number-cell">AUROC</th>
        <th scope="col">Fit, judged interval</th>
        <th scope="col" class="number-cell">Pictures</th>
        <th scope="col">Same answer</th>
      </tr>
    </thead>
    <tbody>
      ${magnitude.steps.map(
        ({ value, probe, fitted, fittedInterval, n, agreement, agreementInterval95: interval, verdict }) =>
          html`<tr>
            <th scope="row">${settingValue(magnitude, value)}</th>
            <td>${verdict}</td>
            <td class="number-cell">${auroc(probe.auroc)}</td>
            <td>${auroc(fitted)} <span class="quiet">${range(fittedInterval, auroc)}</span></td>
            <td class="number-cell">${count(n)}</td>
            <td>
              ${agreement === null ? '–' : share(agreement)}
              ${interval && html`<span class="quiet">${range(interval, share)}</span>`}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
