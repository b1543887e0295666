// What is drawn for Slack, held to Slack's limits: the longest words of ten scenes, every form, escaped and without mentions.
import { describe, expect, it } from 'vitest';
import { pageViews } from '../../../src/bots/conversation/buttons.ts';
import { cardOf } from '../../../src/bots/conversation/card.ts';
import {
  type Asking,
  bookForm,
  captionForm,
  deleteForm,
  type Form,
  picturesForm,
  sceneForm,
  textForm,
  versionsForm,
} from '../../../src/bots/conversation/forms.ts';
import { writeText } from '../../../src/bots/conversation/pages.ts';
import { newScene, newSession, type OpenSession, type SceneFacts } from '../../../src/bots/conversation/session.ts';
import { WORDING } from '../../../src/bots/conversation/wording.ts';
import { LIMITS } from '../../../src/bots/slack/limits.ts';
import { drawAnswers } from '../../../src/bots/slack/outgoing/answers.ts';
import { filesDrawn, withoutImages } from '../../../src/bots/slack/outgoing/blocks.ts';
import { drawBook } from '../../../src/bots/slack/outgoing/book.ts';
import { drawCard } from '../../../src/bots/slack/outgoing/card.ts';
import { drawForm, drawMoment, drawNotice, fieldErrors } from '../../../src/bots/slack/outgoing/form.ts';
import { drawOffer } from '../../../src/bots/slack/outgoing/offer.ts';
import { cut, cutEscaped, cutMarked } from '../../../src/bots/slack/outgoing/text.ts';
import { SLACK_WORDS } from '../../../src/bots/slack/wording.ts';
import { LOCALES, type Locale } from '../../../src/story.ts';
import { blockProblems, isTooLarge, viewProblems } from '../../fakes/slack/blocks/blocks.ts';

const anyFile = (): undefined => undefined;
const DRAWING = { root: '1712345678.123456', inThread: true, fileFor: (scene: string) => `F${scene}` };
const NASTY = '<!channel> <@U1> & *굵게* _기울임_ ~지움~ `코드` :smile: ';

/** So many characters of what people may write at worst. */
const long = (length: number): string => NASTY.repeat(Math.ceil(length / NASTY.length)).slice(0, length);

function longScene(number: number): SceneFacts {
  const field = long(500);
  const scene: SceneFacts = {
    ...newScene(`s${999_990 + number}`, `${number}`),
    source: `F${number}:1`,
    picture: { key: 'pictures/1', mediaType: 'image/png', size: 1, width: 1, height: 1, sha256: '0' },
    described: true,
    caption: { text: long(500), locale: 'ko', source: { kind: 'person' } },
    fields: {
      name: long(100),
      i_action: field,
      classification: '신체운동_건강',
      character: field,
      setting: field,
      action: field,
      feeling: field,
      causalRelationship: field,
      outcomeResolution: field,
      prediction: field,
    },
  };
  return ['가', '나', '다'].reduce(
    (told, start) => writeText(told, `${start}${long(4999)}`, 'ko', { kind: 'person' }),
    scene,
  );
}

const session = (locale: Locale, scenes: readonly SceneFacts[]): OpenSession => ({
  ...newSession({
    id: 'slack:T:C:1',
    platform: 'slack',
    thread: 'T:C:1',
    born: 'e',
    owner: 'U1',
    locale,
    seed: 1,
    title: long(200),
  }),
  authors: Array.from({ length: 6 }, () => long(60)),
  scenes,
});

const TEN = Array.from({ length: 10 }, (_, index) => longScene(index + 1));

