// Files by their names, in whatever order a disk lists them.
import { expect, it } from 'vitest';
import { byName } from '../../../src/pipeline/dataset/pairing.ts';
import { type Found, pathOf } from '../../../src/pipeline/dataset/sources.ts';

const file = (path: string): Found => {
  const [name = '', ...above] = path.split('/').reverse();
  const shown = above.reverse().join('/');
  return { stem: name.replace(/\.\w+$/, ''), name, holder: { shown, typed: shown } };
};

it('keeps the first of each name by its path, and tells of the others', () => {
  const paths = ['b/2.jpg', 'a/2.jpg', '10.jpg', 'c/1.jpg', 'a/2.png'];
  for (const order of [paths, [...paths].reverse(), [...paths].sort()]) {
    const { first, further } = byName(order.map(file));
    expect(first.map(pathOf)).toEqual(['c/1.jpg', '10.jpg', 'a/2.jpg']);
    expect(further.map(pathOf)).toEqual(['a/2.png', 'b/2.jpg']);
  }
});
