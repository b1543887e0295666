// Help while a book is made on Discord, through the real client, conversation and queue: words to tap that come while people
// type, captions to put into the book's language, and who is named for which sentence.
import { describe, expect, it } from 'vitest';
import { TalesError } from '../../../src/errors.ts';
import type { JobHandlers } from '../../../src/jobs.ts';
import { createLocalSuggester } from '../../../src/pipeline/keywords/local.ts';
import type { Locale } from '../../../src/story.ts';
import type { SeenModal } from '../../fakes/discord/modal.ts';
import type { Message } from '../../fakes/discord/model.ts';
import type { Person } from '../../fakes/discord/person.ts';
import { type ReadPdf, readPdf } from '../../render/read-pdf.ts';
import { createHouse, DESCRIPTION, describeAll, example, examples, labelsOf, plain, said, startBook } from './house.ts';

/** A captioner that sees the same in every picture. */
const captions =
  (text: string, locale: Locale): JobHandlers['describe'] =>
  async () => {
    const seen = { text, locale, source: { kind: 'model', engine: 'blip' } } as const;
    return { caption: locale === 'ko' ? seen : { ...seen, note: { code: 'untranslated', locale } } };
  };

const labelled = (modal: SeenModal | undefined, label: string): SeenModal['fields'][number] | undefined =>
  modal?.fields.find((field) => field.label === label);

/** Opens a form again and again, as people do, until it has a part of that name. */
async function openWith(child: Person, open: () => Promise<unknown>, label: string): Promise<readonly string[]> {
  for (;;) {
    await open();
    const field = labelled(child.modal, label);
    if (field) return field.options.map((option) => option.label);
    child.dismiss();
  }
}

