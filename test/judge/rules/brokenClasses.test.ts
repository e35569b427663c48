import { describe, expect, it } from 'vitest';
import { brokenClasses, suspectedClasses } from '../../../src/judge/rules/brokenClasses';
import type { ClassLabelEvidence } from '../../../src/protocol/evidence';
import { brokenOne, labels } from '../looks';

function isBroken(one: Partial<ClassLabelEvidence>): boolean {
  return brokenClasses(labels([brokenOne(one)])).length === 1;
}

function isSuspected(one: Partial<ClassLabelEvidence>): boolean {
  return suspectedClasses(labels([brokenOne(one)])).length === 1;
}

describe('brokenClasses', () => {
  it('wants 30 pictures', () => {
    expect(isBroken({ n: 30, changed: 30 })).toBe(true);
    expect(isBroken({ n: 29, changed: 29 })).toBe(false);
  });

  it('wants the judged interval wholly above a half', () => {
    expect(isBroken({ intervalJudged: [0.501, 0.9] })).toBe(true);
    expect(isBroken({ intervalJudged: [0.5, 0.9] })).toBe(false);
  });

  it('wants most of the changed ones in one class', () => {
    expect(isBroken({ changed: 98, became: { class: 1, count: 50 } })).toBe(true);
    expect(isBroken({ changed: 98, became: { class: 1, count: 49 } })).toBe(false);
    expect(isBroken({ became: null })).toBe(false);
  });

  it('wants them about as confident as clean ones: at least 0.8 of it', () => {
    expect(isBroken({ confidenceClean: 0.9, confidenceChanged: 0.73 })).toBe(true);
    expect(isBroken({ confidenceClean: 0.9, confidenceChanged: 0.71 })).toBe(false);
    expect(isBroken({ confidenceChanged: null })).toBe(false);
  });
});

describe('suspectedClasses', () => {
  it('holds what looks broken with 10 pictures or an interval that reaches a half, and not what is broken', () => {
    expect(isSuspected({ n: 10, changed: 6 })).toBe(true);
    expect(isSuspected({ n: 9, changed: 9 })).toBe(false);
    expect(isSuspected({ n: 40, changed: 22 })).toBe(true);
    expect(isSuspected({ n: 40, changed: 20 })).toBe(false);
    expect(isSuspected({})).toBe(false);
    expect(isSuspected({ n: 20, changed: 15, confidenceChanged: 0.3 })).toBe(false);
    expect(isSuspected({ n: 20, changed: 15, became: { class: 1, count: 7 } })).toBe(false);
  });
});
