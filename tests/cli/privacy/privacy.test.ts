// The privacy statement: true of the configuration that it is made from, complete, and well made as a file.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { classId, newClassroom } from '../../../src/bots/classroom/facts.ts';
import type { ClassSettings } from '../../../src/bots/classroom/settings.ts';
import type { Classroom } from '../../../src/bots/index.ts';
import { privacyFacts } from '../../../src/cli/privacy/facts.ts';
import { writePrivacy } from '../../../src/cli/privacy.ts';
import { readConfig } from '../../../src/config.ts';
import { openStores } from '../../../src/store.ts';
import type { Locale } from '../../../src/story.ts';
import { readPdf } from '../../render/read-pdf.ts';
import { freshFolder } from '../../support/folder.ts';

type Environment = Readonly<Record<string, string>>;
const configOf = (environment: Environment) => readConfig({ DATA_DIR: 'kept', ...environment });

async function written(
  environment: Environment,
  options: Parameters<typeof writePrivacy>[0] = {},
  locale: Locale = 'ko',
) {
  let said = '';
  const stdout = {
    write(text: string): boolean {
      said += text;
      return true;
    },
  };
  await writePrivacy(options, { config: configOf(environment), locale, stdout });
  return said;
}

describe('a privacy statement', () => {
  it.each([
    [
      'ko',
      [
        '최소 처리',
        '안전성 확보 조치',
        '열람·정정·삭제·처리정지',
        '만 14세 미만',
        '보호책임자와 제3자',
        '인공지능 알림',
      ],
    ],
    [
      'en',
      ['Minimal processing', 'Security measures', 'Access, correction', 'Children under 14', 'Privacy officer', 'AI'],
    ],
  ] as const)(
    'answers every criterion in order, says that it is no advice, and leaves blanks (%s)',
    async (locale, headings) => {
      const text = await written({}, {}, locale);
      const places = headings.map((heading) => text.indexOf(heading));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(places).not.toContain(-1);
      expect(text).toMatch(locale === 'ko' ? /법률 자문이 아니에요/ : /not legal advice/);
      expect(text.match(/_{10}/g)?.length).toBeGreaterThanOrEqual(5);
    },
  );

  it('says that nothing leaves the computer only where nothing does', async () => {
    const claim = '그림과 글을 바깥으로 보내지 않아요';
    expect(await written({})).toContain(claim);
    for (const environment of [
      { DISCORD_TOKEN: 'x' },
      { SLACK_BOT_TOKEN: 'x', SLACK_APP_TOKEN: 'y' },
      { OPENAI_API_KEY: 'x' },
    ] as readonly Environment[]) {
      expect(await written(environment)).not.toContain(claim);
    }
  });

  it('names the services, how long things are kept, and where', async () => {
    const text = await written({
      DISCORD_TOKEN: 'x',
      OPENAI_BASE_URL: 'https://llm.school.kr/v1',
      RETENTION_DAYS: '7',
    });
    for (const word of ['Discord', 'llm.school.kr', '7일', join(configOf({}).dataDir)]) expect(text).toContain(word);
    expect(text).not.toContain('Slack');
  });

  it('holds no token', async () => {
    const said = await written(
      { DISCORD_TOKEN: 'abc-secret', OPENAI_API_KEY: 'def-secret', HF_TOKEN: 'ghi-secret' },
      { json: true },
    );
    expect(said).not.toContain('-secret');
    expect(JSON.parse(said)).toMatchObject({ locale: 'ko', facts: { chats: ['Discord'] } });
  });

  it.each([
    [{ OPENAI_API_KEY: 'x' }, ['pictures', 'captions', 'words']],
    [
      { OPENAI_API_KEY: 'x', CAPTIONER: 'none', TRANSLATOR: 'none', KEYWORDS: 'local', STORYTELLER: 'frames' },
      undefined,
    ],
    [
      {
        OPENAI_API_KEY: 'x',
        CAPTIONER: 'none',
        TRANSLATOR: 'none',
        KEYWORDS: 'local',
        STORYTELLER: 'frames',
        MODERATION: 'on',
      },
      ['checked-words'],
    ],
    [{ OPENAI_API_KEY: 'x', CAPTIONER: 'none', TRANSLATOR: 'none', KEYWORDS: 'local', KOT5_DIR: 'm' }, ['words']],
    [{ MODERATION: 'on' }, undefined],
  ] as readonly (readonly [Environment, readonly string[] | undefined])[])(
    'knows what %j sends to a service',
    (environment, sent) => {
      expect(privacyFacts(configOf(environment), []).service?.sent).toEqual(sent);
    },
  );

  it('knows that a class has words looked at by a service where the program alone would not', () => {
    const config = configOf({
      ...{ OPENAI_API_KEY: 'x', CAPTIONER: 'none', TRANSLATOR: 'none', KEYWORDS: 'local', STORYTELLER: 'frames' },
    });
    const { settings } = newClassroom({
      ...{ id: 'class:web:page', platform: 'web', channel: 'page', teacher: 'one', locale: 'ko', at: 0 },
    });
    const sentFor = (changes: Partial<ClassSettings>) =>
      privacyFacts(config, [{ platform: 'web', settings: { ...settings, ...changes } }]).service?.sent;
    expect(sentFor({})).toEqual(['checked-words']);
    expect(sentFor({ engines: 'own' })).toBeUndefined();
    expect(sentFor({ moderation: false })).toBeUndefined();
    expect(privacyFacts(config, 'unreadable').service?.sent).toEqual(['checked-words']);
  });

  it('says whether AI is used', async () => {
    expect(await written({})).toContain('인공지능 모델을 쓰지 않아요');
    expect(await written({ BLIP_DIR: 'm' })).toContain('인공지능 모델이 그림을 설명하거나');
  });

  it('says who can open the page', async () => {
    expect(await written({})).toContain('이 컴퓨터에서만 열려요');
    expect(await written({ WEB_HOST: '0.0.0.0' })).toContain('HTTPS');
    expect(await written({ WEB: 'off', DISCORD_TOKEN: 'x' })).not.toContain('페이지는 이 컴퓨터에서만');
  });

  it('is a tagged PDF on A4 with all its words, and the same bytes each time', async () => {
    const folder = await freshFolder();
    const [one, two] = [join(folder, 'one.pdf'), join(folder, 'two.pdf')];
    expect(await written({ DISCORD_TOKEN: 'x' }, { out: one })).toContain(one);
    await written({ DISCORD_TOKEN: 'x' }, { out: two });
    const bytes = await readFile(one);
    expect(await readFile(two)).toEqual(bytes);
    const pdf = await readPdf(bytes);
    expect(pdf).toMatchObject({ marked: true, lang: 'ko-KR', displaysTitle: true });
    const said = pdf.elements;
    expect(said[0]).toMatchObject({ type: 'H1', text: '그림책 만들기 프로그램의 개인정보 안내' });
    expect(said.filter(({ type }) => type === 'H2').map(({ text }) => text)).toContain('1. 최소 처리');
    const words = said
      .map(({ text }) => text)
      .join(' ')
      .replace(/\s+/g, '');
    const text = await written({ DISCORD_TOKEN: 'x' });
    for (const line of text.split('\n')) {
      const plain = line.replace(/^ *- |: _+$/g, '').replace(/\s+/g, '');
      expect(words).toContain(plain);
    }
  });

  it('is written as text, and as nothing else', async () => {
    const folder = await freshFolder();
    await written({}, { out: join(folder, 'a.txt'), locale: 'en' });
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe(await written({}, {}, 'en'));
    await expect(written({}, { out: join(folder, 'a.docx') })).rejects.toMatchObject({ code: 'option-invalid' });
    await expect(written({}, { locale: 'fr' as never })).rejects.toMatchObject({ code: 'option-invalid' });
  });
});

