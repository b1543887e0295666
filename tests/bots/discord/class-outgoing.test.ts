// What a class says is within every limit of Discord, and nobody is left out of it, however many books there are and
// however long they are called: held against the rules of the fake service, which are Discord's own.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindForm, labelForm, settingsForm } from '../../../src/bots/classroom/forms.ts';
import type { AnthologyMessage, BookLine, ClassButton, ClassView } from '../../../src/bots/classroom/replies.ts';
import { lookView, rosterView } from '../../../src/bots/classroom/roster-view.ts';
import { settingsView } from '../../../src/bots/classroom/settings-view.ts';
import { shelfView } from '../../../src/bots/classroom/shelf-view.ts';
import { summaryView } from '../../../src/bots/classroom/summary-view.ts';
import { handForm, returnForm } from '../../../src/bots/conversation/forms.ts';
import { printName } from '../../../src/bots/conversation/print-name.ts';
import { respondInClass } from '../../../src/bots/discord/class-answers.ts';
import { classMessage, controlOf } from '../../../src/bots/discord/class-message.ts';
import { readControl, writeControl } from '../../../src/bots/discord/ids.ts';
import { classModal, modalOf } from '../../../src/bots/discord/modal.ts';
import {
  announcementPaper,
  anthologyPaper,
  inMessages,
  loosePaper,
  type Paper,
  reviewPaper,
} from '../../../src/bots/discord/paper-message.ts';
import { actionFor } from '../../../src/bots/discord/private-message.ts';
import type { Component } from '../../../src/bots/discord/wire.ts';
import { surviveBytes } from '../../fakes/discord/validate-blocks.ts';
import { validateMessage } from '../../fakes/discord/validate-message.ts';
import { validateModal } from '../../fakes/discord/validate-modal.ts';
import { CHANNEL, fullClass, page, threadOf } from './full-class.ts';
import { fullSession } from './longest.ts';

const MEBIBYTE = 1024 * 1024;
const TAG = 'card-0123456789abcdef0123';
const FILLINGS = ['가나다라 ', '힣', '*_`', 'abc ', '👨‍👩‍👧', '-\n', '<@1>'] as const;
const LOCALES = ['ko', 'en'] as const;

const every = (components: readonly Component[]): readonly Component[] =>
  components.flatMap((component) => [
    component,
    ...(Array.isArray(component['components']) ? every(component['components']) : []),
    ...(component['accessory'] ? [component['accessory'] as Component] : []),
  ]);

const textOf = (components: readonly Component[]): string =>
  every(components)
    .flatMap(({ content }) => (typeof content === 'string' ? [content] : []))
    .join('\n');

/** Everything that can be pressed or chosen, as what is written there. */
const pressable = (components: readonly Component[]): readonly string[] =>
  every(components).flatMap(({ type, custom_id: id, options }) => {
    if (Array.isArray(options)) return options.map(({ value }: { value: string }) => value);
    return type === 2 && typeof id === 'string' ? [id.replace(/~.*$/, '')] : [];
  });

function expectFitting({ components, files, mention }: Paper): void {
  const attachments = files.map(({ filename, title, alt }, id) => ({
    id,
    filename,
    ...(title && { title: title.slice(0, 1024) }),
    description: alt.slice(0, 1024),
  }));
  const draft = { components, attachments, flags: 32_768, allowed_mentions: { parse: [] } };
  const sizes = files.map(({ blob: { size } }) => ({ size }));
  const uploadLimit = 10 * MEBIBYTE;
  expect(validateMessage({ draft, files: sizes, attachments: files.length, uploadLimit, path: [] })).toEqual([]);
  expect(() => surviveBytes(components)).not.toThrow();
  expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(25 * MEBIBYTE);
  // Nobody is called but whoever is to be.
  const called = [...textOf(components).matchAll(/(?<!\\)<@(\d+)>/g)].map(([, id]) => id);
  expect(called).toEqual(mention === undefined ? [] : [mention]);
  const shown = every(components).flatMap(({ items = [], media, file }) =>
    [...(items as { media: object }[]).map((item) => item.media), media, file].flatMap((one) =>
      one ? [(one as { url: string }).url] : [],
    ),
  );
  // Files that nothing shows are hidden.
  expect(new Set(shown)).toEqual(new Set(files.map(({ filename }) => `attachment://${filename}`)));
}

