import { describe, expect, it } from 'vitest';
import { runPhase, type RunFacts } from '../../../src/extension/supervisor/runPhase';
import type { EventBody } from '../../../src/protocol/events';

const event = (body: EventBody): RunFacts['lastEvent'] => ({ v: 1, t: 0, ...body });
const working = event({ type: 'checkpoint', presentations: 64 });
const finished = event({ type: 'run-finished', complete: true, presentations: 64 });
const stopped = event({ type: 'run-finished', complete: false, presentations: 64 });
const failed = event({ type: 'run-failed', message: 'The disk is full.' });

function phase(facts: Partial<RunFacts>): string {
  return runPhase({
    isAlive: true,
    lastEvent: null,
    isSilent: false,
    isStopRequested: false,
    didStartFail: false,
    before: 'starting',
    ...facts,
  });
}

describe('the phase of a run', () => {
  it.each([
    ['a process that has not spoken', {}, 'starting'],
    ['a process at work', { lastEvent: working }, 'running'],
    ['a process that was asked to stop', { lastEvent: working, isStopRequested: true }, 'stopping'],
    ['a process that is about to end', { lastEvent: finished, before: 'running' as const }, 'running'],
    ['a process that is about to stop', { lastEvent: stopped, before: 'stopping' as const, isStopRequested: true }, 'stopping'], // prettier-ignore
    ['a process that goes on with a stopped run', { lastEvent: stopped, before: 'stopped' as const }, 'starting'],
    ['a process that goes on with an interrupted run', { lastEvent: working, isSilent: true, before: 'interrupted' as const }, 'starting'], // prettier-ignore
    ['no process, ended as planned', { isAlive: false, lastEvent: finished }, 'finished'],
    ['no process, ended early', { isAlive: false, lastEvent: stopped, before: 'stopping' as const }, 'stopped'],
    ['no process, ended by an error', { isAlive: false, lastEvent: failed }, 'failed'],
    ['no process and no last word', { isAlive: false, lastEvent: working, before: 'running' as const }, 'interrupted'],
    ['a start that failed', { isAlive: false, didStartFail: true }, 'failed'],
    ['a resumption that failed', { isAlive: false, didStartFail: true, lastEvent: stopped }, 'failed'],
  ])('of %s', (_, facts, expected) => {
    expect(phase(facts)).toBe(expected);
  });
});
