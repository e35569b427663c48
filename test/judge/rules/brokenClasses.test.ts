import { describe, expect, it } from 'vitest';
import { brokenClasses, suspectedClasses } from '../../../src/judge/rules/brokenClasses';
import type { ClassLabelEvidence } from '../../../src/protocol/evidence';
import { brokenOne, labels, soundOne } from '../looks';

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

  it('wants them about as confident as clean ones: 0.75 of what those have beyond a guess', () => {
    expect(isBroken({ confidenceClean: 0.9, confidenceChanged: 0.81 })).toBe(true);
    expect(isBroken({ confidenceClean: 0.9, confidenceChanged: 0.79 })).toBe(false);
    expect(isBroken({ confidenceChanged: null })).toBe(false);
  });

  it('asks less of them where the class that they become is hard: sharp pictures, blurred, are as doubtful as any blurred one', () => {
    const blurred = { ...soundOne, class: 1, confidenceClean: 0.778 };
    const sharp = brokenOne({ confidenceClean: 0.971, confidenceChanged: 0.779 });
    const third = { ...soundOne, class: 2 };
    expect(brokenClasses(labels([sharp, blurred, third]))).toEqual([sharp]);
  });

  it('does not take a head for broken that falls back on its hardest class, doubting', () => {
    const fallback = { ...soundOne, class: 1, confidenceClean: 0.76 };
    const lost = brokenOne({ confidenceClean: 0.94, confidenceChanged: 0.62 });
    const others = [2, 3, 4].map((index) => ({ ...soundOne, class: index }));
    expect(brokenClasses(labels([lost, fallback, ...others]))).toEqual([]);
  });

  it('wants a task head that knows the class and the one it becomes', () => {
    const broken = brokenOne();
    const target = { ...soundOne, class: 1 };
    const known = (one: ClassLabelEvidence, of: number): ClassLabelEvidence => ({ ...one, of });
    // Of two classes, three quarters recognised is halfway from guessing; of ten, 55 of 100.
    expect(brokenClasses(labels([known(broken, 133), target]))).toHaveLength(1);
    expect(brokenClasses(labels([known(broken, 134), target]))).toHaveLength(0);
    expect(brokenClasses(labels([broken, known(target, 134)]))).toHaveLength(0);
    const ten = Array.from({ length: 10 }, (_, index) => known({ ...soundOne, class: index }, 181));
    expect(brokenClasses(labels([known(broken, 181), ...ten.slice(1)]))).toHaveLength(1);
    expect(brokenClasses(labels([known(broken, 182), ...ten.slice(1)]))).toHaveLength(0);
  });

  it('asks for the whole class, whatever its outcomes have', () => {
    const turned = { ...brokenOne({ outcome: '180°' }), of: 150 };
    const otherwise = { ...soundOne, outcome: '90°', of: 100 };
    expect(brokenClasses(labels([turned, otherwise]))).toHaveLength(1);
  });
});

describe('suspectedClasses', () => {
  it('holds what looks broken with 10 pictures or an interval that reaches a half, and not what is broken', () => {
    expect(isSuspected({ n: 10, changed: 6 })).toBe(true);
    expect(isSuspected({ n: 9, changed: 9 })).toBe(false);
    expect(isSuspected({ n: 40, changed: 22 })).toBe(true);
    expect(isSuspected({ n: 40, changed: 20 })).toBe(false);
    expect(isSuspected({})).toBe(false);
    expect(isSuspected({ n: 20, changed: 15, confidenceChanged: 0.79 })).toBe(true);
    expect(isSuspected({ n: 20, changed: 15, confidenceChanged: 0.77 })).toBe(false);
    expect(isSuspected({ n: 20, changed: 15, became: { class: 1, count: 7 } })).toBe(false);
  });
});