function expectWhole(view: ClassView, paper: Paper): void {
  expectFitting(paper);
  const { components } = paper;
  const there = new Set(pressable(components));
  const buttons = [...view.buttons, ...view.books.flatMap((book) => book.buttons)];
  for (const button of buttons) expect(there).toContain(writeControl(controlOf(button)));
  for (const { action } of view.pick?.options ?? []) {
    expect(there).toContain(writeControl({ type: 'class', channel: CHANNEL, action }));
  }
  for (const id of there) expect(readControl(id)).toBeDefined();
  expect(textOf(components).match(/\*\*/g)?.length ?? 0).toBeGreaterThanOrEqual(view.books.length * 2);
}

const options = (more = {}) => ({ channel: CHANNEL, menu: '할 일 고르기', ...more });

describe.each(FILLINGS)('a class full of %j', (filling) => {
  const classroom = fullClass({ with: filling, books: 30 });

  it.each(LOCALES)('is shown whole: settings, summary, list, one book, shelf (%s)', (locale) => {
    const asking = { classroom, locale };
    const views = [
      settingsView(asking, '저장했어요.'),
      summaryView(asking),
      rosterView(asking, 0),
      rosterView(asking, 25),
      ...classroom.books.slice(0, 5).map((book) => lookView(asking, book)),
      shelfView(asking, 0),
      shelfView(asking, 20),
    ];
    for (const view of views) {
      expectWhole(view, classMessage(view, options({ tag: TAG })));
      const about = { locale, channel: CHANNEL, draft: '1', teacher: true, hasDesk: true };
      const said = { to: 'actor', type: 'notice', text: filling.repeat(600) } as const;
      const response = respondInClass([said, { to: 'actor', type: 'class-view', view }], about);
      if (response.type !== 'message') throw new Error('no message');
      expectWhole(view, response.message);
    }
  });

  it.each(LOCALES)('has forms that fit (%s)', (locale) => {
    const asking = { classroom, locale };
    const [book] = classroom.books;
    const forms = [
      ...(['who', 'books', 'care'] as const).map((id) => settingsForm(id, asking)),
      bindForm(asking),
      ...(book ? [labelForm(book, asking)] : []),
    ];
    for (const form of forms) {
      const modal = classModal(form, locale);
      expect(validateModal(modal)).toEqual([]);
      expect(modal.components.length).toBeLessThanOrEqual(5);
      expect(readControl(modal.custom_id)).toMatchObject({ type: 'class-form', channel: CHANNEL, form: form.id });
    }
  });
});

const action = fc.record({ type: fc.constant('look' as const), book: fc.nat(999_999).map((number) => `b${number}`) });
const button: fc.Arbitrary<ClassButton> = fc.record({
  to: fc.constant('class' as const),
  channel: fc.constant(CHANNEL),
  action,
  label: fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }).map((label) => `x${label}`.slice(0, 30)),
  style: fc.constantFrom('primary' as const, 'plain' as const, 'danger' as const),
});
const words = (maxLength: number) =>
  fc.string({ maxLength, unit: fc.constantFrom('가', 'a', '*', '\n', '👨‍👩‍👧', ' ') });
const line = (most: number): fc.Arbitrary<BookLine> =>
  fc
    .record({
      key: fc.constant('b1'),
      label: words(30).map((label) => `가${label}`),
      thread: fc.nat(9999).map(threadOf),
      lines: fc.array(words(400), { maxLength: 4 }),
      cover: fc.option(
        fc.nat(50).map((number) => page(`c/${number}`)),
        { nil: undefined },
      ),
      coverAlt: words(1500),
      buttons: fc.array(button, { maxLength: most }),
    })
    .map(({ cover, ...rest }) => (cover ? { ...rest, cover } : rest));
const view: fc.Arbitrary<ClassView> = fc
  .record({
    heading: words(200),
    about: fc.array(words(500), { maxLength: 20 }),
    few: fc.array(line(4), { maxLength: 10 }),
    many: fc.array(line(3), { maxLength: 30 }),
    isMany: fc.boolean(),
    next: words(300),
    buttons: fc.array(button, { maxLength: 10 }),
    picks: fc.uniqueArray(action, { maxLength: 25, selector: ({ book }) => book }),
  })
  .map(({ few, many, isMany, picks, ...rest }) => ({
    ...rest,
    books: isMany ? many.map(({ cover: _, ...book }) => book) : few,
    ...(picks.length > 0 && {
      pick: { label: '고르기', options: picks.map((picked) => ({ label: picked.book, action: picked })) },
    }),
  }));

