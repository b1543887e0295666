// What goes out is within every limit of Discord, however much a book says: held against the rules of the fake service,
// which are Discord's own.
import { describe, expect, it } from 'vitest';
import { pageViews } from '../../../src/bots/conversation/buttons.ts';
import { cardOf } from '../../../src/bots/conversation/card.ts';
import {
  bookForm,
  deleteForm,
  type Form,
  picturesForm,
  sceneForm,
  textForm,
  versionsForm,
} from '../../../src/bots/conversation/forms.ts';
import type { BookMessage } from '../../../src/bots/conversation/replies.ts';
import type { OpenSession } from '../../../src/bots/conversation/session.ts';
import { WORDING } from '../../../src/bots/conversation/wording.ts';
import { privateMessage, respond } from '../../../src/bots/discord/answers.ts';
import { bookBody } from '../../../src/bots/discord/book-message.ts';
import { cardComponents, cardFiles } from '../../../src/bots/discord/card-message.ts';
import { pageSelect } from '../../../src/bots/discord/choosing.ts';
import { COMMANDS } from '../../../src/bots/discord/commands.ts';
import { planFiles } from '../../../src/bots/discord/files.ts';
import { modalOf } from '../../../src/bots/discord/modal.ts';
import { pagePanel, scenePanel } from '../../../src/bots/discord/private-message.ts';
import type { Component } from '../../../src/bots/discord/wire.ts';
import type { Locale } from '../../../src/story.ts';
import { surviveBytes, validateComponents } from '../../fakes/discord/validate-blocks.ts';
import { validateCommands } from '../../fakes/discord/validate-commands.ts';
import { validateMessage } from '../../fakes/discord/validate-message.ts';
import { validateModal } from '../../fakes/discord/validate-modal.ts';
import { blob, fullSession } from './longest.ts';

const FILLINGS = [
  { with: '가나다라 ', scenes: 10 },
  { with: '힣', scenes: 10 },
  { with: '*_`', scenes: 10 },
  { with: 'abc ', scenes: 10 },
  { with: '👨‍👩‍👧', scenes: 10 },
  { with: '-\n', scenes: 10 },
  { with: '가', scenes: 1 },
] as const;
const LOCALES: readonly Locale[] = ['ko', 'en'];

const sessionOf = (filling: (typeof FILLINGS)[number]): OpenSession => fullSession(filling);

function expectFitting(components: readonly Component[]): void {
  expect(validateComponents(components, true, [])).toEqual([]);
  expect(() => surviveBytes(components)).not.toThrow();
}

const displaysIn = (components: readonly Component[]): readonly string[] =>
  components.flatMap(({ content, components: inner }) => [
    ...(typeof content === 'string' ? [content] : []),
    ...(Array.isArray(inner) ? displaysIn(inner) : []),
  ]);

describe.each(FILLINGS)('a book full of %j', (filling) => {
  const session = sessionOf(filling);
  const asking = (locale: Locale) => ({ session, locale });

  it.each(LOCALES)('has a card that fits, and shows every scene (%s)', (locale) => {
    for (const seesMessages of [true, false]) {
      for (const isPrivate of [true, false]) {
        const components = cardComponents(cardOf(session, locale), {
          locale,
          seesMessages,
          isPrivate,
          tag: 'card-0123456789abcdef0123',
        });
        expectFitting(components);
        const text = displaysIn(components).join('\n');
        for (let number = 1; number <= filling.scenes; number++)
          expect(text).toContain(WORDING[locale].pictureNumber(number));
      }
    }
  });

  it.each(LOCALES)('has panels that fit, whatever is said above them (%s)', (locale) => {
    const { pictures } = cardOf(session, locale);
    const above = { to: 'actor', type: 'notice', text: '가'.repeat(2000) } as const;
    const about = { locale, seesMessages: false, draft: '1' };
    for (const picture of pictures) {
      expectFitting(scenePanel(picture, { pictures, locale }).components);
      expectFitting(privateMessage([above], { ...about, redrawn: { view: 'scene', picture, pictures } }).components);
    }
    const pages = pageViews(session, locale);
    for (const page of pages) {
      expectFitting(pagePanel(page, { pages, locale }).components);
      expectFitting(privateMessage([above], { ...about, redrawn: { view: 'page', page, pages } }).components);
    }
    expectFitting(pageSelect(pages, locale));
    const card = { to: 'actor', type: 'card', card: cardOf(session, locale) } as const;
    expectFitting(privateMessage([above, above, card], about).components);
  });

  it.each(LOCALES)('has forms that fit (%s)', (locale) => {
    const forms: readonly Form[] = [
      ...session.scenes.flatMap((scene) => [
        ...(['A', 'B', 'C'] as const).map((id) => sceneForm(id, scene, asking(locale))),
        textForm(scene, asking(locale)),
        versionsForm(scene, asking(locale)),
        picturesForm(asking(locale), scene),
      ]),
      bookForm(asking(locale)),
    ];
    for (const form of forms) expect(validateModal(modalOf(form, locale, { view: 'scene' }))).toEqual([]);
  });
});

