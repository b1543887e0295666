// `storybook doctor`: what it finds, how it looks on a terminal, and what it never tells.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openBlobFolder } from '../../src/blob-folder.ts';
import { engineFindings, whyChosen } from '../../src/cli/doctor/engines.ts';
import { memoryFinding } from '../../src/cli/doctor/machine.ts';
import { printDoctor, widthOf } from '../../src/cli/doctor/print.ts';
import { networkFindings, serviceFindings } from '../../src/cli/doctor/services.ts';
import { blobFolderOf, type Config, readConfig } from '../../src/config.ts';
import type { Finding } from '../../src/finding.ts';
import { enginesOf } from '../../src/pipeline/index.ts';
import { holdLock } from '../../src/running-lock.ts';
import { openStores } from '../../src/store.ts';
import { storybook } from '../fakes/command.ts';
import { startDiscord } from '../fakes/discord/start.ts';
import { startOpenAi } from '../fakes/openai/server.ts';
import { startSlack } from '../fakes/slack/index.ts';
import { checkpoint } from '../pipeline/golden.ts';
import { freshFolder } from '../support/folder.ts';
import { freePort } from '../support/port.ts';

async function run(environment: Readonly<Record<string, string>> = {}) {
  const cwd = await freshFolder();
  const WEB_PORT = `${await freePort()}`;
  const { status, stdout, stderr } = await storybook(['doctor', '--json'], { cwd, env: { WEB_PORT, ...environment } });
  const findings = JSON.parse(stdout) as readonly Finding[];
  return { status, text: stdout + stderr, of: (id: string) => findings.find((finding) => finding.id === id), findings };
}

describe('doctor, as a command', { timeout: 240_000 }, () => {
  it('finds nothing broken where nothing is set up, and says how to get what there could be', async () => {
    const { status, findings, of } = await run();
    expect(status).toBe(0);
    expect(findings.filter(({ state }) => state === 'broken')).toEqual([]);
    expect(of('engine.captioner')).toMatchObject({
      state: 'absent',
      advice: expect.stringContaining('models pull blip'),
    });
    expect(of('engine.translator')?.advice).toContain('TRANSLATOR_DIR');
    expect(of('engine.storyteller')).toMatchObject({ state: 'ready', advice: expect.stringContaining('KOT5_DIR') });
    expect(of('engine.storyteller')?.detail).toMatch(/해 보니 \d+\.\d초/);
    expect(of('network.none')?.detail).toContain('떠나지 않아요');
  });

  it('tells what is wrong with tokens by its exit status, and never a token', async () => {
    const discord = await startDiscord();
    onTestFinished(() => discord.close());
    const slack = await startSlack();
    onTestFinished(() => slack.close());
    const secrets = {
      DISCORD_TOKEN: 'not-the-discord-token',
      SLACK_BOT_TOKEN: slack.installation().token,
      SLACK_APP_TOKEN: slack.app.appToken,
      WEB_CODE: 'sunflower',
      HF_TOKEN: 'a-token-of-the-hub',
    };
    const places = { DISCORD_API_URL: discord.url, SLACK_API_URL: slack.apiUrl };
    const { status, of, text } = await run({ ...secrets, ...places });
    expect(status).toBe(4);
    expect(of('discord.token')).toMatchObject({ state: 'broken' });
    expect(of('slack.scopes')).toMatchObject({ state: 'ready' });
    for (const secret of Object.values(secrets)) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(secret.slice(0, 9));
    }
    const { host } = new URL(discord.url);
    expect(of('network.platforms')?.detail).toContain(host);
    expect(of('network.none')).toBeUndefined();
  });

  it('counts what is kept, and knows its own program when that runs', async () => {
    const DATA_DIR = join(await freshFolder(), 'data');
    const config = readConfig({ DATA_DIR });
    const lock = await holdLock(join(DATA_DIR, 'running.lock'));
    onTestFinished(() => lock.release());
    const stores = await openStores({ path: config.storeFile });
    const sessions = stores.open<string>({ namespace: 'sessions' });
    for (const key of ['a', 'b']) await sessions.set(key, key);
    await stores.open<string>({ namespace: 'else' }).set('c', 'c');
    await stores.close();
    const blobs = await openBlobFolder({ folder: blobFolderOf(config) });
    await blobs.put('pictures/one', new Uint8Array(3 * 1024 * 1024));
    const { of, status } = await run({ DATA_DIR });
    expect(of('keeping.books')?.detail).toContain('만들던 책 2권, 그림과 책 파일 3.0 MB');
    expect(of('keeping.running')?.detail).toContain('켜져 있어요');
    expect(of('web.page')?.detail).toContain('켜져 있어요');
    expect(status).toBe(0);
  });

  it('tells of remembered models that cannot be read beside all else', async () => {
    const DATA_DIR = await freshFolder();
    await writeFile(join(DATA_DIR, 'models.json'), '{');
    const { status, of } = await run({ DATA_DIR });
    expect(status).toBe(4);
    expect(of('keeping.models')).toMatchObject({ state: 'broken', detail: expect.stringContaining('models.json') });
    expect(of('engine.storyteller')).toMatchObject({ state: 'ready' });
  });

  it('finds a database that cannot be read', async () => {
    const DATA_DIR = await freshFolder();
    await writeFile(join(DATA_DIR, 'sessions.sqlite'), 'this is no database, however long it goes on');
    const { of, status } = await run({ DATA_DIR });
    expect(of('keeping.books')).toMatchObject({ state: 'broken', detail: expect.stringContaining('sessions.sqlite') });
    expect(status).toBe(4);
  });
});