describe('any view of a class', () => {
  it('fits, and leaves nothing out that can be pressed', () => {
    fc.assert(
      fc.property(view, (given) => expectWhole(given, classMessage(given, options({ tag: TAG })))),
      { numRuns: 60 },
    );
  });
});

describe('a shelf', () => {
  const shelf = shelfView({ classroom: fullClass({ with: '가나다 ', books: 12 }), locale: 'ko' }, 0);

  it('has each cover beside its book, with words for those who cannot see it', () => {
    const { components, files } = classMessage(shelf, options());
    const beside = every(components).filter(({ type }) => type === 9);
    expect(beside).toHaveLength(10);
    expect(files).toHaveLength(10);
    expect(beside[0]?.['accessory']).toMatchObject({ type: 11, description: expect.stringContaining('표지') });
  });

  it('leads into nobody’s private thread', () => {
    expect(textOf(classMessage(shelf, options()).components)).not.toContain('<#');
    const summary = summaryView({ classroom: fullClass({ with: '가', books: 2 }), locale: 'ko' });
    expect(textOf(classMessage(summary, options()).components)).toContain(`<#${threadOf(1)}>`);
  });
});

const pages = (count: number) =>
  Array.from({ length: count }, (_, index) => page(`pages/${index}`, `${index + 1}쪽`)) as unknown as Parameters<
    typeof reviewPaper
  >[0]['pages'];
const pdf = (size: number, key = 'books/1.pdf') => ({ key, mediaType: 'application/pdf', size });

describe('a book before teachers', () => {
  const review = {
    text: '3번 – “달빛 소풍”: 책이 다 됐어요. 살펴봐 주세요.',
    label: '3번',
    title: '달빛 소풍',
    thread: threadOf(3),
    fileName: '달빛 소풍.pdf',
    pdf: pdf(9 * MEBIBYTE),
    pages: pages(14),
    notes: ['번역기를 찾지 못했어요.'],
    buttons: [
      {
        to: 'book',
        thread: threadOf(3),
        action: { type: 'approve', request: 1 },
        label: '좋아요, 내보내기',
        style: 'primary',
      },
    ],
  } as const;
  const draw = { tag: TAG, locale: 'ko', gone: [] } as const;

  it('shows its pages in their order, says where the others are, and carries the PDF under its real name', () => {
    const paper = reviewPaper(review, draw);
    expectFitting(paper);
    expect(paper.files.map(({ alt }) => alt)).toEqual([
      ...Array.from({ length: 9 }, (_, index) => `${index + 1}쪽`),
      '달빛 소풍',
    ]);
    expect(paper.files.at(-1)).toMatchObject({ title: '달빛 소풍', filename: expect.stringMatching(/^[\w.-]+\.pdf$/) });
    expect(textOf(paper.components)).toContain('나머지 5쪽은 PDF에 있어요.');
    expect(pressable(paper.components)).toEqual([`a#${threadOf(3)}:approve.1`, `j#${threadOf(3)}:`]);
  });

  it('shows fewer pages where they are large, and all where they are few', () => {
    const large = pages(6).map((one) => ({ ...one, size: 7 * MEBIBYTE }));
    const paper = reviewPaper({ ...review, pages: large as never }, draw);
    expectFitting(paper);
    expect(paper.files).toHaveLength(3);
    expect(textOf(paper.components)).toContain('나머지 4쪽은');
    const few = reviewPaper({ ...review, pages: pages(6) }, draw);
    expect(textOf(few.components)).not.toContain('나머지');
    expect(few.files).toHaveLength(7);
  });

  it('fits however much is said of it', () => {
    for (const filling of FILLINGS) {
      const long = filling.repeat(2000);
      const notes = Array.from({ length: 12 }, () => long);
      const many = Array.from({ length: 10 }, (_, request) => ({
        ...review.buttons[0],
        action: { type: 'return', request } as const,
      }));
      expectFitting(reviewPaper({ ...review, text: long, notes, buttons: many }, draw));
    }
  });
});

