// What the log hears of teachers in other people's books: deeds, once each, and never a word.
import { expect, it, vi } from 'vitest';
import type { Deed } from '../../src/bots/conversation/audit.ts';
import type { PlacedEvent } from '../../src/bots/conversation/events.ts';
import type { Session } from '../../src/bots/conversation/session.ts';
import { createTurns } from '../../src/bots/turns.ts';
import { memoryStores } from '../../src/store.ts';
import { A, MINA, PLACE, posted, TEACHER } from './conversation/talk.ts';

async function classroom(owner = MINA) {
  const deeds: Deed[] = [];
  const sessions = memoryStores().open<Session>({ namespace: 'sessions' });
  const turns = createTurns(sessions, (deed) => deeds.push(deed));
  const say = (...events: readonly PlacedEvent[]) => turns.take(PLACE.id, events);
  await say({ type: 'started', id: 'start', actor: owner, locale: 'ko', place: PLACE });
  await say({ type: 'posted', id: 'p', actor: owner, pictures: [posted(1), posted(2)] });
  return { deeds, sessions, say };
}
const submitted = (id: string, actor = TEACHER): PlacedEvent => ({
  type: 'submitted',
  id,
  actor,
  form: 'A',
  scene: 's1',
  values: A,
});

it('tells who changed what in whose book, without the words', async () => {
  const { deeds, say } = await classroom();
  await say(submitted('one'));
  await say({ type: 'pressed', id: 'two', actor: TEACHER, action: { type: 'remove', scene: 's2' } });
  await say({ type: 'posted', id: 'three', actor: TEACHER, pictures: [posted(3)] });
  await say({ type: 'submitted', id: 'four', actor: TEACHER, form: 'delete', values: {} });
  expect(deeds).toEqual([
    { actor: 'teacher', book: PLACE.id, deed: 'submitted:A', scene: 's1' },
    { actor: 'teacher', book: PLACE.id, deed: 'remove', scene: 's2' },
    { actor: 'teacher', book: PLACE.id, deed: 'posted' },
    { actor: 'teacher', book: PLACE.id, deed: 'submitted:delete' },
  ]);
  expect(JSON.stringify(deeds)).not.toMatch(/별이|달을/);
});

it('tells a deed once, however often the event comes', async () => {
  const { deeds, say } = await classroom();
  await say(submitted('one'));
  await say(submitted('one'));
  expect(deeds).toHaveLength(1);
});

it('says nothing of looking, of owners, and of teachers in their own book', async () => {
  const { deeds, say } = await classroom();
  await say(submitted('mina', MINA));
  for (const type of ['status', 'help', 'pages', 'book', 'delete', 'resume'] as const)
    await say({ type: 'pressed', id: type, actor: TEACHER, action: { type } });
  expect(deeds).toEqual([]);
  const own = await classroom(TEACHER);
  await own.say(submitted('own'));
  expect(own.deeds).toEqual([]);
});

it('says nothing of children who may not change a book', async () => {
  const { deeds, say } = await classroom();
  await say(submitted('other', { id: 'juno', teacher: false }));
  expect(deeds).toEqual([]);
});

it('tells nothing that could not be kept', async () => {
  const { deeds, sessions, say } = await classroom();
  vi.spyOn(sessions, 'set').mockRejectedValueOnce(new Error('the disk is full'));
  await expect(say(submitted('lost'))).rejects.toThrow('the disk is full');
  expect(deeds).toEqual([]);
});
