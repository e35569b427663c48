import { describe, expect, it } from 'vitest';
import { smallestRemoval } from '../../../src/judge/pairs/smallestRemoval';
import { member, pair } from './pairs';

const members = [member('A'), member('B'), member('C'), member('D')];

describe('smallestRemoval', () => {
  it('takes out the one that is in every unsafe pair, in whichever order it is applied', () => {
    const pairs = [pair('A', 'C', 'shifting'), pair('C', 'B', 'harmful'), pair('A', 'B', 'safe')];
    expect(smallestRemoval(members, pairs)).toEqual(['C']);
  });

  it('leaves undecided pairs alone', () => {
    expect(smallestRemoval(members, [pair('A', 'B', 'undecided'), pair('B', 'A', 'safe')])).toEqual([]);
  });

  it('counts one unsafe order as unsafe', () => {
    expect(smallestRemoval(members, [pair('A', 'B', 'safe'), pair('B', 'A', 'shifting')])).toHaveLength(1);
  });

  it('keeps the more certain of two, and the earlier of equal ones', () => {
    const pairs = [pair('A', 'B', 'shifting')];
    expect(smallestRemoval([member('A', 0.59), member('B', 0.52)], pairs)).toEqual(['A']);
    expect(smallestRemoval([member('A', 0.52), member('B', 0.59)], pairs)).toEqual(['B']);
    expect(smallestRemoval([member('A'), member('B')], pairs)).toEqual(['B']);
  });

  it('would rather remove one certain transform than two uncertain ones', () => {
    const uncertain = [member('A', 0.5), member('B', 0.59), member('C', 0.59)];
    const pairs = [pair('A', 'B', 'shifting'), pair('A', 'C', 'shifting')];
    expect(smallestRemoval(uncertain, pairs)).toEqual(['A']);
  });

  it('lets nothing that is safe as judged leave for what is safe in a smaller range', () => {
    const mixed = [member('A', 0.59), member('B', 0.5, 0.05), member('C', 0.5, 3), member('D')];
    const clashes = [pair('A', 'B', 'shifting'), pair('C', 'A', 'shifting')];
    expect(smallestRemoval(mixed, clashes)).toEqual(['B', 'C']);
    // What has left already removes nothing else.
    expect(smallestRemoval(mixed, [pair('A', 'B', 'shifting'), pair('A', 'D', 'shifting')])).toEqual(['A']);
    // Among those in a smaller range the less certain one leaves.
    const milder = [member('A'), member('B', 0.52, 0.05), member('C', 0.58, 3)];
    expect(smallestRemoval(milder, [pair('B', 'C', 'harmful')])).toEqual(['C']);
  });

  it('ignores pairs with a transform that is not in the set', () => {
    expect(smallestRemoval(members, [pair('A', 'Z', 'shifting')])).toEqual([]);
  });
});