const of = (findings: readonly Finding[], id: string) => findings.find((finding) => finding.id === id);

describe('engines', () => {
  const look = (config: Config, within?: number) => {
    const limit = within ?? 60_000;
    return engineFindings(config, {
      locale: 'ko',
      signal: new AbortController().signal,
      onEngine: () => {},
      within: { model: limit, service: limit, rules: limit },
    });
  };

  it('says why each was chosen', () => {
    const why = (environment: Readonly<Record<string, string>>) => {
      const config = readConfig(environment);
      return Object.fromEntries(enginesOf(config).map((engine) => [engine.seam, whyChosen(engine, config)]));
    };
    expect(
      why({ CAPTIONER: 'none', KOT5_DIR: 'k', OPENAI_API_KEY: 'a', OPENAI_BASE_URL: 'http://127.0.0.1:1' }),
    ).toEqual({
      captioner: { kind: 'named', variable: 'CAPTIONER', value: 'none' },
      translator: { kind: 'there', variables: ['OPENAI_API_KEY', 'OPENAI_BASE_URL'] },
      keywords: { kind: 'there', variables: ['OPENAI_API_KEY', 'OPENAI_BASE_URL'] },
      storyteller: { kind: 'there', variables: ['KOT5_DIR'] },
    });
    expect(why({})['storyteller']).toEqual({ kind: 'nothing' });
  });

  it('opens a model, tells how long that took, and what its weights are', async () => {
    const { findings, weights } = await look(readConfig({ BLIP_DIR: checkpoint('blip') }));
    const { state, detail } = of(findings, 'engine.captioner') ?? {};
    expect(state).toBe('ready');
    expect(detail).toMatch(/BLIP_DIR 값이 있어서.*가중치 \d.*여는 데 \d+\.\d초, 답하는 데 \d+\.\d초/);
    expect(weights).toBeGreaterThan(1000);
  });

  it('says that a model was added by command, where no variable names it', async () => {
    const named = readConfig({});
    const { findings } = await engineFindings(
      { ...named, blipDir: checkpoint('blip') },
      { named, locale: 'ko', signal: new AbortController().signal, onEngine: () => {} },
    );
    const { detail } = of(findings, 'engine.captioner') ?? {};
    expect(detail).toContain('storybook models로 받거나 알려 준 모델이 있어서 골랐어요.');
    expect(detail).not.toContain('BLIP_DIR');
  });

  it('that takes too long is no fault, and that is said', async () => {
    const { findings } = await look(readConfig({ BLIP_DIR: checkpoint('blip') }), 0);
    expect(of(findings, 'engine.captioner')).toMatchObject({
      state: 'absent',
      detail: expect.stringContaining('0.0초 안에 대답하지 않아서'),
    });
  });

  it('behind one service are tried together, so that a silent service is waited for once', async () => {
    const service = await startOpenAi({ answer: ({ number }) => (number <= 4 ? { kind: 'silence' } : {}) });
    onTestFinished(() => service.close());
    const looking = look(readConfig({ OPENAI_BASE_URL: service.url, LOG_LEVEL: 'silent' }));
    await service.silent(4);
    service.release();
    expect((await looking).findings.map(({ id }) => id)).toEqual([
      'engine.captioner',
      'engine.translator',
      'engine.keywords',
      'engine.storyteller',
    ]);
  });

  it('that cannot be used says what is wrong with it', async () => {
    const { findings } = await look(readConfig({ STORYTELLER: 'kot5', CAPTIONER: 'openai' }));
    expect(of(findings, 'engine.storyteller')).toMatchObject({
      state: 'broken',
      detail: expect.stringContaining('KOT5_DIR'),
    });
    expect(of(findings, 'engine.captioner')).toMatchObject({
      state: 'broken',
      detail: expect.stringContaining('OPENAI_API_KEY'),
    });
  });

  it('larger than the memory is said with what to do', () => {
    const huge = memoryFinding(1e15, readConfig({}), 'ko');
    expect(huge).toMatchObject({ state: 'absent', advice: expect.stringContaining('PRECISION=int8') });
    expect(memoryFinding(0, readConfig({}), 'ko').state).toBe('ready');
  });
});