describe('a book for the class', () => {
  const book = {
    text: '새 그림책이 나왔어요! 3번 – “<@1574163009209630720>”',
    title: '달',
    fileName: '달.pdf',
    pdf: pdf(MEBIBYTE),
    cover: page('cover'),
    coverAlt: '그림책 “달”의 표지',
    pages: pages(3),
    notes: [],
  };
  const said = { to: 'class', type: 'announce', key: 'k', label: '3번', book } as const;

  it('calls nobody, and has no buttons', () => {
    const paper = announcementPaper(said, { tag: TAG, locale: 'ko', gone: [] });
    expectFitting(paper);
    expect(pressable(paper.components)).toEqual([]);
    expect(paper.files.map(({ title }) => title)).toEqual([undefined, '달']);
  });

  it('comes without its cover where that is gone, and says so', () => {
    const paper = announcementPaper(said, { tag: TAG, locale: 'ko', gone: ['cover.jpg'] });
    expectFitting(paper);
    expect(textOf(paper.components)).toContain('표지 그림은 함께 올리지 못했어요');
  });
});

describe('an anthology', () => {
  const anthology = (sizes: readonly number[]): AnthologyMessage => ({
    text: '문집 “우리 반 문집” 완성!',
    mention: '1574163009209630720',
    files: sizes.map((size, index) => ({ fileName: `문집 ${index + 1}권.pdf`, pdf: pdf(size, `a/${index}.pdf`) })),
    cover: page('cover'),
    coverAlt: '표지',
    notes: [],
    buttons: [
      { to: 'class', channel: CHANNEL, action: { type: 'fold', anthology: 1 }, label: '접는 책', style: 'plain' },
    ],
  });
  const parts = (given: AnthologyMessage) =>
    inMessages(given).map((_, part) => anthologyPaper(given, part, { tag: TAG, locale: 'ko', gone: [] }));

  it('comes in one message where that holds it', () => {
    const [only, ...others] = parts(anthology([9 * MEBIBYTE, 9 * MEBIBYTE]));
    expect(others).toEqual([]);
    expect(only?.mention).toBe('1574163009209630720');
    if (only) expectFitting(only);
  });

  it('comes in as many as it needs, each volume once and in order, and calls once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1000, max: 10 * MEBIBYTE }), { minLength: 1, maxLength: 30 }), (sizes) => {
        const papers = parts(anthology(sizes));
        for (const paper of papers) expectFitting(paper);
        const titles = papers.flatMap(({ files }) => files.flatMap(({ title }) => title ?? []));
        expect(titles).toEqual(sizes.map((_, index) => `문집 ${index + 1}권`));
        expect(papers.filter(({ mention }) => mention !== undefined)).toHaveLength(1);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a file besides the book', () => {
  it('has a plain name, and carries its real one', () => {
    const paper = loosePaper({ text: '접는 책이에요.', fileName: '달 - 접는 책.pdf', pdf: pdf(1000) }, TAG);
    expectFitting(paper);
    expect(paper.files[0]?.title).toBe('달 - 접는 책');
  });
});

describe('a form about a book', () => {
  const session = fullSession({ with: '가', scenes: 1 });

  it('that is opened elsewhere says which book it is about', () => {
    const form = { ...returnForm({ session, locale: 'ko' }), scene: printName(3) };
    const modal = modalOf(form, 'ko', { thread: threadOf(1) });
    expect(validateModal(modal)).toEqual([]);
    const control = { type: 'form', form: 'return', scene: printName(3), thread: threadOf(1) };
    expect(readControl(modal.custom_id)).toEqual(control);
    expect(actionFor(form)).toEqual({ type: 'return', request: 3 });
  });

  it('lets the new owner be chosen among everybody', () => {
    const owned = { ...session, owner: '1574163009209630720' };
    const modal = modalOf(handForm({ session: owned, locale: 'ko' }), 'ko');
    expect(validateModal(modal)).toEqual([]);
    expect(modal.components[0]?.['component']).toMatchObject({
      type: 5,
      default_values: [{ id: '1574163009209630720', type: 'user' }],
    });
  });
});
