import { element, setShown, setText } from '../dom/element';
import { createChangeGuard } from '../model/changeGuard';
import type { PageActions, Part, RunView } from '../pageView';
import { createChartView } from './chartView';
import { evidenceCurve } from './evidenceCurve';
import { learningCurves } from './learningCurves';

/** Learning curves shown at most: two losses and the task accuracy. */
const learningCharts = 3;

/** Has it settled? The evidence from look to look, losses and task accuracy. */
export function createCurves(actions: PageActions): Part<RunView> {
  const hasChanged = createChangeGuard();
  const later = element('p', { class: 'quiet' });
  const evidence = createChartView('curve-wide', actions);
  const learning = Array.from({ length: learningCharts }, () => createChartView('curve-small', actions));
  return {
    element: element(
      'div',
      { class: 'curve-grid' },
      later,
      evidence.element,
      ...learning.map((chart) => chart.element),
    ),
    update: (view) => {
      const { history, metrics } = view.state;
      if (!hasChanged([history, metrics, view.judged])) return;
      const settled = evidenceCurve(view);
      const curves = learningCurves(view);
      setText(later, view.words.strings.curvesLater);
      setShown(later, settled === null && curves.length === 0);
      evidence.update(settled, view.words);
      learning.forEach((chart, index) => chart.update(curves[index] ?? null, view.words));
    },
  };
}
