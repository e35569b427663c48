import { bytes } from '../../src/report/words/numbers';
import type { FileTest } from '../../src/protocol/result';
import { setChildren } from '../dom/children';
import { element, setShown, setText } from '../dom/element';
import { createChangeGuard } from '../model/changeGuard';
import type { Part, RunView } from '../pageView';
import { dataRows, settingRows, type FactRow } from './factRows';
import { findingWords } from '../words/files';
import { fill } from '../words/fill';
import type { Words } from '../words/words';

const noTests: readonly FileTest[] = [];

/** Can it be repeated? The data, the settings, what the files give away, and what the run warned of. */
export function createRunFacts(): Part<RunView> {
  const warnings = factSection();
  const list = element('ul', { class: 'warnings' });
  warnings.element.append(list);
  const data = factSection();
  const settings = factSection();
  const tests = factSection();
  const testNote = element('p', { class: 'quiet' });
  const testTable = element('div', { class: 'numbers', tabindex: 0, role: 'region' });
  tests.element.classList.add('file-tests');
  tests.element.append(testNote, testTable);
  const dataList = element('dl', { class: 'fact-list' });
  const settingList = element('dl', { class: 'fact-list' });
  data.element.append(dataList);
  settings.element.append(settingList);
  const hasChanged = createChangeGuard();
  return {
    element: element('div', { class: 'run-facts' }, warnings.element, data.element, settings.element, tests.element),
    update: ({ run, state, host, judged, words }) => {
      const fileTests = state.evaluations.at(-1)?.fileTests ?? noTests;
      if (!hasChanged([run, state.warnings, fileTests, judged.threshold])) return;
      const { strings } = words;
      setText(warnings.title, strings.warningsTitle);
      setShown(warnings.element, state.warnings.length > 0);
      setChildren(
        list,
        state.warnings.map((text) => element('li', {}, text)),
      );
      setText(data.title, strings.dataTitle);
      setChildren(dataList, dataRows(run, words, bytes).flatMap(row));
      setText(settings.title, strings.settingsTitle);
      setChildren(settingList, settingRows(run, host, judged, words).flatMap(row));
      setText(tests.title, strings.fileTestsTitle);
      const { size, guard } = run.settings;
      const note = fill(strings.fileTestsNote, size);
      setText(testNote, guard === 0 ? `${note} ${strings.fileTestsUnguarded}` : note);
      testTable.setAttribute('aria-label', strings.fileTestsTitle);
      setShown(tests.element, fileTests.length > 0);
      setChildren(testTable, [fileTestTable(fileTests, words)]);
    },
  };
}

function factSection(): { element: HTMLElement; title: HTMLElement } {
  const title = element('h3');
  return { element: element('section', {}, title), title };
}

function row({ name, value }: FactRow): HTMLElement[] {
  return [element('dt', { class: 'quiet' }, name), element('dd', {}, value)];
}

function fileTestTable(tests: readonly FileTest[], words: Words): HTMLElement {
  const { strings, numbers } = words;
  const heads = [
    strings.columnTest,
    strings.columnGivesAway,
    strings.columnAsRead,
    strings.columnGuarded,
    strings.columnPicturesASide,
    '',
  ];
  const figure = ({ auroc, interval95 }: FileTest['unguarded']): HTMLElement =>
    element(
      'td',
      { class: 'number' },
      `${numbers.auroc(auroc)} `,
      element('span', { class: 'quiet' }, numbers.range(interval95, numbers.auroc)),
    );
  return element(
    'table',
    { class: 'plain-table' },
    element(
      'thead',
      {},
      element('tr', {}, ...heads.map((head) => (head ? element('th', { scope: 'col' }, head) : element('td')))),
    ),
    element(
      'tbody',
      {},
      ...tests.map((test) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, `${test.name}, ${test.channel}`),
          element('td', {}, test.transform),
          figure(test.unguarded),
          figure(test.guarded),
          element('td', { class: 'number' }, numbers.count(test.n)),
          element('td', {}, findingWords(test, words)),
        ),
      ),
    ),
  );
}
