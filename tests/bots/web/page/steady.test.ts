// Books that wait for a teacher: nothing moves under the pointer while somebody decides.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSteady, RESTS, STAYS } from '../../../../src/bots/web/page/steady.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What is on the page: the books in their places, which of them are over, and whether anything can be pressed. */
function list() {
  const page = { books: '', gone: '', canPress: true };
  const steady = createSteady<string>({
    keyOf: (item) => item,
    show: (items) => {
      page.books = items.join(' ');
    },
    hold: (gone) => {
      page.canPress = gone === undefined;
      page.gone = gone?.join(' ') ?? '';
    },
  });
  return { page, steady };
}

it('can be pressed at once, also where another book comes behind those that are there', () => {
  const { page, steady } = list();
  steady.update(['one']);
  steady.update(['one', 'two']);
  expect(page).toEqual({ books: 'one two', gone: '', canPress: true });
});

it('keeps a decided book in its place, and takes no second click before the next one has settled', () => {
  const { page, steady } = list();
  steady.update(['one', 'two']);
  steady.decide('one');
  expect(page).toEqual({ books: 'one two', gone: 'one', canPress: false });
  steady.update(['two']);
  vi.advanceTimersByTime(STAYS - 1);
  expect(page).toEqual({ books: 'one two', gone: 'one', canPress: false });
  vi.advanceTimersByTime(1);
  expect(page).toEqual({ books: 'two', gone: '', canPress: false });
  vi.advanceTimersByTime(RESTS);
  expect(page).toEqual({ books: 'two', gone: '', canPress: true });
});

it('does so too when somebody else decided, or a book comes before those that are there', () => {
  for (const next of [['two'], ['zero', 'one', 'two'], ['one anew', 'two'], []]) {
    const { page, steady } = list();
    steady.update(['one', 'two']);
    steady.update(next);
    expect(page).toMatchObject({ books: 'one two', canPress: false });
    vi.advanceTimersByTime(STAYS + RESTS);
    expect(page).toEqual({ books: next.join(' '), gone: '', canPress: true });
  }
});

it('can be pressed again where the decision was not taken', () => {
  const { page, steady } = list();
  steady.update(['one', 'two']);
  steady.decide('one');
  vi.advanceTimersByTime(STAYS);
  expect(page).toEqual({ books: 'one two', gone: '', canPress: true });
});

it('shows what came while it rested, and rests anew where that moves again', () => {
  const { page, steady } = list();
  steady.update(['one', 'two', 'three']);
  steady.update(['two', 'three']);
  vi.advanceTimersByTime(STAYS);
  steady.update(['three']);
  vi.advanceTimersByTime(RESTS);
  expect(page).toEqual({ books: 'two three', gone: 'two', canPress: false });
  vi.advanceTimersByTime(STAYS + RESTS);
  expect(page).toEqual({ books: 'three', gone: '', canPress: true });
});