describe('a form', () => {
  it('offers what the other scenes say in one part, for all its fields together', () => {
    const full = fullSession({ with: '가', scenes: 0 });
    const [scene] = fullSession({ with: '가', scenes: 1 }).scenes;
    if (!scene) throw new Error('no scene');
    const other = {
      ...scene,
      key: 's2',
      fields: { name: '별이, 달이', character: '토끼', setting: '언덕', feeling: '설렘' },
    };
    const here = { ...scene, fields: {} };
    const modal = modalOf(sceneForm('B', here, { session: { ...full, scenes: [here, other] }, locale: 'ko' }), 'ko');
    expect(validateModal(modal)).toEqual([]);
    expect(modal.components).toHaveLength(5);
    const { component } = modal.components[4] as unknown as {
      component: { options: { label: string; value: string }[] };
    };
    expect(component.options).toContainEqual({ label: '등장인물: 토끼', value: 'character=토끼' });
    expect(component.options).toContainEqual({ label: '배경: 언덕', value: 'setting=언덕' });
  });

  it('lets a field that is needed be filled by a tap alone, and no other stay empty', () => {
    const session = fullSession({ with: '가', scenes: 2 });
    const [scene] = session.scenes;
    if (!scene) throw new Error('no scene');
    const blank = { ...scene, fields: {} };
    const requiredIn = (scenes: typeof session.scenes) =>
      modalOf(sceneForm('A', blank, { session: { ...session, scenes }, locale: 'ko' }), 'ko')
        .components.map(({ component }) => component as Component)
        .flatMap(({ custom_id, required }) => (required ? [custom_id] : []));
    expect(requiredIn([blank])).toEqual(['name', 'i_action', 'classification']);
    expect(requiredIn([blank, { ...scene, key: 's2', fields: { name: '별이' } }])).toEqual([
      'i_action',
      'classification',
    ]);
  });

  it('shows five kinds of story at a glance, with the one that was chosen', () => {
    const session = fullSession({ with: '가', scenes: 1 });
    const [scene] = session.scenes;
    const modal = scene && modalOf(sceneForm('A', scene, { session, locale: 'ko' }), 'ko');
    const radios = modal?.components.map(({ component }) => component as Component).find(({ type }) => type === 21);
    expect(radios?.['options']).toHaveLength(5);
    expect(radios?.['options']).toContainEqual({ value: '신체운동_건강', label: '신체운동·건강', default: true });
  });

  it('for pictures takes as many as there is room for', () => {
    const session = fullSession({ with: '가', scenes: 7 });
    const modal = modalOf(picturesForm({ session, locale: 'ko' }), 'ko');
    expect(validateModal(modal)).toEqual([]);
    expect(modal.components[1]).toMatchObject({ component: { type: 19, max_values: 3, min_values: 1 } });
  });

  it('without fields becomes a question for one person, with a button that says what it does', () => {
    const response = respond([{ to: 'actor', type: 'form', form: deleteForm(WORDING.ko) }], {
      locale: 'ko',
      seesMessages: true,
      draft: '1',
    });
    if (response.type !== 'message') throw new Error('no message');
    expectFitting(response.message.components);
    expect(JSON.stringify(response.message.components)).toContain('되돌릴 수 없어요');
    expect(JSON.stringify(response.message.components)).toContain('"custom_id":"y:delete"');
  });
});

