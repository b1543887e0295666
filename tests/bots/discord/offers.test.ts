// What can be tapped in a form on Discord: one of many where a field holds one thing, in five parts with all that has to be
// filled in, and read back as a person meant it.
import { describe, expect, it } from 'vitest';
import { cardOf } from '../../../src/bots/conversation/card.ts';
import { bookForm, captionForm, sceneForm } from '../../../src/bots/conversation/forms.ts';
import { jobsNeeded } from '../../../src/bots/conversation/jobs-owed.ts';
import { newScene, type OpenSession, type SceneFacts } from '../../../src/bots/conversation/session.ts';
import { cardComponents } from '../../../src/bots/discord/card-message.ts';
import { LIMITS } from '../../../src/bots/discord/limits.ts';
import { modalOf } from '../../../src/bots/discord/modal.ts';
import { mergeSuggestions, readValues } from '../../../src/bots/discord/modal-values.ts';
import { ABOVE, scenePanel } from '../../../src/bots/discord/private-message.ts';
import type { Component, ModalBody } from '../../../src/bots/discord/wire.ts';
import type { Keywords, Locale, Note } from '../../../src/story.ts';
import { surviveBytes, validateComponents } from '../../fakes/discord/validate-blocks.ts';
import { validateModal } from '../../fakes/discord/validate-modal.ts';
import { blob, fullSession } from './longest.ts';

const WORDS: Keywords = { setting: ['언덕', '밤'], action: ['달린다', '웃는다'], feeling: ['설렘'] };

interface Part {
  readonly custom_id: string;
  readonly type: number;
  readonly required: boolean;
  readonly max_values?: number;
  readonly options?: readonly { readonly label: string; readonly value: string; readonly default?: boolean }[];
}

const partsOf = ({ components }: ModalBody): readonly Part[] =>
  components.flatMap(({ component }) => (component ? [component as unknown as Part] : []));
const namesOf = (modal: ModalBody): readonly string[] => partsOf(modal).map(({ custom_id }) => custom_id);
const partOf = (modal: ModalBody, name: string): Part => {
  const part = partsOf(modal).find(({ custom_id }) => custom_id === name);
  if (!part) throw new Error(`no part ${name}`);
  return part;
};

const seen = (key: string, keywords: Keywords, note?: Note): SceneFacts => ({
  ...newScene(key, key),
  picture: { ...blob(`pictures/${key}`), width: 40, height: 30, sha256: '0' },
  described: true,
  suggestions: { answered: { material: '', keywords, ...(note && { note }) } },
});

const bookOf = (scenes: readonly SceneFacts[], more: Partial<OpenSession> = {}): OpenSession => ({
  ...fullSession({ with: '가', scenes: 0 }),
  scenes,
  ...more,
});

function modalFor(id: 'A' | 'B', session: OpenSession, locale: Locale = 'ko'): ModalBody {
  const [scene] = session.scenes;
  if (!scene) throw new Error('no scene');
  const modal = modalOf(sceneForm(id, scene, { session, locale }), locale);
  expect(validateModal(modal)).toEqual([]);
  return modal;
}

const ANOTHER: SceneFacts = { ...newScene('s2', '2'), fields: { name: '별이, 달이' } };

