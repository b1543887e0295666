// The storyteller kogpt2 on small checkpoints: whole ways from fields to text, identical to the reference's.
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Kogpt2Engine, loadKogpt2 } from '../../../src/pipeline/storyteller/kogpt2-engine.ts';
import { partsIn, promptForm } from '../../../src/pipeline/storyteller/kogpt2-prompt.ts';
import { createKogpt2 } from '../../../src/pipeline/storyteller/kot5.ts';
import { inputText, shuffledParts } from '../../../src/pipeline/storyteller/kot5-input.ts';
import { loadTokenizer } from '../../../src/pipeline/tokenizer/load.ts';
import { createNoTranslator } from '../../../src/pipeline/translator/none.ts';
import type { Fields } from '../../../src/story.ts';
import { storytellerContract } from '../../contracts/storyteller.ts';
import { checkpoint, golden } from '../golden.ts';

interface Stories {
  readonly cases: readonly {
    readonly checkpoint: string;
    readonly fields: Fields & { readonly caption: string };
    readonly inputText: string;
    readonly inputIds: readonly number[];
    readonly tokenIds: readonly number[];
    readonly text: string;
    readonly whole: string;
  }[];
}

const { cases } = golden<Stories>('kogpt2-stories.json');
const casesOf = (name: string) => cases.filter((row) => row.checkpoint === name);
const sceneOf = ({ fields: { caption, ...fields } }: Stories['cases'][number]) => ({ caption, fields });

async function open(name: string): Promise<Kogpt2Engine> {
  const engine = await loadKogpt2(checkpoint(name));
  onTestFinished(() => engine.close());
  return engine;
}

describe.each(['gpt2', 'gpt2-bin'])('the engine on %s', (name) => {
  test('tells every recorded scene as the reference did, from text to tokens to text', async () => {
    const pages = await (await open(name)).write(casesOf(name).map(sceneOf));
    expect(pages).toEqual(casesOf(name).map(({ checkpoint: _, fields: __, ...page }) => ({ ...page, leftOut: [] })));
  });

  test('tells rows of a data set the same, whatever order their fields are in', async () => {
    const shuffled = casesOf(name).map((row) => inputText(shuffledParts(sceneOf(row), row.inputText)));
    const told = await (await open(name)).tell(shuffled);
    const isOneItem = casesOf(name).map(({ fields }) => !Object.values(fields).some((value) => value.includes(',')));
    expect(isOneItem).toContain(true);
    casesOf(name).forEach(({ tokenIds, text }, index) => {
      // Items of one field come in the order of the shuffle, which nobody can undo.
      if (isOneItem[index]) expect(told[index]).toEqual({ tokenIds, text, cut: false });
    });
  });

  test('counts lengths from behind the prompt, and leaves out what does not fit before it', async () => {
    const engine = await open(name);
    const [row] = casesOf(name);
    const scene = sceneOf(row as Stories['cases'][number]);
    const greedy = { numBeams: 1, earlyStopping: false };
    const [short] = await engine.write([scene], { settings: { ...greedy, maxLength: 6 } });
    const [longer] = await engine.write([scene], { settings: { ...greedy, maxLength: 12 } });
    expect(short?.tokenIds).toEqual(longer?.tokenIds.slice(0, 5));
    expect(longer?.tokenIds).toHaveLength(11);
    const long = { ...scene, fields: { ...scene.fields, setting: '언덕, 숲속, '.repeat(60) } };
    const [cut] = await engine.write([long]);
    expect(cut?.leftOut).toContain('setting');
    for (const field of ['caption', 'name', 'i_action', 'classification']) expect(cut?.leftOut).not.toContain(field);
    expect(cut?.inputIds.length).toBeLessThanOrEqual(256);
    const [told] = await engine.tell([inputText(shuffledParts(long))]);
    expect(told?.cut).toBe(true);
  });

  test('refuses a text so long that no prompt fits before it', async () => {
    const engine = await open(name);
    await expect(engine.write([], { settings: { maxLength: 1024 } })).rejects.toMatchObject({
      code: 'option-invalid',
      details: { option: 'maxLength', value: '1024' },
    });
  });

  test('reads a text that is written some other way as it is', async () => {
    const [told] = await (await open(name)).tell(['별이는 '.repeat(400)], { settings: { maxLength: 4 } });
    expect(told?.cut).toBe(true);
    expect(told?.tokenIds.length).toBeGreaterThan(0);
  });
});

let shared: Promise<Kogpt2Engine> | undefined;
storytellerContract('kogpt2', () => {
  shared ??= loadKogpt2(checkpoint('gpt2'));
  return createKogpt2(() => shared as Promise<Kogpt2Engine>, createNoTranslator());
});

test('a model that says nothing behind its input makes no book of blank pages', async () => {
  const silent = { inputText: '', inputIds: [], leftOut: [], tokenIds: [1], text: '', whole: '숲속의 나비' };
  const engine = { write: async () => [silent] } as unknown as Kogpt2Engine;
  const teller = createKogpt2(async () => engine, createNoTranslator());
  const fields = { name: '나비', i_action: '날다', classification: '자연탐구' } as const;
  const manuscript = { locale: 'ko', level: '저학년', seed: 1, scenes: [{ fields }] } as const;
  await expect(teller.tell(manuscript, [0])).rejects.toMatchObject({ code: 'answer-unusable' });
});

describe('the prompt', () => {
  test('has the fields of a data set’s text in their fixed order, and <empty> for what is not there', () => {
    const parts = partsIn(
      'generate: <setting> 숲 <name> 별이 <i_action> 본다 <setting> 언덕 <caption> 달 <classification> 자연탐구',
    );
    expect(inputText(parts ?? [])).toBe(
      'generate: <caption> 달 <name> 별이 <i_action> 본다 <classification> 자연탐구 <character> <empty> ' +
        '<setting> 숲 <setting> 언덕 <action> <empty> <feeling> <empty> <causalRelationship> <empty> ' +
        '<outcomeResolution> <empty> <prediction> <empty>',
    );
    expect(partsIn('옛날 옛적에')).toBeUndefined();
  });

  test('is written as the folder’s vocabulary shows that it was fine-tuned, else refused by name', async () => {
    const [first] = casesOf('gpt2');
    const brackets = promptForm('', await loadTokenizer(checkpoint('gpt2')));
    expect(brackets.text(brackets.parts(sceneOf(first as Stories['cases'][number])))).toBe(first?.inputText);
    // Items of a data set's text join to one field again.
    expect(brackets.text(partsIn('<name> 별이 <feeling> 기쁨 <feeling> 슬픔') ?? [])).toContain('[feeling] 기쁨,슬픔 ');
    const tokenizer = { idOf: () => undefined };
    expect(() => promptForm('a-folder', tokenizer)).toThrow(
      expect.objectContaining({
        code: 'model-unsupported',
        details: expect.objectContaining({ value: '- [caption]' }),
      }),
    );
    await expect(loadKogpt2(checkpoint('blip'))).rejects.toMatchObject({ code: 'model-unsupported' });
  });
});
