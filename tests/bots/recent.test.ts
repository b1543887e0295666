// A memory that never grows beyond its measure.
import { expect, it } from 'vitest';
import { createRecent } from '../../src/bots/recent.ts';

it('remembers so many things, and what was written last the longest', () => {
  const recent = createRecent<number>(2);
  recent.set('a', 1);
  recent.set('b', 2);
  recent.set('a', 3);
  recent.set('c', 4);
  expect(['a', 'b', 'c'].map(recent.get)).toEqual([3, undefined, 4]);
  recent.delete('a');
  expect(recent.get('a')).toBeUndefined();
});
