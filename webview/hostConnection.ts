import type { HostMessage, PageMessage } from '../src/protocol/panelMessages';

/** What VS Code gives to a webview's page, once. */
declare function acquireVsCodeApi(): {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  setState(state: unknown): void;
};

/** The line to the extension host, and what the page keeps of its own across reloads. */
export interface HostConnection {
  post(message: PageMessage): void;
  onMessage(listener: (message: HostMessage) => void): void;
  /** What was kept last, unchecked. */
  kept(): unknown;
  keep(state: object): void;
}

export function connectToHost(): HostConnection {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    onMessage: (listener) => {
      // VS Code delivers nothing else than what the extension host posted.
      window.addEventListener('message', ({ data }: MessageEvent<HostMessage>) => listener(data));
    },
    kept: () => api.getState(),
    keep: (state) => api.setState(state),
  };
}
