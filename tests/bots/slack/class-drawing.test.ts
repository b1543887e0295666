// What a class shows in Slack, held to Slack's limits: thirty books with the longest names, every form, every message with
// files; whatever people write, nobody is mentioned by it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClassBook, type Classroom, newClassroom } from '../../../src/bots/classroom/facts.ts';
import { CLASS_FORM_IDS } from '../../../src/bots/classroom/form-ids.ts';
import { type Asking, bindForm, labelForm, printFormFor, settingsForm } from '../../../src/bots/classroom/forms.ts';
import type {
  AnthologyMessage,
  BookLine,
  ClassButton,
  ClassView,
  ReviewMessage,
} from '../../../src/bots/classroom/replies.ts';
import { lookView, rosterView } from '../../../src/bots/classroom/roster-view.ts';
import { offerView, settingsView } from '../../../src/bots/classroom/settings-view.ts';
import { shelfView } from '../../../src/bots/classroom/shelf-view.ts';
import { summaryView } from '../../../src/bots/classroom/summary-view.ts';
import { CLASS_WORDS } from '../../../src/bots/slack/class-wording.ts';
import { LIMITS } from '../../../src/bots/slack/limits.ts';
import {
  type Brought,
  drawAnnounced,
  drawAnthology,
  drawFile,
  drawReview,
} from '../../../src/bots/slack/outgoing/class-messages.ts';
import { drawClassView } from '../../../src/bots/slack/outgoing/class-view.ts';
import { classFieldErrors, drawClassForm } from '../../../src/bots/slack/outgoing/form.ts';
import { LOCALES, type Locale, type PageImage } from '../../../src/story.ts';
import { blockProblems, viewProblems } from '../../fakes/slack/blocks/blocks.ts';

const anyFile = (): undefined => undefined;
const CHANNEL = 'T0123456789A:C0123456789A';
const threadOf = (number: number): string => `${CHANNEL}:17123456${`${number}`.padStart(2, '0')}.123456`;
const IMAGE: PageImage = { key: 'k', mediaType: 'image/jpeg', size: 1, width: 1, height: 1, text: '' };
const NASTY = '<!channel> <@U1> & *굵게* |새| `코드` :smile: 👩‍👩‍👧 ';
const long = (length: number): string => NASTY.repeat(Math.ceil(length / NASTY.length)).slice(0, length);

const LINKED = {
  locale: 'ko',
  linkTo: (thread: string) => `https://school.slack.com/archives/${thread}`,
  coverFor: () => 'F1',
} as const;
const BARE = { locale: 'en', linkTo: () => undefined, coverFor: () => undefined } as const;

interface Shown {
  readonly text: string;
  readonly blocks: readonly Readonly<Record<string, unknown>>[];
}

/** Everything that can be pressed. */
function pressable(blocks: unknown): readonly string[] {
  if (Array.isArray(blocks)) return blocks.flatMap(pressable);
  if (typeof blocks !== 'object' || blocks === null) return [];
  const own = 'value' in blocks && typeof blocks.value === 'string' ? [blocks.value] : [];
  return [...own, ...Object.values(blocks).flatMap(pressable)];
}

function expectFits({ text, blocks }: Shown): void {
  expect(blockProblems(blocks, anyFile)).toEqual([]);
  expect(text.length).toBeLessThanOrEqual(LIMITS.fallback);
  expect(text.trim()).not.toBe('');
  const markup = JSON.stringify(blocks).match(/"type":"mrkdwn","text":"[^"]*"/g) ?? [];
  expect([text, ...markup].join('')).not.toMatch(/<!|<@U1>/);
}

const words = (most: number) => fc.oneof(fc.string({ maxLength: most }), fc.nat(most).map(long));
const number = fc.integer({ min: 0, max: 999_999 });
const classButton: fc.Arbitrary<ClassButton> = fc.record({
  label: words(30),
  style: fc.constantFrom('primary', 'plain', 'danger'),
  to: fc.constant('class'),
  channel: fc.constant(CHANNEL),
  action: fc.record({ type: fc.constant('send'), book: fc.constant('b999999'), request: number }),
});
const bookButton: fc.Arbitrary<ClassButton> = fc.record({
  label: words(30),
  style: fc.constantFrom('primary', 'plain', 'danger'),
  to: fc.constant('book'),
  thread: fc.constant(threadOf(1)),
  action: fc.record({ type: fc.constant('approve'), request: number }),
});
/** Of one book, no two do the same. */
const buttons = (most: number) =>
  fc.uniqueArray(fc.oneof(classButton, bookButton), {
    maxLength: most,
    selector: (one) => JSON.stringify([one.to, one.action]),
  });