describe('what a person does in the first form', () => {
  it('is one of those that are offered, or none, right below its box', () => {
    const modal = modalFor('A', bookOf([seen('s1', WORDS)]));
    expect(namesOf(modal)).toEqual(['name', 'i_action', '+i_action', 'classification', 'caption']);
    const offer = partOf(modal, '+i_action');
    expect(offer).toMatchObject({ type: 21, required: false });
    expect(offer.options?.map(({ label, default: chosen }) => [label, chosen])).toEqual([
      ['고르지 않고 직접 적을게요', true],
      ['달린다', undefined],
      ['웃는다', undefined],
    ]);
    expect(partOf(modal, 'i_action').required).toBe(false);
    expect(partOf(modal, 'name').required).toBe(true);
  });

  it('and names of other scenes have room together, where what is seen gives way to them', () => {
    const modal = modalFor('A', bookOf([seen('s1', WORDS), ANOTHER]));
    expect(namesOf(modal)).toEqual(['name', '+', 'i_action', '+i_action', 'classification']);
    expect(partOf(modal, '+').options?.map(({ label }) => label)).toEqual(['이름: 별이', '이름: 달이']);
    const panel = cardOf(bookOf([seen('s1', WORDS), ANOTHER])).pictures;
    const [picture] = panel;
    const drawn = picture && scenePanel(picture, { pictures: panel, locale: 'ko' }).components;
    expect(validateComponents(drawn ?? [], true, [])).toEqual([]);
    expect(JSON.stringify(drawn)).toContain('그림 설명 고치기');
  });

  it('is what was typed, else what was tapped', () => {
    const read = (typed: string, value: string | null): string | undefined =>
      mergeSuggestions(
        readValues([
          { type: 18, component: { type: 4, custom_id: 'i_action', value: typed } },
          { type: 18, component: { type: 21, custom_id: '+i_action', value } },
        ]),
      )['i_action'];
    expect(read('', 'i_action=달린다')).toBe('달린다');
    expect(read('난다', 'i_action=달린다')).toBe('난다');
    expect(read('난다', 'i_action=')).toBe('난다');
    expect(read('', 'i_action=')).toBe('');
    expect(read('', null)).toBe('');
  });

  it('is not offered once it was said', () => {
    const scene = { ...seen('s1', WORDS), fields: { i_action: '난다' } };
    expect(namesOf(modalFor('A', bookOf([scene])))).toEqual(['name', 'i_action', 'classification', 'caption']);
  });
});

describe('words for the fields that hold several things', () => {
  it('stay several, and the first field does not take the room of the last', () => {
    const many = (word: string): string[] => Array.from({ length: 10 }, (_, index) => `${word}${index}`);
    const keywords = { setting: many('곳'), action: many('일'), feeling: many('마음') };
    const others = many('친구').map((name, index) => ({ ...newScene(`o${index}`, `${index}`), fields: { name } }));
    const offer = partOf(modalFor('B', bookOf([seen('s1', keywords), ...others])), '+');
    expect(offer).toMatchObject({ type: 3, max_values: 25 });
    const kinds = (offer.options ?? []).map(({ value }) => value.split('=')[0] ?? '');
    const counts = ['character', 'setting', 'action', 'feeling'].map((name) => kinds.filter((k) => k === name).length);
    expect(counts).toEqual([7, 6, 6, 6]);
  });
});

describe('titles', () => {
  const titles = { answered: { material: '', titles: ['언덕 위의 하루', '별이와 달'] } };
  const untitled = (given: OpenSession['titles']): OpenSession => {
    const { title: _, ...rest } = bookOf([]);
    return { ...rest, ...(given && { titles: given }) };
  };

  it('are offered one of many, even if there is one only', () => {
    for (const count of [1, 2]) {
      const some = { answered: { material: '', titles: titles.answered.titles.slice(0, count) } };
      const modal = modalOf(bookForm({ session: untitled(some), locale: 'ko' }), 'ko');
      expect(validateModal(modal)).toEqual([]);
      expect(namesOf(modal)).toEqual(['title', '+title', 'authors', 'level', 'format']);
      expect(partOf(modal, '+title').options).toHaveLength(count + 1);
    }
    expect(namesOf(modalOf(bookForm({ session: untitled(undefined), locale: 'ko' }), 'ko'))).not.toContain('+title');
  });
});

describe('the longest that is offered', () => {
  const most = (start: string): readonly string[] =>
    Array.from({ length: 10 }, (_, index) => `${start}${index}${'힣'.repeat(38)}`);
  const keywords = { setting: most('곳'), action: most('일'), feeling: most('맘') };
  const named = most('이').map((name, index) => ({ ...newScene(`o${index}`, `${index}`), fields: { name } }));

  it.each(['ko', 'en'] as const)('fits each form (%s)', (locale) => {
    const session = bookOf([seen('s1', keywords), ...named], {
      titles: { answered: { material: '', titles: most('책') } },
    });
    const { title: _, ...untitled } = session;
    for (const id of ['A', 'B'] as const) expect(partsOf(modalFor(id, session, locale))).toHaveLength(5);
    expect(validateModal(modalOf(bookForm({ session: untitled, locale }), locale))).toEqual([]);
  });
});

