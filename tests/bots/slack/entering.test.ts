// Who may begin a book in a class, and what becomes of one that may not after all.
import { describe, expect, it } from 'vitest';
import { type Classroom, newClassroom } from '../../../src/bots/classroom/facts.ts';
import { createBeginnings } from '../../../src/bots/slack/beginning.ts';
import { enter, Refused, refusalText } from '../../../src/bots/slack/entering.ts';
import { openMemory } from '../../../src/bots/slack/memory.ts';
import { createGallery, createMessages } from '../../../src/bots/slack/messages.ts';
import { createPictures } from '../../../src/bots/slack/pictures.ts';
import { memoryStores } from '../../../src/store.ts';
import { LOCALES } from '../../../src/story.ts';
import { createFakeClock } from '../world.ts';

const CHANNEL = { team: 'T1', channel: 'C1' };
const child = { id: 'U1', teacher: false };
const teacher = { id: 'U2', teacher: true };

function classOf(more: Partial<Classroom['settings']>): Classroom {
  const place = { id: 'class:slack:T1:C1', platform: 'slack', channel: 'T1:C1' };
  const made = newClassroom({ ...place, teacher: 'U2', locale: 'en', at: 0 });
  return { ...made, settings: { ...made.settings, ...more } };
}

describe('beginning in a class', () => {
  it.each([
    ['where there is none', undefined, child, true],
    ['in an open one', classOf({}), child, true],
    ['in one where teachers begin, for a child', classOf({ starters: 'teachers' }), child, false],
    ['in one where teachers begin, for a teacher', classOf({ starters: 'teachers' }), teacher, true],
    ['in a closed one, for a teacher too', classOf({ on: false }), teacher, false],
  ])('is settled %s', async (_, classroom, actor, may) => {
    const asked: string[] = [];
    const look = async (name: string) => {
      asked.push(name);
      return classroom;
    };
    const entering = enter(look, CHANNEL, actor);
    await (may ? expect(entering).resolves.toEqual(classroom?.settings) : expect(entering).rejects.toThrow(Refused));
    expect(asked).toEqual(['T1:C1']);
  });

  it('is refused in words', () => {
    for (const locale of LOCALES) {
      const said = (['teachers-only', 'class-off'] as const).map((why) => refusalText(new Refused(why), locale));
      expect(new Set(said).size).toBe(2);
      expect(said.every((text) => text.length > 10)).toBe(true);
    }
  });

  it('leaves nothing behind where the class was closed meanwhile', async () => {
    const made: string[] = [];
    const call = async (_: string, method: string) => {
      made.push(method);
      return { ok: true, ts: '10.1' };
    };
    const stores = memoryStores();
    const memory = openMemory(stores, 1000);
    const gallery = createGallery();
    const heard: unknown[] = [];
    const beginnings = createBeginnings({
      memory,
      call,
      clock: createFakeClock().clock,
      messages: createMessages(call, gallery),
      people: { actor: async () => child, knownLocale: () => 'ko', channelLocale: async () => 'ko' },
      pictures: createPictures(memory, gallery),
      uploadOf: () => {
        throw new Error('no pictures');
      },
      reception: {
        receive: async (inbound) => {
          heard.push(inbound.event);
          return [{ to: 'actor', type: 'notice', text: 'no' }];
        },
        look: async () => undefined,
        missed: async () => {},
        watch: () => {},
        classes: { receive: async () => [], look: async () => classOf({}), watch: () => {} },
      },
      catchingUp: { opened: () => {} },
      locale: 'ko',
      log: { error: () => {} },
    });
    const wanted = { id: 'e1', ...CHANNEL, user: 'U1', title: 'Moon', label: '3번' };
    await expect(beginnings.begin(wanted)).rejects.toThrow(Refused);
    expect(heard).toMatchObject([{ type: 'started', channel: 'T1:C1', label: '3번', title: 'Moon', locale: 'en' }]);
    expect(made).toEqual(['chat.postMessage', 'chat.delete']);
    expect(await memory.begun.get('T1:e1')).toBeUndefined();
    expect(await memory.beginnings.get('T1:C1:10.1')).toBeUndefined();
    expect(await memory.cards.get('T1:C1:10.1')).toBeUndefined();
  });
});