const bookLine = (most: number): fc.Arbitrary<BookLine> =>
  fc.record(
    {
      key: fc.constant('b1'),
      label: words(60),
      thread: fc.constant(threadOf(2)),
      lines: fc.array(words(400), { maxLength: 6 }),
      buttons: buttons(most),
      cover: fc.constant(IMAGE),
      coverAlt: fc.constant('표지'),
    },
    { requiredKeys: ['key', 'label', 'thread', 'lines', 'buttons'] },
  );
const view: fc.Arbitrary<ClassView> = fc.record({
  heading: words(300).map((text) => `반 ${text}`),
  about: fc.array(words(300), { maxLength: 20 }),
  books: fc.array(bookLine(8), { maxLength: 30 }),
  next: words(400),
  buttons: buttons(10),
});

describe('a list of a class', () => {
  it('fits whatever is in it, and can be pressed everywhere', () => {
    fc.assert(
      fc.property(view, fc.boolean(), (given, hasLinks) => {
        const drawn = drawClassView(given, hasLinks ? LINKED : BARE);
        expectFits(drawn);
        const all = [...given.buttons, ...given.books.flatMap((book) => book.buttons)];
        expect(pressable(drawn.blocks)).toHaveLength(all.length);
      }),
      { numRuns: 150 },
    );
  });

  it('has room left where words stand before it', () => {
    fc.assert(
      fc.property(view, (given) => {
        expect(drawClassView(given, LINKED, 48).blocks.length).toBeLessThanOrEqual(48);
      }),
      { numRuns: 50 },
    );
  });
});

const book = (index: number): ClassBook => ({
  key: `b${index}`,
  book: `slack:${threadOf(index)}`,
  thread: threadOf(index),
  label: `${index} ${long(27)}`,
  shelved: index,
  changed: 0,
  digest: {
    owner: 'U1',
    title: long(200),
    pictures: 10,
    complete: 10,
    step: 'review',
    state: 'open',
    label: `${index}`,
    revision: 1,
    review: { job: 'j', request: 3, state: 'waiting', comment: long(500) },
    approved: { job: 'j', request: 2, title: long(200), authors: [long(60), long(60)], cover: IMAGE },
  },
  reviewed: [],
  copies: [],
});

const place = { id: `class:slack:${CHANNEL}`, platform: 'slack', channel: CHANNEL };

function classOf(count: number, locale: Locale): Classroom {
  const empty = newClassroom({ ...place, teacher: 'U1', locale, at: 0 });
  const settings = { ...empty.settings, title: long(40), notice: long(200), retention: 'term', termEnds: '2027-02-12' };
  const books = Array.from({ length: count }, (_, index) => book(index + 1));
  return { ...empty, settings: settings as Classroom['settings'], books, counted: count, shelved: count };
}

describe.each(LOCALES)('a class of thirty in %s', (locale) => {
  const asking: Asking = { classroom: classOf(30, locale), locale };
  const drawing = { ...LINKED, locale };

  it.each([
    ['summary', summaryView(asking)],
    ['list', rosterView(asking, 0)],
    ['second page of the list', rosterView(asking, 25)],
    ['book', lookView(asking, book(7))],
    ['shelf', shelfView(asking, 0)],
    ['settings', settingsView(asking, 'x')],
    ['offer', offerView(place, locale)],
    ['empty shelf', shelfView({ classroom: classOf(0, locale), locale }, 0)],
  ])('shows the %s within the limits', (_, shown) => {
    const drawn = drawClassView(shown, drawing);
    expectFits(drawn);
    for (const { label } of shown.books) expect(JSON.stringify(drawn.blocks)).toContain(label.split(' ')[0]);
    const wanted = shown.buttons.length + shown.books.flatMap(({ buttons: own }) => own).length;
    expect(pressable(drawn.blocks)).toHaveLength(wanted + (shown.pick?.options.length ?? 0));
  });

  it.each([summaryView(asking), rosterView(asking, 25)])(
    'acts on the class that it is of, in the menu as well',
    (shown) => {
      const { blocks } = drawClassView(shown, drawing);
      const picked = pressable(blocks).filter((value) => value.includes('|look.'));
      expect(picked).toHaveLength(shown.pick?.options.length ?? 0);
      for (const value of picked) expect(value).toMatch(/^C0123456789A\|/);
    },
  );

  it('shows every book of the shelf with its cover', () => {
    const { blocks } = drawClassView(shelfView(asking, 0), drawing);
    expect(blocks.filter(({ accessory }) => JSON.stringify(accessory ?? {}).includes('slack_file'))).toHaveLength(10);
  });

  it('draws every form within the limits, and its problems beside the fields', () => {
    const forms = CLASS_FORM_IDS.map((id) => {
      if (id === 'bind') return bindForm(asking);
      if (id === 'print') return printFormFor({ number: 7 }, asking);
      return id === 'label' ? labelForm(book(3), asking) : settingsForm(id, asking);
    });
    const at = { team: 'T0123456789A', channel: 'D0123456789A', ts: '1712345678.123456' };
    for (const form of forms) {
      const problems = form.fields.map(({ name, label }) => ({ field: name, text: `${label} ${long(3000)}` }));
      const drawn = drawClassForm(form, { at, locale, problems: problems.slice(0, 2) });
      expect([form.id, viewProblems(drawn, anyFile)]).toEqual([form.id, []]);
      const inputs = (drawn['blocks'] as { block_id?: string }[]).flatMap(({ block_id: id }) => id ?? []);
      expect(inputs).toEqual(expect.arrayContaining(Object.keys(classFieldErrors(form, problems) ?? { none: '' })));
    }
  });

  it('says in the settings that threads are as open as their channel', () => {
    const form = settingsForm('who', asking);
    const drawn = drawClassForm(form, { at: { team: 'T1', channel: 'C1' }, locale });
    const card = drawClassView(settingsView(asking), drawing);
    for (const shown of [drawn, card.blocks]) expect(JSON.stringify(shown)).toContain(CLASS_WORDS[locale].threadsHint);
  });
});

