// The configuration: defaults, faults, and that `.env.example` lists exactly the variables there are.
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig, VARIABLE_NAMES, withoutDoors } from '../src/config.ts';
import { isTalesError, type TalesError } from '../src/errors.ts';

const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');

const CHAT_NAMES = VARIABLE_NAMES.filter((name) => /^(DISCORD|SLACK|WEB)/.test(name));

function faultsOf(environment: Record<string, string>): unknown {
  try {
    readConfig(environment);
  } catch (error) {
    if (isTalesError(error) && error.code === 'config-invalid') {
      return (error as TalesError<'config-invalid'>).details.problems;
    }
    throw error;
  }
  return [];
}

describe('.env.example', () => {
  it('lists every variable once, in the order of the code, and no other', () => {
    const listed = example.split('\n').flatMap((line) => /^#?\s*([A-Z][A-Z0-9_]*)=/.exec(line)?.[1] ?? []);
    expect(listed).toEqual([...VARIABLE_NAMES]);
  });

  it('says what each is for on the line above, in Korean and in English', () => {
    const lines = example.split('\n');
    for (const name of VARIABLE_NAMES) {
      const above = lines[lines.findIndex((line) => line.startsWith(`${name}=`)) - 1] ?? '';
      expect(above, name).toMatch(/^# .*[가-힣].* \/ [A-Z].*[a-z]/);
    }
  });

  it('shows the defaults', () => {
    const shown = parseEnv(example);
    expect(readConfig(shown)).toEqual(readConfig({}));
    // Where things are kept depends on who runs the program; the other blank ones have no default.
    for (const name of VARIABLE_NAMES)
      if (shown[name] === '') expect(readConfig({ [name]: '' })).toEqual(readConfig({}));
    expect(VARIABLE_NAMES.filter((name) => shown[name] !== '')).toEqual(
      expect.arrayContaining(['WEB_PORT', 'PRECISION']),
    );
  });
});

describe('readConfig', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toEqual({
      dataDir: join(homedir(), '.talesrunner'),
      locale: 'ko',
      logLevel: 'warn',
      maxPictureBytes: 40 * 1024 * 1024,
      maxPicturePixels: 60_000_000,
      translatorPrefix: 'translate English to Korean:',
      engines: { captioner: 'auto', translator: 'auto', keywords: 'auto', storyteller: 'auto' },
      moderation: false,
      hub: { endpoint: 'https://huggingface.co', home: join(homedir(), '.cache', 'huggingface') },
      precision: 'fp32',
      device: 'auto',
      retentionDays: 30,
      storeFile: join(homedir(), '.talesrunner', 'sessions.sqlite'),
      workers: 1,
      downloadHosts: [],
      web: { host: '127.0.0.1', port: 3210 },
    });
  });

  it('starts Discord when there is its token', () => {
    expect(readConfig({ DISCORD_TOKEN: 'd', DISCORD_TEACHER_ROLES: '12, 34 56' }).discord).toEqual({
      token: 'd',
      threads: 'private',
      teacherRoles: ['12', '34', '56'],
    });
    const more = { DISCORD_APP_ID: '9', DISCORD_API_URL: 'http://127.0.0.1:1/api', DISCORD_THREADS: 'public' };
    expect(readConfig({ DISCORD_TOKEN: 'd', ...more }).discord).toMatchObject({
      applicationId: '9',
      apiUrl: 'http://127.0.0.1:1/api',
      threads: 'public',
    });
  });

  it('starts Slack over a socket or over http, with one token or for many workspaces', () => {
    expect(readConfig({ SLACK_BOT_TOKEN: 'b', SLACK_APP_TOKEN: 'a', SLACK_TEACHERS: 'U1' }).slack).toEqual({
      way: { mode: 'socket', appToken: 'a', port: 3000 },
      access: { kind: 'token', botToken: 'b' },
      teachers: ['U1'],
    });
    const install = { SLACK_CLIENT_ID: 'c', SLACK_CLIENT_SECRET: 's', SLACK_STATE_SECRET: 't' };
    const http = { SLACK_MODE: 'http', SLACK_SIGNING_SECRET: 'g', SLACK_PORT: '0' };
    expect(readConfig({ ...install, ...http }).slack).toEqual({
      way: { mode: 'http', signingSecret: 'g', port: 0 },
      access: { kind: 'install', clientId: 'c', clientSecret: 's', stateSecret: 't' },
      teachers: [],
    });
  });

  it.each([
    [{ SLACK_BOT_TOKEN: 'b' }, ['SLACK_APP_TOKEN']],
    [{ SLACK_APP_TOKEN: 'a' }, ['SLACK_BOT_TOKEN']],
    [{ SLACK_BOT_TOKEN: 'b', SLACK_MODE: 'http' }, ['SLACK_SIGNING_SECRET']],
    [{ SLACK_CLIENT_ID: 'c', SLACK_APP_TOKEN: 'a' }, ['SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET']],
  ])('refuses half of what Slack needs: %o', (given, missing) => {
    expect(faultsOf(given)).toEqual(
      missing.map((variable) => ({ variable, value: '', expected: expect.objectContaining({ kind: 'needed-by' }) })),
    );
  });

  it('knows a language model when there is a key or an address', () => {
    expect(readConfig({ OPENAI_API_KEY: 'k' }).openai).toEqual({
      apiKey: 'k',
      model: 'gpt-4o',
      visionModel: 'gpt-4o',
      timeout: 120,
      concurrency: 4,
    });
    const local = { OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1', OPENAI_MODEL: 'm', OPENAI_VISION_MODEL: 'v' };
    expect(readConfig({ ...local, OPENAI_TIMEOUT: '7', OPENAI_CONCURRENCY: '1' }).openai).toEqual({
      baseUrl: 'http://127.0.0.1:11434/v1',
      model: 'm',
      visionModel: 'v',
      timeout: 7,
      concurrency: 1,
    });
    expect(faultsOf({ OPENAI_BASE_URL: 'ollama', STORYTELLER: 'blip' })).toMatchObject([
      { variable: 'STORYTELLER', expected: { kind: 'choice' } },
      { variable: 'OPENAI_BASE_URL', expected: { kind: 'address' } },
    ]);
  });

  it('takes the hub as other programs do, and keeps its token from the process that does the work', () => {
    const set = { HF_ENDPOINT: 'http://127.0.0.1:9/', HF_HOME: 'hub', HF_TOKEN: 't' };
    expect(readConfig(set).hub).toEqual({ endpoint: 'http://127.0.0.1:9', home: resolve('hub'), token: 't' });
    expect(withoutDoors(set)).toEqual({ HF_ENDPOINT: 'http://127.0.0.1:9/', HF_HOME: 'hub' });
  });

  it('gives the process that does the work no token', () => {
    const kept = withoutDoors({
      DATA_DIR: 'd',
      PATH: 'p',
      ...Object.fromEntries(CHAT_NAMES.map((name) => [name, 'x'])),
    });
    expect(kept).toEqual({ DATA_DIR: 'd', PATH: 'p' });
    expect(CHAT_NAMES).toContain('SLACK_STATE_SECRET');
  });

  it('keeps sessions in another database when one is named, and has no page when it is switched off', () => {
    const config = readConfig({ KEYV_URL: 'sqlite://kept/books.sqlite', WEB: 'off' });
    expect(config.storeFile).toBe(resolve('kept/books.sqlite'));
    expect(config.web).toBeUndefined();
    expect(faultsOf({ KEYV_URL: 'mongodb://x' })).toEqual([expect.objectContaining({ variable: 'KEYV_URL' })]);
  });

  it('shares through a Redis when one is named, which the process that does the work is told of', () => {
    const set = { REDIS_URL: 'rediss://redis.example:6380/2', WORKERS: '0' };
    expect(readConfig(set)).toMatchObject({ redis: { url: set.REDIS_URL }, workers: 0 });
    expect(withoutDoors(set)).toEqual(set);
    expect(readConfig({}).redis).toBeUndefined();
  });

  it('refuses what a Redis has no part in, and shows no password', () => {
    const setting = 'REDIS_URL';
    expect(faultsOf({ WORKERS: '0' })).toEqual([
      { variable: 'WORKERS', value: '0', expected: { kind: 'only-with', setting } },
    ]);
    expect(faultsOf({ REDIS_URL: 'redis://127.0.0.1', KEYV_URL: 'sqlite://books.sqlite' })).toEqual([
      { variable: 'KEYV_URL', value: 'sqlite://books.sqlite', expected: { kind: 'not-with', setting } },
    ]);
    const wrong = new URL('http://redis.example');
    wrong.password = 'open-sesame';
    expect(faultsOf({ REDIS_URL: wrong.href })).toMatchObject([
      { variable: 'REDIS_URL', value: 'http://…@redis.example/' },
    ]);
    expect(faultsOf({ REDIS_URL: 'redis://127.0.0.1', WORKERS: '17' })).toMatchObject([{ variable: 'WORKERS' }]);
  });

  it('makes the folders of models absolute, and takes "none" for no prefix', () => {
    const set = {
      BLIP_DIR: 'blip',
      KOT5_DIR: ' kot5 ',
      KOGPT2_DIR: 'g',
      TRANSLATOR_DIR: 't5',
      TRANSLATOR_PREFIX: 'none',
    };
    const { blipDir, kot5Dir, kogpt2Dir, translatorDir, translatorPrefix } = readConfig(set);
    expect([blipDir, kot5Dir, kogpt2Dir, translatorDir]).toEqual(
      ['blip', 'kot5', 'g', 't5'].map((name) => resolve(name)),
    );
    expect(translatorPrefix).toBe('');
  });

  it('takes a blank variable for an absent one', () => {
    expect(readConfig(Object.fromEntries(VARIABLE_NAMES.map((name) => [name, '  '])))).toEqual(readConfig({}));
  });

  it('takes what is set, trimmed, and makes the folder absolute', () => {
    const config = readConfig({
      DATA_DIR: 'kept',
      BOOK_LOCALE: 'en',
      LOG_LEVEL: 'debug',
      MAX_PICTURE_MB: '1.5',
      MAX_PICTURE_MEGAPIXELS: ' 12 ',
      PATH: 'something else',
    });
    expect(isAbsolute(config.dataDir)).toBe(true);
    expect(config).toMatchObject({
      locale: 'en',
      logLevel: 'debug',
      maxPictureBytes: 1.5 * 1024 * 1024,
      maxPicturePixels: 12_000_000,
    });
  });

  it('cannot be changed', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });

  it('tells every fault at once, by the name of the variable, with its value', () => {
    expect(
      faultsOf({ MAX_PICTURE_MEGAPIXELS: 'many', BOOK_LOCALE: 'fr', LOG_LEVEL: 'loud', MAX_PICTURE_MB: '-1' }),
    ).toEqual([
      { variable: 'BOOK_LOCALE', value: 'fr', expected: { kind: 'choice', values: ['ko', 'en'] } },
      { variable: 'LOG_LEVEL', value: 'loud', expected: expect.objectContaining({ kind: 'choice' }) },
      { variable: 'MAX_PICTURE_MB', value: '-1', expected: { kind: 'number', least: 1, most: 200 } },
      { variable: 'MAX_PICTURE_MEGAPIXELS', value: 'many', expected: { kind: 'number', least: 1, most: 200 } },
    ]);
  });

  it('takes no access code that is guessed at once', () => {
    expect(faultsOf({ WEB_CODE: 'abc' })).toEqual([expect.objectContaining({ variable: 'WEB_CODE' })]);
    expect(readConfig({ WEB_CODE: '달토끼1' }).web).toMatchObject({ code: '달토끼1' });
  });

  it.each(['0', '1.5', 'many'])('keeps books for whole days: not for %s', (value) => {
    expect(faultsOf({ RETENTION_DAYS: value })).toEqual([expect.objectContaining({ variable: 'RETENTION_DAYS' })]);
  });

  it.each(['0', '201', 'Infinity', 'NaN', '1e9', '7 MB'])('refuses %s megabytes', (value) => {
    expect(faultsOf({ MAX_PICTURE_MB: value })).toEqual([
      expect.objectContaining({ variable: 'MAX_PICTURE_MB', value }),
    ]);
  });
});
