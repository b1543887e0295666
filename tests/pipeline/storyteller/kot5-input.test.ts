// What KoT5 reads of a scene, against the original's rule run by Python.
import { beforeAll, describe, expect, test } from 'vitest';
import { fit, MOST_IDS } from '../../../src/pipeline/storyteller/kot5-fit.ts';
import {
  inputText,
  type Kot5Scene,
  partsOf,
  REQUIRED_FIELDS,
  seedTextOf,
  shuffledParts,
} from '../../../src/pipeline/storyteller/kot5-input.ts';
import { loadTokenizer, type Tokenizer } from '../../../src/pipeline/tokenizer/load.ts';
import type { Fields } from '../../../src/story.ts';
import { checkpoint, golden } from '../golden.ts';

interface Recorded {
  readonly checkpoint: string;
  readonly cases: readonly {
    readonly fields: Fields & { readonly caption: string };
    readonly seedText: string;
    readonly inputText: string;
    readonly length: number;
    readonly inputIds: readonly number[];
  }[];
}

const recorded = golden<Recorded>('input-texts.json');
const sceneOf = ({ caption, ...fields }: Recorded['cases'][number]['fields']): Kot5Scene => ({ caption, fields });
const fields: Fields = { name: '별이', i_action: '달을 바라본다', classification: '자연탐구' };

let tokenizer: Tokenizer;
beforeAll(async () => {
  tokenizer = await loadTokenizer(checkpoint(recorded.checkpoint));
});

describe('the input text', () => {
  test('is the recorded one for all hundred scenes', () => {
    const ours = recorded.cases.map((row) => inputText(shuffledParts(sceneOf(row.fields), row.seedText)));
    expect(ours).toHaveLength(100);
    expect(ours).toEqual(recorded.cases.map((row) => row.inputText));
  });

  test('is shuffled by what the person wrote, as in the app', () => {
    for (const row of recorded.cases.filter((_, index) => index % 2 === 0 && index % 10 !== 9)) {
      const scene = sceneOf(row.fields);
      expect(seedTextOf(scene)).toBe(row.seedText);
      expect(inputText(shuffledParts(scene))).toBe(row.inputText);
    }
  });

  test('shows what is absent or blank as <empty>, a caption too', () => {
    const parts = partsOf({ caption: ' ', fields: { ...fields, setting: ' , ,', feeling: '' } });
    expect(parts.filter(({ value }) => value === '<empty>').map(({ field }) => field)).toEqual([
      'caption',
      'character',
      'setting',
      'action',
      'feeling',
      'causalRelationship',
      'outcomeResolution',
      'prediction',
    ]);
  });
});

describe('fitting into what the model reads', () => {
  test('changes nothing of a scene that fits', () => {
    const short = recorded.cases.filter(({ length }) => length <= MOST_IDS);
    expect(short.length).toBeGreaterThan(50);
    for (const row of short) {
      const fitted = fit(shuffledParts(sceneOf(row.fields), row.seedText), tokenizer);
      expect(fitted).toEqual({ inputText: row.inputText, inputIds: row.inputIds, leftOut: [] });
    }
  });

  test('keeps every required field whole where the original would have cut into them, and says what went', () => {
    const long = recorded.cases.filter(({ length }) => length > MOST_IDS);
    expect(long.length).toBeGreaterThan(3);
    for (const row of long) {
      const scene = sceneOf(row.fields);
      const fitted = fit(shuffledParts(scene, row.seedText), tokenizer);
      expect(fitted.inputIds.length).toBeLessThanOrEqual(MOST_IDS);
      expect(fitted.inputIds.at(-1)).toBe(1);
      for (const { field, value } of partsOf(scene).slice(0, REQUIRED_FIELDS.length)) {
        expect(`${fitted.inputText} `).toContain(`<${field}> ${value} `);
      }
      expect(fitted.leftOut.length).toBeGreaterThan(0);
      for (const field of fitted.leftOut) expect(REQUIRED_FIELDS).not.toContain(field);
    }
  });

  test('leaves out no more than it must, from the end, and shows a field that lost all as absent', () => {
    // One id a word: `generate:`, two for each part, and the closing one.
    const words = { encode: (text: string) => [...text.split(' ').map(() => 7), 1] };
    const items = Array.from({ length: 70 }, (_, index) => `기쁨${index}`);
    const parts = partsOf({
      caption: '달',
      fields: { ...fields, i_action: '본다', feeling: items.join(','), prediction: '끝' },
    });
    const fitted = fit(parts, words);
    // 4 required, 5 absent, 1 prediction: 10 of the 63 parts there is room for.
    const kept = items.slice(0, 53);
    expect(fitted.inputText).toBe(
      inputText(
        parts
          .filter(({ field, value }) => field !== 'feeling' || kept.includes(value))
          .map((part) => (part.field === 'prediction' ? { ...part, value: '<empty>' } : part)),
      ),
    );
    expect(fitted.inputIds).toHaveLength(MOST_IDS);
    expect(fitted.leftOut).toEqual(['feeling', 'prediction']);
  });

  test('shortens a caption that is too long by itself, keeps the rest, and says so', () => {
    const scene = { caption: '아이가 언덕에서 달을 바라보며 노래를 부른다 '.repeat(30), fields };
    const fitted = fit(shuffledParts(scene), tokenizer);
    expect(fitted.inputIds.length).toBeLessThanOrEqual(MOST_IDS);
    expect(fitted.leftOut).toEqual(['caption']);
    expect(fitted.inputText).toMatch(/<caption> 아이가 언덕에서/);
    for (const part of ['<name> 별이', '<i_action> 달을 바라본다', '<classification> 자연탐구']) {
      expect(fitted.inputText).toContain(part);
    }
  });

  test('shortens single words without end, and keeps something of every required field', () => {
    const endless = { ...fields, name: '가'.repeat(100), i_action: '뷁'.repeat(500), feeling: '기쁨, 슬픔' };
    const fitted = fit(shuffledParts({ caption: 'ㅋ'.repeat(500), fields: endless }), tokenizer);
    expect(fitted.inputIds.length).toBeLessThanOrEqual(MOST_IDS);
    expect(fitted.inputText).toMatch(/<caption> \S/);
    expect(fitted.inputText).toMatch(/<name> 가/);
    expect(fitted.inputText).toMatch(/<i_action> 뷁/);
    expect(fitted.inputText).toContain('<classification> 자연탐구');
  });
});