describe('words to tap', () => {
  it('come while people type: none before they are there, one for what is done, several beside it, then titles', async () => {
    const gate = Promise.withResolvers<void>();
    const local = createLocalSuggester();
    const suggest: JobHandlers['suggest'] = async (request) => {
      await gate.promise;
      return { keywords: (await local.keywords(request)).suggested };
    };
    const { discord, live, errors } = await createHouse({
      handlers: { describe: captions('언덕에서 달을 바라보는 아이', 'ko'), suggest },
    });
    await live();
    const child = discord.person();
    const book = await startBook(discord, child);
    child.post(book.thread, { files: [await example(1)] });
    const open = () => child.click(book.card(), '1번 그림 이야기하기');
    await book.cardSays('언덕에서 달을');
    await book.cardSays('1번 그림의 이야기를 들려주세요');
    await open();
    expect(child.modal?.fields.map(({ label }) => label)).toEqual(['이름', '행동', '이야기 분류', '그림에 보이는 것']);
    child.dismiss();
    gate.resolve();
    const [none, action = ''] = await openWith(child, open, '행동 고르기');
    expect(none).toBe('고르지 않고 직접 적을게요');
    const form = { 이름: '별이', '행동 고르기': action, '이야기 분류': '자연탐구' };
    const saved = await said(await child.fill(form).submit());
    await book.cardSays(`별이 · ${action} · 자연탐구`);
    const words = await openWith(child, () => child.click(saved, '더 적기'), '골라 넣기');
    const tapped = ['배경: ', '감정: '].map((kind) => words.find((word) => word.startsWith(kind)) ?? kind);
    await child.fill({ 배경: '우리 동네', '골라 넣기': tapped }).submit();
    const [place = '', feeling = ''] = tapped.map((word) => word.split(': ')[1] ?? '');
    expect([place, feeling]).not.toContain('');
    await book.cardSays(`배경 우리 동네, ${place} · 감정 ${feeling}`);
    const titles = await openWith(child, () => child.click(book.card(), '제목과 지은이'), '책 제목 고르기');
    await child.fill({ '책 제목 고르기': titles[1] ?? '' }).submit();
    await book.cardSays(titles[1] ?? '');
    expect(discord.refusals()).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('come to each of two children who have told the same so far', async () => {
    const { discord, live } = await createHouse();
    await live();
    for (const title of ['달', '별']) {
      const child = discord.person();
      const book = await startBook(discord, child, title);
      child.post(book.thread, { files: [await example(1)] });
      await book.cardSays('1번 그림의 이야기를 들려주세요');
      const open = () => child.click(book.card(), '1번 그림 이야기하기');
      expect(await openWith(child, open, '행동 고르기')).not.toHaveLength(0);
    }
    expect(discord.refusals()).toEqual([]);
  });

  it('are tapped in vain where something was typed', async () => {
    const { discord, live } = await createHouse({ handlers: { describe: captions('강에서 헤엄치는 곰', 'ko') } });
    await live();
    const child = discord.person();
    const book = await startBook(discord, child, '곰');
    child.post(book.thread, { files: [await example(1)] });
    await book.cardSays('1번 그림의 이야기를 들려주세요');
    const open = () => child.click(book.card(), '1번 그림 이야기하기');
    const [, action = ''] = await openWith(child, open, '행동 고르기');
    await child.fill({ ...DESCRIPTION, 행동: '낮잠을 잔다', '행동 고르기': action }).submit();
    await book.cardSays('별이 · 낮잠을 잔다 · 자연탐구');
    expect(discord.refusals()).toEqual([]);
  });
});

describe('a caption in another language', () => {
  it('is marked on the card, told before the book is made, and put right in one press and one form', async () => {
    const { discord, live } = await createHouse({
      handlers: { describe: captions('a child looking at the moon', 'en') },
    });
    await live();
    const child = discord.person();
    const book = await startBook(discord, child, '달');
    child.post(book.thread, { files: [await example(1)] });
    await book.cardSays('영어 설명이에요');
    await describeAll(child, book, 1);
    const card = await book.cardSays('아직 다른 나라 말로 된 그림 설명이 있어요: 1번 그림.');
    await child.click(card, '1번 그림: 설명을 한국어로 고치기');
    expect(child.modal?.fields.map(({ label, value }) => [label, value])).toEqual([
      ['그림에 보이는 것', 'a child looking at the moon'],
    ]);
    await child.fill({ '그림에 보이는 것': '달을 보는 아이' }).submit();
    const mended = await book.cardSays('보이는 것: 달을 보는 아이');
    expect(plain(mended)).not.toContain('다른 나라 말');
    expect(plain(mended)).not.toContain('영어');
    expect(labelsOf(mended).join()).not.toContain('설명');
    expect(discord.refusals()).toEqual([]);
  });
});

describe('words that are not fit for a picture book', () => {
  it('are named on the card by page and kind, and the book goes on once a person has written that page', async () => {
    const { discord, live } = await createHouse({
      handlers: {
        write: async () => {
          throw new TalesError('text-unsuitable', { places: [{ page: 1, part: 'told', topic: 'violence' }] });
        },
      },
    });
    await live();
    const child = discord.person();
    const book = await startBook(discord, child, '달');
    child.post(book.thread, { files: [await example(1)] });
    await describeAll(child, book, 1);
    await child.click(await book.cardSays('이제 책을 만들 수 있어요'), '책 만들기');
    const card = await book.cardSays('1쪽 컴퓨터가 지은 글: 무섭거나 다치게 하는 말');
    const pages = await said(await child.click(card, '쪽마다 고치기'));
    const page = await said(await child.select(pages, ['1쪽 글']));
    await child.click(page, '아이 문장 적기');
    await child.fill({ '이 쪽의 글': '달이 참 예뻐요.' }).submit();
    await discord.until(book.book, 'the book');
    await book.cardSays('글(그대로 두기): 달이 참 예뻐요.');
    expect(discord.refusals()).toEqual([]);
  });
});

const lastPage = (pdf: ReadPdf): string =>
  pdf.elements
    .filter(({ page }) => page === pdf.pages.length - 1)
    .map(({ text }) => text.replaceAll('\u00A0', ' '))
    .join('|');

describe('a page of a child’s book', () => {
  it('is told again, mended by a teacher in one sentence, kept, and names the teacher in print', async () => {
    const roles: string[] = [];
    const told = { locale: 'ko', source: { kind: 'model', engine: 'gpt-4o' } } as const;
    const { discord, live } = await createHouse({
      variables: (given) => {
        roles.push(given.role('teachers'));
        return { DISCORD_THREADS: 'public', DISCORD_TEACHER_ROLES: roles.join(',') };
      },
      handlers: {
        write: async ({ manuscript, wanted }) => ({
          // What a page said before comes with the wish to have it told again.
          told: wanted.map((index) => {
            const again = manuscript.scenes[index]?.told !== undefined;
            return { ...told, text: `달이 ${again ? '밝아요' : '떴어요'}. 별이가 웃었어요.` };
          }),
        }),
      },
    });
    await live();
    const [child, teacher] = [discord.person(), discord.person({ roles })];
    const book = await startBook(discord, child, '달');
    child.post(book.thread, { files: await examples(1) });
    await describeAll(child, book, 1);
    await child.click(await book.cardSays('이제 책을 만들 수 있어요'), '책 만들기');
    const page = async (person: Person, choice = '1쪽 글'): Promise<Message> => {
      const pages = await said(await person.click(book.card(), '쪽마다 고치기'));
      return said(await person.select(pages, [choice]));
    };
    await book.cardSays('책이 완성됐어요');
    await discord.until(book.book, 'the book');
    await child.click(await page(child), '다시 쓰기');
    await book.cardSays('글: 달이 밝아요. 별이가 웃었어요.');
    await teacher.click(await page(teacher), '글 고치기');
    expect(labelled(teacher.modal, '이 쪽의 글')?.value).toBe('달이 밝아요. 별이가 웃었어요.');
    const mended = '달이 밝아요. 별이가 활짝 웃었답니다.';
    const kept = await said(await teacher.fill({ '이 쪽의 글': mended }).submit());
    expect(labelsOf(kept)).toContain('그대로 두기 풀기');
    await book.cardSays(`글(그대로 두기): ${mended}`);
    await child.click(await page(child, '🔒 1쪽 글'), '다른 글 고르기');
    expect(child.modal?.fields[0]?.options.map(({ label }) => label)).toEqual([
      '1. 달이 떴어요. 별이가 웃었어요.',
      '2. 달이 밝아요. 별이가 웃었어요.',
      `3. ${mended}`,
    ]);
    child.dismiss();
    const first = book.book();
    await child.click(await book.cardSays('새 책으로 다시 만들 수 있어요'), '다시 만들기');
    const second = await discord.until(
      () => (book.book()?.id === first?.id ? undefined : book.book()),
      'a second book',
    );
    const pdf = second.attachments.find(({ filename }) => filename.endsWith('.pdf'));
    const print = lastPage(await readPdf(discord.bytes(pdf?.id ?? '')));
    expect(print).toContain('글 다듬음|선생님|글 도움|AI(gpt-4o)|');
    expect(discord.refusals()).toEqual([]);
  });
});
