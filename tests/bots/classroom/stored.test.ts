// Classrooms as they come back from a store.
import { expect, it } from 'vitest';
import { CLASSROOM_VERSION, classId, isClassId, placeOf } from '../../../src/bots/classroom/facts.ts';
import { readClassroom } from '../../../src/bots/classroom/stored.ts';
import { throughJson } from '../conversation/talk.ts';
import { lessonFor } from './lesson.ts';

it('reads back what was written', () => {
  const lesson = lessonFor();
  lesson.publish(1);
  expect(readClassroom(throughJson(lesson.open()))).toEqual(lesson.open());
});

it.each([
  ['nothing', null, 'damaged'],
  ['text', 'class', 'damaged'],
  ['a session', { version: 1, state: 'open' }, 'damaged'],
  ['no version', { channel: 'c', books: [] }, 'damaged'],
  ['half a version', { version: 0.5, channel: 'c', books: [] }, 'damaged'],
  ['a later version', { version: CLASSROOM_VERSION + 1, channel: 'c', books: [] }, 'newer'],
])('takes %s for no classroom', (_, stored, reason) => {
  expect(() => readClassroom(stored)).toThrow(
    expect.objectContaining({ code: 'store-unusable', details: { path: 'classrooms', reason } }),
  );
});

it('takes earlier versions on, step by step', () => {
  const migrations = {
    1: (stored: object) => ({ ...stored, books: [] }),
    2: (stored: object) => ({ ...stored, channel: 'c' }),
  };
  expect(readClassroom({ version: 1 }, migrations, 3)).toEqual({ version: 3, books: [], channel: 'c' });
});

it('knows classes from books, and which channel one is, whatever is in its name', () => {
  const id = classId('slack', 'T1:C2');
  expect(isClassId(id)).toBe(true);
  expect(isClassId('slack:T1:C2')).toBe(false);
  expect(placeOf(id)).toEqual({ id, platform: 'slack', channel: 'T1:C2' });
});
