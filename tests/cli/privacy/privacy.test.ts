// The privacy statement: true of the configuration that it is made from, complete, and well made as a file.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { privacyFacts } from '../../../src/cli/privacy/facts.ts';
import { writePrivacy } from '../../../src/cli/privacy.ts';
import { readConfig } from '../../../src/config.ts';
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
      expect(privacyFacts(configOf(environment)).service?.sent).toEqual(sent);
    },
  );

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
