// The numbers that jobs of many books wait under.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFairOrder } from '../../../../src/pipeline/queue/bull/fair.ts';

interface Waiting {
  readonly book: string;
  readonly page: number;
  readonly number: number;
}

/** A queue that takes the lowest number first, and of those the one that came first. */
function createLine(lowest = 1_000_000) {
  const order = createFairOrder(lowest);
  const waiting: Waiting[] = [];
  return {
    add(book: string, page: number) {
      const number = order.numberFor(book, waiting[0]?.number);
      waiting.push({ book, page, number });
      waiting.sort((a, b) => a.number - b.number);
    },
    take: () => waiting.shift(),
    rest: () => waiting.splice(0),
  };
}

const PAGES = Array.from({ length: 10 }, (_, page) => page + 1);
const BOOKS = Array.from({ length: 30 }, (_, book) => `book ${book}`);

describe('the fair order', () => {
  it('lets nobody wait for a class mate’s second page before getting a first', () => {
    const line = createLine();
    for (const book of BOOKS) for (const page of PAGES) line.add(book, page);
    const pages = line.rest().map(({ page }) => page);
    expect(pages).toEqual(PAGES.flatMap((page) => BOOKS.map(() => page)));
  });

  it('lets one who comes late have the next turn, and does not put off those who waited', () => {
    const line = createLine();
    for (const page of PAGES) line.add('early', page);
    for (let taken = 0; taken < 8; taken += 1) line.take();
    for (const page of PAGES) line.add('late', page);
    expect(line.rest().slice(0, 4)).toMatchObject([
      { book: 'early', page: 9 },
      { book: 'late', page: 1 },
      { book: 'early', page: 10 },
      { book: 'late', page: 2 },
    ]);
  });

  it('begins anew when nobody waits, and stays within the numbers there are', () => {
    const line = createLine(5);
    for (const page of PAGES) line.add('long', page);
    const numbers = line.rest().map(({ number }) => number);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 5, 5, 5, 5, 5]);
    line.add('long', 1);
    expect(line.take()?.number).toBe(1);
  });

  it('starves nobody, whatever the others add', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'take'), { maxLength: 200 }), (steps) => {
        const line = createLine();
        line.add('patient', 1);
        let turns = 0;
        for (const step of steps) {
          if (step !== 'take') line.add(step, 1);
          else if (line.take()?.book === 'patient') return true;
          else turns += 1;
        }
        // One turn of each of the three others, at most.
        return turns <= 3;
      }),
    );
  });
});
