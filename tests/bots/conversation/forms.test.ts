// Forms, buttons and cards: within the limits of every chat service, in both languages, with what was said before.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action, readAction, writeAction } from '../../../src/bots/conversation/actions.ts';
import { cardOf, cardText } from '../../../src/bots/conversation/card.ts';
import {
  bookForm,
  captionForm,
  deleteForm,
  type Form,
  picturesForm,
  SCENE_FIELDS,
  sceneForm,
  textForm,
  versionsForm,
} from '../../../src/bots/conversation/forms.ts';
import { messagesOwed } from '../../../src/bots/conversation/messages-owed.ts';
import type { OpenSession } from '../../../src/bots/conversation/session.ts';
import { WORDING } from '../../../src/bots/conversation/wording.ts';
import { fileNameFor } from '../../../src/file-name.ts';
import { LOCALES, OPTIONAL_FIELDS } from '../../../src/story.ts';
import { A, createTalk, described, doneNews, finished, MINA, pick, texts } from './talk.ts';

/** The largest of everything: ten pictures, captions in another language, two versions of a page, something to put back. */
function largest(): OpenSession {
  const caption = { text: 'a child looks at the moon', locale: 'en', source: { kind: 'model', engine: 'x' } } as const;
  const talk = described(10, (job) =>
    job.kind === 'describe'
      ? {
          ...pick(job),
          kind: 'describe',
          type: 'done',
          output: { caption, used: { calls: 1, input: 900, output: 99 } },
        }
      : doneNews(job),
  );
  talk.click('책 만들기');
  talk.work();
  talk.deliver();
  talk.press({ type: 'retell', scene: talk.scene(10).key, version: 0 });
  talk.work();
  return talk.open();
}

function formsOf(session: OpenSession, locale: 'ko' | 'en'): readonly Form[] {
  const asking = { session, locale };
  const scene = session.scenes[9];
  if (!scene) throw new Error('there are not ten scenes');
  return [
    ...(['A', 'B', 'C'] as const).map((id) => sceneForm(id, scene, asking)),
    captionForm(scene, asking),
    textForm(scene, asking),
    versionsForm(scene, asking),
    picturesForm(asking),
    picturesForm(asking, scene),
    bookForm(asking),
    deleteForm(WORDING[locale]),
  ];
}

