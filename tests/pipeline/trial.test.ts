// Short trials of engines: each opens and answers as it would for a book, and one that is given up is given up.
import { expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { type ChosenEngine, enginesOf, tryEngine } from '../../src/pipeline/index.ts';
import { tryStoryteller, trySuggester } from '../../src/pipeline/trial.ts';
import { checkpoint, golden } from './golden.ts';

const { checkpoint: kot5 } = golden<{ readonly checkpoint: string }>('stories.json');

const config = readConfig({
  BLIP_DIR: checkpoint('blip'),
  TRANSLATOR_DIR: checkpoint('t5-relu'),
  KOT5_DIR: checkpoint(kot5),
  KOGPT2_DIR: checkpoint('gpt2'),
});
const engine = (seam: ChosenEngine['seam'], of = config): ChosenEngine => {
  const found = enginesOf(of).find((each) => each.seam === seam);
  if (!found) throw new Error('no such seam');
  return found;
};

it.each([
  ['captioner', 'blip'],
  ['translator', 't5'],
  ['storyteller', 'kot5'],
  ['storyteller', 'kogpt2'],
] as const)('opens the %s and has it answer', async (seam, name) => {
  const chosen = name === 'kogpt2' ? { ...engine(seam), name } : engine(seam);
  expect(chosen.name).toBe(name);
  const trial = await tryEngine(chosen, config, {});
  expect(trial?.opening).toBeGreaterThan(0);
  expect(trial?.answering).toBeGreaterThan(0);
});

it('needs nothing opened for what works by rules, and tries nothing where there is nothing', async () => {
  const plain = readConfig({});
  for (const seam of ['keywords', 'storyteller'] as const) {
    expect(await tryEngine(engine(seam, plain), plain, {})).toEqual({ answering: expect.any(Number) });
  }
  for (const seam of ['captioner', 'translator'] as const) {
    expect(await tryEngine(engine(seam, plain), plain, {})).toBeUndefined();
  }
});

it('tells that another engine answered in its place', async () => {
  const note = { code: 'instead', wanted: 'openai', used: 'local' } as const;
  const suggested = { setting: [], action: [], feeling: [] };
  const suggester = {
    name: 'openai',
    keywords: async () => ({ suggested, note }),
    titles: async () => ({ suggested: [] }),
  };
  expect(await trySuggester(suggester, 'ko', {})).toMatchObject({ note });
  const told = { text: '달이 떴어요.', locale: 'ko', source: { kind: 'rules', engine: 'frames' } } as const;
  const storyteller = { name: 'openai', tell: async () => [{ ...told, note }] };
  expect(await tryStoryteller(storyteller, 'ko', {})).toMatchObject({ note });
});

it('gives up when it is told to, and says what is wrong with a folder', async () => {
  for (const seam of ['captioner', 'translator', 'storyteller'] as const) {
    await expect(tryEngine(engine(seam), config, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    });
  }
  const gone = readConfig({ BLIP_DIR: checkpoint('nowhere') });
  await expect(tryEngine(engine('captioner', gone), gone, {})).rejects.toMatchObject({ code: 'model-folder-missing' });
});