describe('a caption in another language', () => {
  const foreign = (key: string): SceneFacts => ({
    ...seen(key, { setting: [], action: [], feeling: [] }),
    caption: {
      text: 'a child looks at the moon',
      locale: 'en',
      source: { kind: 'model', engine: 'blip' },
      note: { code: 'untranslated', locale: 'en' },
    },
  });
  const card = (session: OpenSession) => cardComponents(cardOf(session), { locale: 'ko', seesMessages: true });
  const labels = (components: readonly Component[]): readonly string[] =>
    [...JSON.stringify(components).matchAll(/"label":"([^"]*)"/g)].map(([, label = '']) => label);

  it('is a press away on the card, one at a time, and in its panel once', () => {
    const session = bookOf([foreign('s1'), foreign('s2')]);
    const components = card(session);
    expect(validateComponents(components, true, [])).toEqual([]);
    expect(labels(components).filter((text) => text.includes('설명'))).toEqual(['1번 그림: 설명을 한국어로 고치기']);
    expect(JSON.stringify(components)).toContain('"custom_id":"a:caption.s1"');
    const { pictures } = cardOf(session);
    const [, second] = pictures;
    const panel = second ? scenePanel(second, { pictures, locale: 'ko' }).components : [];
    expect(labels(panel).filter((text) => text.includes('설명'))).toEqual(['설명을 한국어로 고치기']);
  });

  it('has a form of its own with nothing but what is seen', () => {
    const session = bookOf([foreign('s1')]);
    const [scene] = session.scenes;
    const modal = scene && modalOf(captionForm(scene, { session, locale: 'ko' }), 'ko');
    expect(modal && namesOf(modal)).toEqual(['caption']);
  });

  it('is no hindrance to telling where words are unfit, and the page can be written by hand', () => {
    const full = fullSession({ with: '힣 ', scenes: 10 });
    const scenes = full.scenes.map((scene) => ({ ...scene, versions: [] }));
    const making = { ...full, scenes, removed: [], making: true };
    const [job] = jobsNeeded(making);
    const places = full.scenes.map((_, index) => ({ page: index + 1, part: 'told', topic: 'violence' }) as const);
    const failure = { code: 'text-unsuitable', details: { places }, retryable: false } as const;
    const stopped = { ...making, failures: { [job?.id ?? '']: { times: 1, failure } } };
    for (const isPrivate of [true, false]) {
      const most = isPrivate ? { most: LIMITS.text - ABOVE } : {};
      const drawn = cardComponents(cardOf(stopped), { locale: 'ko', seesMessages: false, isPrivate, ...most });
      expect(validateComponents(drawn, true, [])).toEqual([]);
      expect(() => surviveBytes(drawn)).not.toThrow();
      const said = JSON.stringify(drawn);
      for (const { page } of places) expect(said).toContain(`${page}쪽 컴퓨터가 지은 글: 무섭거나`);
      expect(labels(drawn)).toContain('쪽마다 고치기');
    }
  });

  it('and what services cost and left undone stand on the card, readable', () => {
    const instead = { code: 'instead', wanted: 'gpt-4o', used: 'local' } as const;
    const words = { setting: [], action: ['웃는다'], feeling: [] };
    const used = { calls: 3, input: 1200, output: 345 };
    const text = JSON.stringify(card(bookOf([seen('s1', words, instead), seen('s2', words, instead)], { used })));
    expect(text).toContain('AI가 도운 양: 토큰 1,545개');
    expect(text.match(/골라 넣을 말과 제목: [^"]*쓰려던 것: gpt-4o, 한 것: local/g)).toHaveLength(1);
  });
});