describe('whom the program would talk to', () => {
  const hosts = (environment: Readonly<Record<string, string>>, reaches: readonly string[] = []) =>
    networkFindings(readConfig(environment), reaches, 'en').map(({ id, detail }) => `${id} ${detail}`);

  it('is nobody, but for models that somebody pulls', () => {
    expect(hosts({})).toEqual([
      expect.stringMatching(/^network.none not used/),
      expect.stringMatching(/^network.hub huggingface.co: only/),
    ]);
  });

  it('is a Redis server where books are kept in one, without its password', () => {
    const server = Object.assign(new URL('redis://redis.example:6379'), { username: 'class', password: 'a word' });
    expect(hosts({ REDIS_URL: server.href })).toEqual([
      'network.redis redis.example:6379: keeps the books in the making and their pictures.',
      expect.stringMatching(/^network.hub/),
    ]);
  });

  it('is the chat services, the hosts of pictures, and the service that engines ask', () => {
    const environment = {
      OPENAI_API_KEY: 'a',
      DOWNLOAD_HOSTS: 'pictures.example',
      HF_ENDPOINT: 'https://mirror.example',
    };
    expect(hosts(environment, ['discord.com'])).toEqual([
      expect.stringMatching(/^network.platforms discord.com/),
      expect.stringMatching(/^network.downloads pictures.example/),
      expect.stringMatching(/^network.service api.openai.com/),
      expect.stringMatching(/^network.hub mirror.example/),
    ]);
  });

  it('is this computer alone where the service is here, and nobody where no engine asks it', () => {
    const local = hosts({ OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1' });
    expect(local[0]).toMatch(/^network.none/);
    expect(local[1]).toMatch(/^network.service 127.0.0.1:11434.*On this computer/);
    const named = { CAPTIONER: 'none', TRANSLATOR: 'none', KEYWORDS: 'local', STORYTELLER: 'frames' };
    expect(hosts({ OPENAI_API_KEY: 'a', ...named }).join()).not.toContain('openai.com');
    const idle = serviceFindings(readConfig({ OPENAI_API_KEY: 'a', ...named }), 'en');
    expect(idle[0]).toMatchObject({ state: 'absent', detail: expect.stringContaining('no engine uses it') });
  });
});

describe('on a terminal', () => {
  const finding = (what: string, detail: string, more: Partial<Finding> = {}): Finding => ({
    id: 'x',
    state: 'ready',
    what,
    detail,
    ...more,
  });
  const sections = [
    {
      title: '엔진',
      findings: [finding('그림 설명', '아주 긴 말을 합니다 '.repeat(20), { advice: '고쳐 주세요 '.repeat(20) })],
    },
    { title: 'Network', findings: [finding('A', 'short'), finding('B', 'x', { state: 'broken' })] },
  ];
  const print = (columns?: number): string => {
    let text = '';
    const write = (more: string): boolean => {
      text += more;
      return true;
    };
    printDoctor({ write, ...(columns !== undefined && { columns }) }, sections, 'ko', false);
    return text;
  };

  it('lines are as wide as the terminal at most, and words begin below each other', () => {
    const lines = print(80).split('\n');
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(80);
    expect(lines.length).toBeGreaterThan(12);
    const column = (line: string | undefined, word: string): number => widthOf((line ?? '').split(word)[0] ?? '');
    const first = lines.find((line) => line.includes('그림 설명'));
    expect(
      column(
        lines.find((line) => line.includes('short')),
        'short',
      ),
    ).toBe(column(first, '아주'));
    expect(lines.at(-2)).toContain('고쳐야 할 것이 1가지');
  });

  it('lines are whole where another program reads them', () => {
    expect(
      print()
        .split('\n')
        .find((line) => line.includes('그림 설명')),
    ).toContain('아주 긴 말을 합니다 아주');
  });
});