/** A place where classes are kept, still open as while the program runs. */
async function school(classes: Readonly<Record<string, Partial<ClassSettings>>>) {
  const DATA_DIR = await freshFolder();
  const stores = await openStores({ path: readConfig({ DATA_DIR }).storeFile });
  onTestFinished(() => stores.close());
  const kept = stores.open<Classroom>({ namespace: 'classrooms' });
  for (const [place, changes] of Object.entries(classes)) {
    const [platform = '', channel = ''] = place.split(' ');
    const id = classId(platform, channel);
    const made = newClassroom({ id, platform, channel, teacher: 'teacher-id', locale: 'ko', at: 0 });
    await kept.set(id, { ...made, settings: { ...made.settings, ...changes } });
  }
  return { DATA_DIR };
}

/** The lines about one class. */
const linesOf = (text: string, heading: string): readonly string[] => {
  const lines = text.split('\n');
  const rest = lines.slice(lines.indexOf(heading) + 1);
  return rest.slice(
    0,
    rest.findIndex((line) => !line.startsWith('  - ')),
  );
};

describe('a privacy statement where there are classes', () => {
  it('says of each how it is set, and that this comes before what the program is set to', async () => {
    const environment = await school({
      'discord 1': { title: '3학년 2반', retention: 'term', termEnds: '2027-02-12', starters: 'teachers' },
      'web page': { on: false, retention: '7', moderation: false, approval: false, engines: 'plain' },
    });
    const text = await written(environment);
    expect(text).toContain('교실의 설정이 프로그램의 설정보다 먼저예요');
    expect(linesOf(text, '3학년 2반 (Discord, 열려 있음)')).toEqual([
      '  - 보관: 2027-02-12까지 두고, 그날이 지나면 모두 지워요.',
      '  - 때가 되면 대화방에 봇이 올린 책은: 함께 거두어요.',
      '  - 어린이에게 맞지 않는 말: 이 컴퓨터의 낱말 목록으로 살펴요.',
      '  - 도움(AI): 프로그램에 정해 둔 것을 모두 쓸 수 있어요.',
      '  - 나가기 전 검토: 선생님이 좋다고 하기 전에는 책이 건네지거나 보이지 않아요.',
      '  - 책을 시작할 수 있는 사람: 선생님만.',
      '  - 만드는 동안 보는 사람: 만드는 아이와 선생님만.',
    ]);
    expect(linesOf(text, '이름 없는 반 (페이지, 닫혀 있음)')).toEqual([
      '  - 보관: 마지막으로 고친 날부터 7일 뒤에 모두 지워요.',
      '  - 어린이에게 맞지 않는 말: 살피지 않아요.',
      '  - 도움(AI): AI 없이 만들어요.',
      '  - 나가기 전 검토: 선생님의 검토 없이, 다 되면 바로 나가요.',
      '  - 책을 시작할 수 있는 사람: 누구나.',
    ]);
    expect(text).not.toContain('teacher-id');
    const english = await written(environment, {}, 'en');
    expect(english).toContain('come before those of the program');
    expect(linesOf(english, '3학년 2반 (Discord, open)')[0]).toBe(
      '  - Kept: until 2027-02-12; after that day everything is deleted.',
    );
  });

  it.each([
    ['ko', [/만들고 있는 책은 마지막으로/, /^ {2}- 어린이에게 맞지 않는 말을 찾는 기능은 꺼져/m]],
    ['en', [/a book in the making is deleted/, /^ {2}- Looking for words unfit for children is switched off/m]],
  ] as const)('says of books outside of classes alone what the program is set to (%s)', async (locale, claims) => {
    const without = await written(await school({}), {}, locale);
    const withOne = await written(await school({ 'slack T:C': {} }), {}, locale);
    for (const claim of claims) {
      expect(without).toMatch(claim);
      expect(withOne).not.toMatch(claim);
    }
    expect(withOne.match(locale === 'ko' ? /교실(\(반\))?에 들지 않은 책/g : /outside of classes/g)).toHaveLength(3);
  });

  it('says so in the statement where classes cannot be read', async () => {
    const DATA_DIR = await freshFolder();
    await writeFile(readConfig({ DATA_DIR }).storeFile, 'no database at all, but long enough to be taken for one');
    expect(await written({ DATA_DIR })).toMatch(
      /읽지 못해서, 교실이 있는지와[^\n]*\n {2}교실마다의 보관 기간과 검토.*: _+\n/,
    );
    expect(await written({ DATA_DIR }, {}, 'en')).toContain('could not be read');
    expect(JSON.parse(await written({ DATA_DIR }, { json: true })).facts.classes).toBe('unreadable');
  });
});