describe('a card', () => {
  it('leads with the one next step, at most three buttons in a row', () => {
    const [container] = cardComponents(cardOf(fullSession({ with: '가', scenes: 3 })), {
      locale: 'ko',
      seesMessages: true,
    });
    const rows = ((container?.['components'] ?? []) as readonly Component[]).filter(({ type }) => type === 1);
    const buttonRows = rows
      .map(({ components }) => components as readonly Component[])
      .filter(([first]) => first?.type === 2);
    expect(buttonRows[0]?.[0]?.['style']).toBe(1);
    expect(buttonRows.flat().filter(({ style }) => style === 1)).toHaveLength(1);
    for (const row of buttonRows) expect(row.length).toBeLessThanOrEqual(3);
  });

  it('echoes what people wrote as they wrote it, and calls nobody', () => {
    const session = { ...fullSession({ with: '가', scenes: 0 }), title: '**달** <@123> @everyone' };
    const [text] = displaysIn(cardComponents(cardOf(session), { locale: 'ko', seesMessages: true }));
    expect(text).toContain('## \\*\\*달\\*\\* \\<@123\\> @\u200beveryone');
  });

  it('says how to bring pictures where the bot cannot see those that are dropped', () => {
    const session = fullSession({ with: '가', scenes: 0 });
    const text = (seesMessages: boolean): string =>
      displaysIn(cardComponents(cardOf(session), { locale: 'ko', seesMessages })).join();
    expect(text(false)).toContain('봇에게 보이지 않아요');
    expect(text(true)).not.toContain('보이지 않아요');
  });

  it('sends only the pictures that its message does not hold yet, and keeps the others by their ids', () => {
    const wanted = cardFiles(cardOf(fullSession({ with: '가', scenes: 3 })));
    const [first, second] = wanted;
    const there = [
      { id: '501', filename: second?.filename ?? '' },
      { id: '502', filename: 'gone.jpg' },
    ];
    const { attachments, send } = planFiles(wanted, there);
    expect(send).toEqual([first, wanted[2]]);
    expect(attachments.map(({ id }) => id)).toEqual(['501', 0, 1]);
  });
});

describe('the book', () => {
  const cover = { ...blob('books/1-1.jpg'), width: 1200, height: 1200, text: '표지' };
  const book: BookMessage = {
    text: `그림책 “${'*'.repeat(200)}” 완성!`,
    mention: '1574163009209630720',
    title: '*'.repeat(200),
    fileName: '달빛 소풍.pdf',
    pdf: blob('books/1.pdf'),
    cover,
    pages: [cover],
    coverAlt: '표지'.repeat(900),
    notes: Array.from({ length: 9 }, (_, index) => `${index} ${'@everyone **말** '.repeat(60)}`),
    buttons: [
      { action: { type: 'pages' }, label: '쪽마다 고치기', style: 'primary' },
      { action: { type: 'make', request: 2 }, label: '다시 만들기', style: 'plain' },
      { action: { type: 'delete' }, label: '모두 지우기', style: 'danger' },
    ],
  };

  it('fits, calls its owner and nobody else, and can be known again', () => {
    const body = bookBody(book, 'book-0123456789abcdef0123', { pdf: book.fileName, cover: 'cover.jpg' });
    const files = [{ size: 9e6 }, { size: 1e5 }];
    expect(
      validateMessage({ draft: { ...body }, files, attachments: 2, uploadLimit: 10 * 1024 * 1024, path: [] }),
    ).toEqual([]);
    expect(body.content).toMatch(/^<@1574163009209630720> /);
    expect(body.content).not.toContain('@everyone');
    expect(body.allowed_mentions).toEqual({ parse: [], users: ['1574163009209630720'] });
    expect(body).toMatchObject({ nonce: 'book-0123456789abcdef0123', enforce_nonce: true });
    expect(JSON.stringify(body.components)).toContain('~book-0123456789abcdef0123');
  });

  it('tells those who cannot see it what its cover is', () => {
    const body = bookBody({ ...book, coverAlt: '그림책 “달빛 소풍”의 표지' }, 'k', {
      pdf: 'a.pdf',
      cover: 'cover.jpg',
    });
    expect(body.attachments).toContainEqual({ id: 1, filename: 'cover.jpg', description: '그림책 “달빛 소풍”의 표지' });
  });
});

describe('the commands', () => {
  it('are such as Discord takes', () => expect(validateCommands(COMMANDS, false)).toEqual([]));

  it('are there in servers alone, and described in Korean', () => {
    for (const command of COMMANDS) expect(command).toMatchObject({ integration_types: [0], contexts: [0] });
    expect(JSON.stringify(COMMANDS[0])).toContain('새 그림책을 시작해요');
    expect(COMMANDS[1]).toMatchObject({
      type: 3,
      name: '여기서 그림책 만들기',
      name_localizations: { 'en-US': 'Make a picture book' },
    });
  });
});
