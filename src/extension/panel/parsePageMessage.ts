import { panelActions, thresholdRange, type PageMessage, type PanelAction } from '../../protocol/panelMessages';

/** What a page sent, checked at the border: null for anything that the protocol does not know. */
export function parsePageMessage(value: unknown): PageMessage | null {
  const { type, threshold, action, message } = record(value);
  switch (type) {
    case 'ready':
      return { type };
    case 'setThreshold':
      return threshold === null || isThreshold(threshold) ? { type, threshold } : null;
    case 'act':
      return isAction(action) ? { type, action } : null;
    case 'problem':
      return typeof message === 'string' ? { type, message: message.slice(0, 2000) } : null;
    default:
      return null;
  }
}

/** A threshold that the page's slider can give. */
export function isThreshold(value: unknown): value is number {
  return typeof value === 'number' && value >= thresholdRange.low && value <= thresholdRange.high;
}

function isAction(value: unknown): value is PanelAction {
  return panelActions.includes(value as PanelAction);
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
