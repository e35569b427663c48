import { describe, expect, it } from 'vitest';
import { type HeadFires, likeliestSibling } from '../../../src/judge/families/sibling';

const n = 1000;
const fires = (onlyTransformed: number, onlyClean = 0, both = 0): HeadFires => ({
  transformed: onlyTransformed + both,
  onlyTransformed,
  onlyClean,
  n,
});

describe('likeliestSibling', () => {
  it('is the other head that fires most beyond clean, never the own one', () => {
    expect(likeliestSibling([fires(20), fires(40), fires(90), fires(0)], 0)).toBe(2);
    expect(likeliestSibling([fires(900), fires(40), fires(90), fires(0)], 2)).toBe(0);
  });

  it('is null when the own head fires more: nothing is explained away', () => {
    expect(likeliestSibling([fires(60), fires(10), fires(59)], 0)).toBeNull();
  });

  it('does not count what a head fires on clean pictures, too', () => {
    expect(likeliestSibling([fires(0), fires(50, 45, 800), fires(30)], 0)).toBe(2);
  });

  it('is null when no head fires more than by chance', () => {
    expect(likeliestSibling([fires(500), fires(0), fires(3), fires(20, 20)], 0)).toBeNull();
    expect(likeliestSibling([fires(500)], 0)).toBeNull();
  });

  it('asks for more the more heads there are', () => {
    const few = [fires(0), fires(7)];
    const many = [...few, ...Array.from({ length: 60 }, () => fires(0))];
    expect(likeliestSibling(few, 0)).toBe(1);
    expect(likeliestSibling(many, 0)).toBeNull();
  });

  it('takes the first of equals', () => {
    expect(likeliestSibling([fires(0), fires(80), fires(80)], 0)).toBe(1);
  });
});
