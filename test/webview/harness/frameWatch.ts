import type { Frame, Page } from 'playwright-core';

/** What a frame may take, in milliseconds. */
export const frameLimitMs = 50;

/** What the page makes the browser do: its script, and styles and layout after it. */
const pageWork = ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'];

/** A reading of the processor time (ms) that the page's work took so far; other work on the machine does not count. */
export async function processorTime(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const seconds = metrics.filter(({ name }) => pageWork.includes(name)).map(({ value }) => value);
    return 1000 * seconds.reduce((sum, value) => sum + value, 0);
  };
}

/** By the clock. */
export interface SeenFrames {
  /** The longest frame (work from its first task to its painting), in milliseconds. */
  readonly longest: number;
  /** How many took over 50 ms. */
  readonly over: number;
  readonly frames: number;
}

/** Watches a document's frames from now on; the reading tells what was seen. */
export async function watchFrames(watched: Page | Frame): Promise<() => Promise<SeenFrames>> {
  await watched.evaluate(() => {
    const seen = { over: [] as number[], frames: 0, work: 0 };
    Object.assign(window, { seenFrames: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.over.push(entry.duration);
    }).observe({ type: 'long-animation-frame' });
    const count = (): void => {
      const start = performance.now();
      seen.frames += 1;
      // The task after the frame's own callbacks, layout and painting.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        seen.work = Math.max(seen.work, performance.now() - start);
      };
      requestAnimationFrame(count);
      channel.port2.postMessage(null);
    };
    requestAnimationFrame(count);
  });
  return () =>
    watched.evaluate(() => {
      const { seenFrames } = window as unknown as { seenFrames: { over: number[]; frames: number; work: number } };
      return {
        longest: Math.max(seenFrames.work, ...seenFrames.over),
        over: seenFrames.over.length,
        frames: seenFrames.frames,
      };
    });
}
