import type { HostMessage, PanelHost } from '../../src/protocol/panelMessages';
import type { PanelState } from '../../src/protocol/panelState';

/** What the page knows from the host. */
export interface PageState {
  readonly revision: number;
  readonly panel: PanelState;
  readonly host: PanelHost;
}

/** The state after a message; `lost`: it does not follow from what the page knows, and a snapshot must be asked for. */
export function withMessage(
  state: PageState | null,
  message: Exclude<HostMessage, { type: 'reveal' }>,
): PageState | 'lost' {
  if (message.type === 'snapshot') {
    return { revision: message.revision, panel: message.state, host: message.host };
  }
  if (state?.revision !== message.base) return 'lost';
  return { ...state, revision: message.revision, panel: { ...state.panel, ...message.changes } };
}
