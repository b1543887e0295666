// What is suggested without a network: fitting, in the book's language, never what was said, never the same for all.
import { describe, expect, it } from 'vitest';
import { ENTRIES, generalOf, TOPIC_IDS, topicOf } from '../../../src/pipeline/keywords/lexicon.ts';
import { createLocalSuggester } from '../../../src/pipeline/keywords/local.ts';
import { TITLE_THEMES } from '../../../src/pipeline/keywords/words/title-themes.ts';
import { KEYWORD_KINDS, type Keywords } from '../../../src/story.ts';
import { EXPECTED } from './expected.ts';
import { CASES, type Case, requestOf } from './scenes.ts';

const { keywords } = createLocalSuggester();
const suggest = async (scene: Case): Promise<Keywords> => (await keywords(requestOf(scene))).suggested;
const scene = (caption: string, locale: 'ko' | 'en' = 'ko'): Case => ({ about: '', locale, caption });

/** Thirty pictures of a class, no two alike. */
const PICTURES =
  `a dog running on the beach; a cat sleeping on a couch; a boy riding a bike; children building a snowman
a girl blowing out birthday candles; a family having a picnic; a bird on a branch; a boat on the water at sunset
a rocket flying to the moon; a dinosaur next to a volcano; a bear eating honey in the forest; a girl painting a picture
a boy crying on the floor; two kids playing soccer; a train at the station; a rabbit in a garden; a castle and a princess
a dragon breathing fire; fish swimming in the sea; a baby sleeping in a bed; a boy holding an umbrella; a farm with cows
a child reading a book; a teacher in a classroom; a robot in a room; a girl on a swing; a butterfly on a flower
a bowl of noodles on a table; a boy climbing a mountain; a monkey eating a banana`
    .split(/[;\n]/)
    .map((caption) => caption.trim());

describe('keywords without a network', () => {
  it.each(CASES)('fit $locale $about', async (each) => {
    const { setting, action, feeling } = await suggest(each);
    const lines = [setting, action, feeling].map((words) => words.join(' / '));
    expect(`\n${lines.join('\n')}`).toBe(EXPECTED[`${each.locale} ${each.about}`]);
  });

  it('are three to five of each kind, in the book’s language alone, each once', async () => {
    for (const each of [...CASES, ...PICTURES.flatMap((caption) => [scene(caption), scene(caption, 'en')])]) {
      const found = await suggest(each);
      for (const kind of KEYWORD_KINDS) {
        expect(found[kind].length, `${each.about} ${kind}`).toBeGreaterThanOrEqual(3);
        expect(found[kind].length).toBeLessThanOrEqual(5);
        expect(new Set(found[kind]).size).toBe(found[kind].length);
        for (const word of found[kind]) expect(/[가-힣]/.test(word), word).toBe(each.locale === 'ko');
      }
    }
  });

  it('never say again what the scene’s field says', async () => {
    const fields = { setting: '바닷가, 여름', i_action: '모래성을 쌓아요', action: '조개를 줍는다', feeling: '신나요' };
    const found = await suggest({ ...scene('바닷가에서 모래성을 쌓고 조개를 줍는다'), fields });
    expect(found.setting).not.toEqual(expect.arrayContaining(['바닷가']));
    expect(found.setting).not.toContain('여름');
    expect(found.action.join()).not.toMatch(/모래성|조개를 줍는다/);
    expect(found.feeling).not.toContain('신남');
  });

  it('differ widely from picture to picture', async () => {
    const all = await Promise.all(PICTURES.map((caption) => suggest(scene(caption))));
    for (const kind of KEYWORD_KINDS) {
      const triples = all.map((found) => found[kind].slice(0, 3).join());
      expect(new Set(triples).size, kind).toBeGreaterThanOrEqual(kind === 'feeling' ? 22 : 27);
      for (const word of new Set(all.flatMap((found) => found[kind]))) {
        const share = all.filter((found) => found[kind].includes(word)).length / all.length;
        expect(share, word).toBeLessThanOrEqual(0.5);
      }
    }
  });

  it('differ from page to page even where nothing is known', async () => {
    const pages = await Promise.all(
      [0, 1, 2, 3].map((count) => suggest({ about: '', locale: 'ko', before: Array<string>(count).fill('') })),
    );
    expect(new Set(pages.map((page) => JSON.stringify(page))).size).toBe(4);
  });

  it('are the same each time', async () => {
    for (const each of CASES) expect(await suggest(each)).toEqual(await suggest(each));
  });

  it('come back to the places of the scenes before, the latest first, in the book’s language', async () => {
    const before = ['놀이터', 'in the park', '우리 집 마당'];
    const { setting } = await suggest({
      about: '',
      locale: 'ko',
      fields: { name: '지우', i_action: '웃는다' },
      before,
    });
    expect(setting).toContain('우리 집 마당');
    expect(setting).not.toContain('in the park');
    const bare = await suggest({ about: '', locale: 'ko', before });
    expect(bare.setting.slice(0, 2)).toEqual(['우리 집 마당', '놀이터']);
  });

  it('take a caption in the other language for what it says', async () => {
    const korean = await suggest(scene('비행기가 하늘을 난다'));
    const english = await suggest(scene('an airplane flying in the sky'));
    expect(english.setting).toEqual(korean.setting);
    expect(english.action).toEqual(expect.arrayContaining(['난다']));
  });

  it('take no longer than a blink', async () => {
    for (const each of CASES) await suggest(each);
    const times: number[] = [];
    for (const each of CASES) {
      const started = performance.now();
      await suggest(each);
      times.push(performance.now() - started);
    }
    // The median, since the machine may be busy with something else in between.
    expect(times.toSorted((one, other) => one - other)[20]).toBeLessThan(25);
  });

  it('stop when they are no longer wanted', async () => {
    const signal = AbortSignal.abort();
    await expect(keywords(requestOf(scene('달')), { signal })).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('the word lists', () => {
  it('hold a few hundred words, each with a topic that is there', () => {
    expect(ENTRIES.length).toBeGreaterThan(200);
    const known = new Set(TOPIC_IDS);
    for (const { topics, being, id } of ENTRIES) {
      for (const topic of topics) {
        expect(known.has(topic), `${id}: ${topic}`).toBe(true);
        // Those whom a scene may be about have suggestions for scenes about somebody else too.
        if (being) expect(known.has(`${topic}+`), `${topic}+`).toBe(true);
      }
    }
  });

  it('say everything in both languages', () => {
    const pairs = [
      ...TOPIC_IDS.map(topicOf),
      ...['의사소통', '자연탐구', 'any', 'when', 'hard'].map(generalOf),
    ].flatMap((topic) => KEYWORD_KINDS.flatMap((kind) => topic[kind]));
    const shown = ENTRIES.flatMap((entry) => entry.shown ?? []);
    for (const { ko, en } of [...pairs, ...shown]) {
      expect(ko).toMatch(/^[가-힣 ,]+$/);
      expect(en).toMatch(/^[A-Za-z' ,-]+$/);
    }
    expect(pairs.length).toBeGreaterThan(700);
  });

  it('name title themes for topics that are there', () => {
    const known = new Set([...TOPIC_IDS, 'any']);
    expect(Object.keys(TITLE_THEMES).filter((topic) => !known.has(topic))).toEqual([]);
  });
});