describe.each(LOCALES)('in %s', (locale) => {
  const session = largest();
  const forms = formsOf(session, locale);

  it.each(forms.map((form) => [form.title, form] as const))('the form "%s" fits every chat service', (_, form) => {
    expect(form.title.length).toBeLessThanOrEqual(24);
    expect(form.submit.length).toBeLessThanOrEqual(24);
    expect(form.fields.length).toBeLessThanOrEqual(5);
    for (const field of form.fields) {
      expect(field.label.length).toBeLessThanOrEqual(45);
      expect(field.hint?.length ?? 0).toBeLessThanOrEqual(100);
      if (field.kind === 'line' || field.kind === 'lines') {
        expect(field.limit).toBeLessThanOrEqual(3000);
        expect(field.suggestions.length).toBeLessThanOrEqual(10);
      }
      if (field.kind !== 'choice') continue;
      expect(field.choices.length).toBeGreaterThanOrEqual(2);
      expect(field.choices.length).toBeLessThanOrEqual(10);
      expect(new Set(field.choices.map(({ value }) => value)).size).toBe(field.choices.length);
      for (const { label, value } of field.choices) {
        expect(label.length).toBeLessThanOrEqual(75);
        expect(value.length).toBeLessThanOrEqual(75);
      }
    }
  });

  it('the card of ten pictures keeps its buttons short and its text within one message', () => {
    const card = cardOf(session, locale);
    const buttons = [...card.buttons, ...card.pictures.flatMap((picture) => picture.buttons)];
    for (const { label } of buttons) expect(label.length).toBeLessThanOrEqual(30);
    for (const { action } of buttons) expect(readAction(writeAction(action))).toEqual(action);
    expect(card.buttons.filter(({ style }) => style === 'primary')).toHaveLength(1);
    expect(cardText(card, locale).length).toBeLessThan(3300);
    expect(cardText(card, locale)).not.toMatch(/undefined|NaN|\[object/);
  });
});

describe('forms', () => {
  it('ask for each field exactly once', () => {
    expect([...SCENE_FIELDS.A, ...SCENE_FIELDS.B, ...SCENE_FIELDS.C]).toEqual([
      'name',
      'i_action',
      'classification',
      ...OPTIONAL_FIELDS,
    ]);
  });

  it('open with what was said', () => {
    const talk = described(1);
    talk.submit('B', { setting: '언덕 위, 밤', feeling: '설렘' }, 1);
    const [answer] = talk.press({ type: 'detail', scene: talk.scene(1).key, part: 'B' });
    expect(answer).toMatchObject({
      form: { fields: [{}, { name: 'setting', value: '언덕 위, 밤' }, {}, { value: '설렘' }] },
    });
    const [first] = talk.press({ type: 'describe', scene: talk.scene(1).key });
    expect(first).toMatchObject({
      form: {
        fields: [{ value: '별이' }, { value: '달을 1번 본다' }, { value: '자연탐구' }, { value: '달을 보는 아이' }],
      },
    });
  });

  it('offer what was suggested for the scene, then what the other scenes say, the nearest first, and not what is there already', () => {
    const talk = described(3);
    talk.submit('A', { name: '달이' }, 1);
    talk.submit('A', { name: '별이' }, 2);
    talk.submit('B', { setting: '바닷가, 밤' }, 1);
    talk.submit('B', { setting: '언덕 위, 밤' }, 2);
    talk.submit('B', { setting: '밤' }, 3);
    const [answer] = talk.press({ type: 'detail', scene: talk.scene(3).key, part: 'B' });
    expect(answer).toMatchObject({
      form: { fields: [{ suggestions: ['달이'] }, { suggestions: ['언덕', '언덕 위', '바닷가'] }, {}, {}] },
    });
  });

  it('save what is right, and come back with all that was typed and what is to be mended', () => {
    const talk = described(1);
    const values = { name: '해님', i_action: ' ', classification: '모름', caption: '가'.repeat(501) };
    const [answer] = talk.submit('A', values, 1);
    expect(answer).toMatchObject({
      type: 'problems',
      problems: [
        { field: 'i_action' },
        { field: 'classification' },
        { field: 'caption', text: expect.stringContaining('500자') },
      ],
      form: { fields: [{ value: '해님' }, { value: ' ' }, { value: '모름' }, { value: values.caption }] },
    });
    expect(talk.scene(1).fields).toEqual({ ...A, name: '해님', i_action: '달을 1번 본다' });
  });

  it('tidy what was typed: one spelling of Hangul, nothing invisible, one line where one line is asked', () => {
    const talk = described(1);
    talk.submit('A', { name: `${'별이'.normalize('NFD')}\u202E\u0000\n\t` }, 1);
    expect(talk.scene(1).fields.name).toBe('별이');
    talk.submit('text', { text: ' 첫 줄 \r\n\r\n\r\n\r\n둘째\u2028줄 ' }, 1);
    expect(talk.scene(1).versions[0]?.passage.text).toBe('첫 줄\n\n둘째\n줄');
  });

  it('empty what is optional, and leave alone what was not sent', () => {
    const talk = described(1);
    talk.submit('B', { setting: '밤', feeling: '설렘' }, 1);
    talk.submit('B', { setting: '' }, 1);
    expect(talk.scene(1).fields).toEqual({ ...A, i_action: '달을 1번 본다', feeling: '설렘' });
  });

  it("keep a caption the model's until somebody changes it; emptied, it stays empty", () => {
    const talk = described(1);
    talk.submit('A', { ...A, caption: '달을 보는 아이' }, 1);
    expect(talk.scene(1).caption?.source.kind).toBe('model');
    talk.submit('A', { caption: '' }, 1);
    expect(talk.scene(1).caption).toBeUndefined();
    expect(talk.jobs()).toEqual([]);
  });

  it("refuse an author's name that is too long, and keep the title all the same", () => {
    const talk = described(1);
    const [answer] = talk.submit('book', { title: '새 제목', authors: `하늘, ${'가'.repeat(61)}` });
    expect(answer).toMatchObject({ type: 'problems', problems: [{ field: 'authors' }] });
    expect(talk.open()).toMatchObject({ title: '새 제목', authors: [] });
  });

  it('about a scene that was taken out keep what was typed with it', () => {
    const talk = described(2);
    const { key } = talk.scene(2);
    talk.press({ type: 'remove', scene: key });
    const answers = talk.hear({
      type: 'submitted',
      id: 'late',
      actor: MINA,
      form: 'A',
      scene: key,
      values: { name: '해님' },
    });
    expect(texts(answers)).toEqual([expect.stringContaining('지금 책에 없어요')]);
    talk.press({ type: 'restore', scene: key });
    expect(talk.scene(2).fields.name).toBe('해님');
  });
});

describe('an action', () => {
  it('comes back from a button as it was, in at most 40 characters', () => {
    const scene = fc.nat({ max: 999_999 }).map((number) => `s${number}`);
    const count = fc.nat({ max: 999_999 });
    const action = fc.oneof(
      fc.record({
        type: fc.constantFrom(
          'describe',
          'caption',
          'replace',
          'remove',
          'restore',
          'edit',
          'lock',
          'unlock',
          'versions',
        ),
        scene,
      }),
      fc.record({ type: fc.constant('detail'), scene, part: fc.constantFrom('B', 'C') }),
      fc.record({ type: fc.constant('move'), scene, to: count }),
      fc.record({ type: fc.constant('retell'), scene, version: count }),
      fc.record({ type: fc.constantFrom('make', 'retry', 'stop'), request: count }),
      fc.record({ type: fc.constantFrom('add', 'book', 'pages', 'cancel', 'resume', 'status', 'help', 'delete') }),
    ) as fc.Arbitrary<Action>;
    fc.assert(
      fc.property(action, (one) => {
        expect(readAction(writeAction(one))).toEqual(one);
        expect(writeAction(one)).toMatch(/^[\w.]{1,40}$/);
      }),
    );
  });

  it.each([
    '',
    'fly',
    'make',
    'make.x',
    'make.1.2',
    'describe',
    'describe.p1',
    'detail.s1.D',
    'constructor',
    '__proto__.s1',
    'status.1',
  ])('is not read from %j', (written) => expect(readAction(written)).toBeUndefined());
});

describe("the name of a book's file", () => {
  it.each([
    ['달빛 소풍', '달빛 소풍.pdf'],
    ['a/b\\c:d', 'a b c d.pdf'],
    ['..', 'storybook.pdf'],
    ['\u202Egnp.exe', 'gnp.exe.pdf'],
    ['가'.repeat(100), `${'가'.repeat(60)}.pdf`],
  ])('of %j is %j', (title, name) => expect(fileNameFor(title, '.pdf')).toBe(name));
});

it('keys of messages fit the nonces of chat services', () => {
  const talk = finished(1);
  talk.post([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  talk.press({ type: 'resume' });
  for (const { key } of [...talk.thread.values(), ...messagesOwed(talk.open())])
    expect(key.length).toBeLessThanOrEqual(25);
});

it('a title of nothing but blanks is none', () => {
  const talk = createTalk();
  talk.start(' \n ');
  expect(talk.open().title).toBeUndefined();
});