const files = fc.array(
  fc.record({ name: words(150), link: fc.option(fc.webUrl(), { nil: undefined }) }, { requiredKeys: ['name'] }),
  { minLength: 1, maxLength: 20 },
);
const brought: fc.Arbitrary<Brought> = fc.record(
  { cover: fc.constantFrom('F1', undefined), files },
  { requiredKeys: ['cover'] },
);

describe('a message of a class with files', () => {
  it('about a book to be looked at fits', () => {
    const review: fc.Arbitrary<ReviewMessage> = fc.record({
      text: words(3000),
      label: words(30),
      title: words(200),
      thread: fc.constant(threadOf(1)),
      fileName: words(100),
      pdf: fc.constant(IMAGE),
      pages: fc.constant([IMAGE, IMAGE] as const),
      notes: fc.array(words(500), { maxLength: 10 }),
      buttons: buttons(6),
    });
    fc.assert(
      fc.property(review, brought, fc.constantFrom(...LOCALES), (given, what, locale) => {
        const named = { ...given, text: `책 ${given.text}`, title: `달 ${given.title}` };
        const drawn = drawReview(named, what, locale);
        expectFits(drawn);
        expect(pressable(drawn.blocks)).toHaveLength(given.buttons.length);
      }),
      { numRuns: 100 },
    );
  });

  it('of an anthology or an approved book fits, and mentions one person or nobody', () => {
    const anthology: fc.Arbitrary<AnthologyMessage> = fc.record(
      {
        text: words(3000),
        mention: fc.constant('U9'),
        files: fc.constant([]),
        notes: fc.array(words(500), { maxLength: 10 }),
        buttons: buttons(4),
        cover: fc.constant(IMAGE),
        coverAlt: words(300),
      },
      { requiredKeys: ['text', 'files', 'notes', 'buttons'] },
    );
    fc.assert(
      fc.property(anthology, brought, (given, what) => {
        const drawn = drawAnthology({ ...given, text: `책 ${given.text}` }, what, 'ko');
        expectFits(drawn);
        expect(drawn.text.match(/<@/g)?.length ?? 0).toBe(given.mention === undefined ? 0 : 1);
        const { text, notes } = given;
        const announced = {
          text: `책 ${text}`,
          title: 'x',
          fileName: 'x.pdf',
          pdf: IMAGE,
          cover: IMAGE,
          coverAlt: '표지',
        };
        const told = drawAnnounced({ book: { ...announced, pages: [IMAGE], notes } }, what, 'en');
        expectFits(told);
        expect(told.text).not.toContain('<@');
        expectFits(drawFile(`책 ${text}`, { name: text }, 'ko'));
      }),
      { numRuns: 100 },
    );
  });

  it('leads to its files, and to nothing else', () => {
    const named = (link: string) => JSON.stringify(drawFile('책', { name: 'a|b.pdf', link }, 'ko').blocks);
    expect(named('https://x.slack.com/files/1')).toContain('<https://x.slack.com/files/1|a b.pdf>');
    expect(named('javascript:alert(1)')).not.toContain('javascript');
  });
});
