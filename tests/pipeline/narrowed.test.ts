// What the rules of a classroom leave of a configuration: which engines do the work, whether words are looked at, and
// that models and clients are shared by all that is left of one configuration.
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { ENGINES_ALLOWED, type WorkRules } from '../../src/jobs.ts';
import { chooseCaptioner, chooseModerator, chooseStoryteller, enginesOf } from '../../src/pipeline/index.ts';
import { forbiddenStoryteller, narrowed } from '../../src/pipeline/narrowed.ts';

const service = { OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' };
const models = { BLIP_DIR: '/models/blip', KOT5_DIR: '/models/kot5', TRANSLATOR_DIR: '/models/t5' };
const named = { CAPTIONER: 'openai', TRANSLATOR: 'openai', KEYWORDS: 'openai', STORYTELLER: 'openai' };
const rules = (engines: WorkRules['engines'], moderation = false): WorkRules => ({ engines, moderation });

/** captioner, translator, keywords, storyteller. */
const TABLE = [
  ['a service', service, 'all', ['openai', 'openai', 'openai', 'openai']],
  ['a service', service, 'own', ['none', 'none', 'local', 'frames']],
  ['a service', service, 'plain', ['none', 'none', 'local', 'frames']],
  ['models', models, 'all', ['blip', 't5', 'local', 'kot5']],
  ['models', models, 'own', ['blip', 't5', 'local', 'kot5']],
  ['models', models, 'plain', ['none', 'none', 'local', 'frames']],
  ['both', { ...service, ...models }, 'all', ['blip', 'openai', 'openai', 'kot5']],
  ['both', { ...service, ...models }, 'own', ['blip', 't5', 'local', 'kot5']],
  ['both', { ...service, ...models }, 'plain', ['none', 'none', 'local', 'frames']],
  ['a service by name', { ...service, ...models, ...named }, 'all', ['openai', 'openai', 'openai', 'openai']],
  ['a service by name', { ...service, ...models, ...named }, 'own', ['blip', 't5', 'local', 'kot5']],
  ['a service by name alone', { ...service, ...named }, 'own', ['none', 'none', 'local', 'frames']],
  ['frames by name', { ...models, STORYTELLER: 'frames' }, 'own', ['blip', 't5', 'local', 'frames']],
  ['nothing', {}, 'own', ['none', 'none', 'local', 'frames']],
] as const;

describe('a configuration narrowed by the rules of a classroom', () => {
  it.each(TABLE)('%s (%o), with engines %s, has %o', (_, environment, engines, expected) => {
    const left = narrowed(readConfig(environment), rules(engines));
    expect(enginesOf(left).map(({ name }) => name)).toEqual(expected);
  });

  it('is itself where the rules change nothing', () => {
    const config = readConfig({ ...service, MODERATION: 'on' });
    expect(narrowed(config, undefined)).toBe(config);
    expect(narrowed(config, rules('all', true))).toBe(config);
    expect(narrowed(config, rules('all', false))).toBe(config);
  });

  it('keeps no address and no key of a service that may not be asked', () => {
    const config = readConfig({ ...service, OPENAI_API_KEY: 'not-a-real-key' });
    for (const engines of ['own', 'plain'] as const)
      expect(JSON.stringify(narrowed(config, rules(engines)))).not.toMatch(/not-a-real-key|127\.0\.0\.1:1/);
  });

  it('takes what it does not understand for no permission', () => {
    const strange = { engines: 'any', moderation: true } as unknown as WorkRules;
    expect(() => narrowed(readConfig({}), strange)).toThrow(TypeError);
  });
});

describe('a storyteller chosen by name', () => {
  it.each([
    ['openai', 'all', undefined],
    ['openai', 'own', 'openai'],
    ['openai', 'plain', 'openai'],
    ['kot5', 'own', undefined],
    ['kot5', 'plain', 'kot5'],
    ['frames', 'plain', undefined],
    ['auto', 'plain', undefined],
  ] as const)('(%s) under the rule %s is missed: %s', (STORYTELLER, engines, missed) => {
    const config = readConfig({ ...service, ...models, STORYTELLER });
    expect(forbiddenStoryteller(config, rules(engines))).toBe(missed);
  });
});

describe('moderation that a classroom asks for', () => {
  it.each(ENGINES_ALLOWED)('is there although the configuration has none, with engines %s', async (engines) => {
    const config = readConfig(service);
    expect(await chooseModerator(config)).toBeUndefined();
    const name = engines === 'all' ? 'openai' : 'local';
    expect((await chooseModerator(narrowed(config, rules(engines, true))))?.name).toBe(name);
  });

  it('looks at what people write', async () => {
    const teller = await chooseStoryteller(narrowed(readConfig({}), rules('plain', true)));
    const fields = { name: '별이', i_action: '씨발', classification: '자연탐구' } as const;
    const manuscript = { locale: 'ko', level: '유아', seed: 1, scenes: [{ fields }] } as const;
    await expect(teller.tell(manuscript, [0])).rejects.toMatchObject({ code: 'text-unsuitable' });
  });
});

describe('a checkpoint', () => {
  it('is one captioner for all that is left of a configuration, so that it is loaded once', async () => {
    const folder = new URL('../golden/models/checkpoints/blip', import.meta.url).pathname;
    const config = readConfig({ ...service, BLIP_DIR: folder });
    const [all, own] = [narrowed(config, rules('all', true)), narrowed(config, rules('own'))];
    expect(all).not.toBe(own);
    expect(await chooseCaptioner(own)).toBe(await chooseCaptioner(all));
    expect(await chooseCaptioner(own)).toBe(await chooseCaptioner(config));
  });
});