describe.each(LOCALES)('in %s', (locale) => {
  const full = session(locale, TEN);

  it('draws a card of ten scenes with the longest words within the limits', () => {
    const { text, blocks } = drawCard(cardOf(full), { ...DRAWING, locale });
    expect(blockProblems(blocks, anyFile)).toEqual([]);
    expect(blocks.length).toBeLessThanOrEqual(LIMITS.blocks);
    expect(text.length).toBeLessThanOrEqual(LIMITS.fallback);
    expect(text.length).toBeGreaterThan(500);
    for (let number = 1; number <= 10; number += 1) expect(text).toContain(WORDING[locale].pictureNumber(number));
    expect(filesDrawn(blocks)).toHaveLength(10);
    expect(filesDrawn(withoutImages(blocks))).toEqual([]);
    expect(blockProblems(withoutImages(blocks), anyFile)).toEqual([]);
  });

  it('puts the next step first, and everything about a picture beside it', () => {
    const { blocks } = drawCard(cardOf(session(locale, [newScene('s1', '1'), newScene('s2', '2')])), {
      ...DRAWING,
      locale,
    });
    const [first] = blocks.filter(({ type }) => type === 'actions') as unknown as {
      elements: { style?: string; value: string }[];
    }[];
    expect(first?.elements[0]).toMatchObject({ style: 'primary', value: '1712345678.123456|replace.s1|t' });
    const menus = JSON.stringify(blocks).match(/"type":"overflow"/g);
    expect(menus).toHaveLength(2);
  });

  it('mentions nobody by what people wrote, and marks nothing of it', () => {
    const { text, blocks } = drawCard(cardOf(full), { ...DRAWING, locale });
    const texts: { type: string; text: string }[] = [];
    JSON.stringify(blocks, (_, value) => {
      if (typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string')
        texts.push(value);
      return value;
    });
    expect(text).not.toMatch(/<[!@#]/);
    for (const { type, text: shown } of texts) if (type === 'mrkdwn') expect(shown).not.toMatch(/<[!@#]/);
    expect(texts.some(({ type, text: shown }) => type === 'plain_text' && shown.includes('<!channel>'))).toBe(true);
  });

  it('draws every form within the limits', () => {
    const asking: Asking = { session: full, locale };
    const scene = TEN[0] ?? newScene('s1', '1');
    const others = session(locale, [newScene('s1', '1'), ...TEN.slice(1)]);
    const fresh: Asking = { session: others, locale };
    const most = Array.from({ length: 10 }, (_, index) => `${index}${long(39)}`);
    const answered = { material: '', keywords: { setting: most, action: most, feeling: most } };
    const helped = { ...newScene('s1', '1'), suggestions: { answered } };
    const { title: _, ...untitled } = session(locale, [helped]);
    const offered: Asking = { session: { ...untitled, titles: { answered: { material: '', titles: most } } }, locale };
    const forms: Form[] = [
      ...(['A', 'B', 'C'] as const).flatMap((id) => [
        sceneForm(id, scene, asking),
        sceneForm(id, others.scenes[0] ?? scene, fresh),
      ]),
      ...(['A', 'B'] as const).map((id) => sceneForm(id, helped, offered)),
      bookForm(offered),
      captionForm(scene, asking),
      textForm(scene, asking),
      versionsForm(scene, asking),
      picturesForm({ session: session(locale, []), locale }),
      picturesForm(asking, scene),
      bookForm(asking),
      deleteForm(WORDING[locale]),
    ];
    const thread = 'T0123456789A:C0123456789A:1712345678.123456';
    for (const form of forms) {
      const problems = form.fields.map(({ name, label }) => ({
        field: name,
        text: WORDING[locale].problemEmpty(label),
      }));
      const drawing = { thread, inThread: true, locale, problems, picture: { file: 'F1', alt: long(3000) } };
      const view = drawForm(form, drawing);
      expect([form.id, viewProblems(view, anyFile)]).toEqual([form.id, []]);
      expect(isTooLarge(view)).toBe(false);
      const blocks = view['blocks'] as { block_id?: string; type: string }[];
      const inputs = blocks.filter(({ type }) => type === 'input').map((block) => block.block_id);
      const errors = Object.keys(fieldErrors(form, problems) ?? {});
      expect(errors.filter((name) => !inputs.includes(name))).toEqual([]);
    }
  });

  it('draws the other windows within the limits', () => {
    const files = Array.from({ length: 10 }, (_, index) => `F0123456789${index}`);
    const views = [
      drawMoment(locale),
      drawNotice(SLACK_WORDS[locale].notice, long(5000), locale),
      drawOffer({ channel: 'C0123456789', ts: '1712345678.123456', files, inClass: false }, locale),
      drawOffer({ channel: 'C0123456789', ts: '', files: [], inClass: true }, locale),
    ];
    for (const view of views) expect(viewProblems(view, anyFile)).toEqual([]);
  });

  it('draws answers within the limits', () => {
    const pages = {
      to: 'actor',
      type: 'pages',
      text: WORDING[locale].whichPage,
      pages: pageViews(full, locale),
    } as const;
    const notice = { to: 'actor', type: 'notice', text: WORDING[locale].stale } as const;
    const card = { to: 'actor', type: 'card', card: cardOf(full, locale) } as const;
    const form = { to: 'actor', type: 'form', form: deleteForm(WORDING[locale]) } as const;
    for (const answers of [[pages], [notice, card], [form], [notice, pages]]) {
      const drawn = drawAnswers(answers, { ...DRAWING, locale });
      expect(blockProblems(drawn?.blocks, anyFile)).toEqual([]);
      expect(drawn?.text.length).toBeLessThanOrEqual(LIMITS.fallback);
      expect(drawn?.text).not.toMatch(/&amp;(amp|lt|gt);/);
    }
    expect(drawAnswers([], { ...DRAWING, locale })).toBeUndefined();
  });

  it('leads to the form of what is seen, where a window could not be opened', () => {
    const [scene = newScene('s1', '1')] = TEN;
    const caption = { to: 'actor', type: 'form', form: captionForm(scene, { session: full, locale }) } as const;
    expect(JSON.stringify(drawAnswers([caption], { ...DRAWING, locale })?.blocks)).toContain(`caption.${scene.key}`);
  });

  it('offers one of many for what holds one thing, and none of it to begin with', () => {
    const answered = { material: '', keywords: { setting: [], action: ['달린다'], feeling: ['설렘'] } };
    const helped = { ...newScene('s1', '1'), suggestions: { answered } };
    const asking: Asking = { session: session(locale, [helped]), locale };
    const view = drawForm(sceneForm('A', helped, asking), { thread: 'T1:C1:1.1', inThread: true, locale });
    const blocks = view['blocks'] as { block_id?: string; optional?: boolean; element?: Record<string, unknown> }[];
    const at = blocks.findIndex(({ block_id }) => block_id === 's1/i_action');
    expect(blocks[at]?.optional).toBe(true);
    const element = blocks[at + 1]?.element;
    expect(element).toMatchObject({ type: 'radio_buttons', initial_option: { value: ',' } });
    expect(element?.['options']).toMatchObject([{ value: ',' }, { value: '달린다' }]);
    const said = { ...helped, fields: { i_action: '난다' } };
    const again = drawForm(sceneForm('A', said, { session: session(locale, [said]), locale }), {
      thread: 'T1:C1:1.1',
      inThread: true,
      locale,
    });
    expect(JSON.stringify(again)).not.toContain('달린다');
  });

  it('draws the message of a book within the limits, with one mention', () => {
    const image = { key: 'books/1', mediaType: 'image/jpeg', size: 1, width: 1, height: 1, text: '' };
    const words = WORDING[locale];
    const book = {
      text: words.ready(long(200), 10),
      mention: 'U1',
      title: long(200),
      fileName: `${long(150)}.pdf`,
      pdf: image,
      cover: image,
      coverAlt: words.coverAlt(long(200)),
      pages: [image] as const,
      notes: Array.from({ length: 20 }, () => long(300)),
      buttons: [],
    };
    const drawn = drawBook(book, {
      root: '1.1',
      locale,
      cover: 'F1',
      link: 'https://school.slack.com/files/1',
      late: true,
    });
    expect(blockProblems(drawn.blocks, anyFile)).toEqual([]);
    expect(drawn.text.length).toBeLessThanOrEqual(LIMITS.fallback);
    expect(drawn.text.match(/<@/g)).toHaveLength(1);
    expect(drawn.text).not.toContain('<!');
    expect(JSON.stringify(drawBook(book, { root: '1.1', locale, link: 'javascript:x', late: false }))).not.toContain(
      'javascript',
    );
  });

  it('names everything within the limits of buttons and titles', () => {
    const words = SLACK_WORDS[locale];
    for (const title of [words.close, words.moment, words.notice, words.offerTitle, words.offerSubmit]) {
      expect(title.length).toBeLessThanOrEqual(LIMITS.viewTitle);
    }
  });
});

describe('cutting', () => {
  it.each([
    ['가나다', 2, '가…'],
    ['가나다', 3, '가나다'],
    ['😀😀', 3, '😀…'],
    ['😀😀😀', 4, '😀…'],
  ])('shortens %s to %i', (text, most, expected) => expect(cut(text, most)).toBe(expected));

  it.each([1, 5, 9, 50, 99])('counts what is escaped, down to %i', (most) => {
    const escaped = cutEscaped('&<>'.repeat(40), most);
    expect(escaped.length).toBeLessThanOrEqual(most);
    expect(escaped.replace(/&(amp|lt|gt);/g, '')).not.toContain('&');
  });

  it('never cuts an escape in two', () => expect(cutMarked('abc&amp;def', 7)).toBe('abc…'));
});
