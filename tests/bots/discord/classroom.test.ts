// A whole class through the real client: from the first setting to the anthology, with everything that goes wrong in class.
import { describe, expect, it } from 'vitest';
import { buttons, pictures, shownFiles } from '../../fakes/discord/read.ts';
import { announcements, joinClass, makeInClass, openClass, reviewOf } from './classroom.ts';
import { example, labelsOf, plain, said } from './house.ts';

describe('a class of five', () => {
  it('goes from its settings to its anthology, over a restart, and nothing is published without a yes', async () => {
    const room = await openClass();
    const { discord, teacher, desk, saysIn, look, errors } = room;
    const { channelId } = discord;

    // Settings.
    const settings = await said(await teacher.command('/storybook classroom'));
    await teacher.click(settings, '누가 어떻게 만드나요');
    expect(teacher.modal?.fields.map(({ label }) => label)).toContain('반 이름');
    const saved = await said(await teacher.fill({ '반 이름': '3학년 2반' }).submit());
    expect(saved.id).toBe(settings.id);
    expect(plain(saved)).toContain('저장했어요');
    await saysIn(desk, '3학년 2반 알림판');

    // Five children make their books at once.
    const names = ['하늘', '바다', '구름', '별', '달'];
    const children = names.map((name) => discord.person({ name }));
    const books = await Promise.all(
      children.map((child, index) => makeInClass(discord, child, `${index + 1}번`, `${names[index]}의 책`)),
    );
    expect(books.map(({ thread }) => discord.thread(thread)?.name)).toContain('📖 1번 · 하늘의 책');
    for (const number of [1, 2, 3, 4, 5]) {
      const review = await reviewOf(room, `${number}번`);
      expect(shownFiles(review)).toHaveLength(review.attachments.length);
      expect(pictures(review)).toHaveLength(2);
      expect(review.attachments.at(-1)?.filename).toMatch(/^book-.*\.pdf$/);
    }
    expect(books.map((book) => book.book())).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(announcements(room)).toEqual([]);
    const [first, second] = books;
    const [child] = children;
    if (!first || !second || !child) throw new Error('no books');

    // The first goes back with a word, and comes again.
    const sent = await reviewOf(room, '1번');
    await teacher.click(sent, '다시 해 보기로 돌려주기');
    const returned = await said(await teacher.fill({ '아이에게 해 줄 말': '제목을 더 길게 지어 볼까?' }).submit());
    expect(plain(returned)).toContain('책을 돌려주었어요');
    await first.cardSays('제목을 더 길게 지어 볼까?');
    await child.click(first.card(), '제목과 지은이');
    await child.fill({ '책 제목': '하늘과 별의 긴 이야기' }).submit();
    await child.click(await first.cardSays('하늘과 별의 긴 이야기'), '다시 만들기');
    await saysIn(desk, '1번 – “하늘과 별의 긴 이야기”: 책이 다 됐어요');

    // The second is mended by the teacher, from the teachers' room, and made again.
    const shown = await look('2번');
    const pages = await said(await teacher.click(shown, '쪽마다 고치기'));
    const page = await said(await teacher.select(pages, ['1쪽 글']));
    await teacher.click(page, '글 고치기');
    const mended = await said(await teacher.fill({ '이 쪽의 글': '달아, 안녕? 바다야.' }).submit());
    expect(plain(mended)).toContain('달아, 안녕? 바다야.');
    const card = await said(await teacher.click(await look('2번'), '책 카드 보기'));
    await teacher.click(card, '다시 만들기');
    const again = await discord.until(() => {
      const found = discord.messages(desk).findLast((message) => plain(message).startsWith('2번 –'));
      return found && pictures(found).some(({ alt }) => alt?.includes('달아, 안녕? 바다야.')) ? found : undefined;
    }, 'the mended book');
    expect(again.id).toBe((await reviewOf(room, '2번')).id);

    // The house is started anew; old buttons work.
    await room.stop();
    await room.live();
    for (const number of [1, 2, 3, 4, 5]) {
      const answer = await said(await teacher.click(await reviewOf(room, `${number}번`), '좋아요, 내보내기'));
      expect(plain(answer)).toContain('이제 책을 아이에게 보여 줄게요');
    }
    for (const [index, book] of books.entries()) {
      const given = await discord.until(book.book, 'the book');
      expect(given.pinged).toEqual([children[index]?.id]);
    }
    await discord.until(() => announcements(room).length === 5, 'five books in the channel');
    expect(announcements(room).flatMap(({ pinged }) => pinged)).toEqual([]);
    expect(announcements(room).map((message) => labelsOf(message))).toEqual([[], [], [], [], []]);
    await saysIn(desk, '5명 가운데 5명 준비 끝');

    // A press that comes twice, and one that comes late.
    const late = await said(await teacher.click(sent, '좋아요, 내보내기', { asSeen: true }));
    expect(late.onlyFor).toBe(teacher.id);

    // The shelf, for everybody.
    const shelf = await said(await child.command('/storybook shelf'));
    expect(pictures(shelf)).toHaveLength(5);
    const [resend] = buttons(shelf).filter(({ label }) => label === '반에 다시 올리기');
    await child.click(shelf, resend?.customId ?? '');
    await saysIn(channelId, '책장에서 꺼내 왔어요.');

    // The anthology.
    await teacher.command('/storybook anthology', {}, desk);
    expect(teacher.modal?.title).toBe('문집 만들기');
    await teacher.fill({ '어떤 책을 묶을까요?': '1-3' }).submit();
    const bound = await saysIn(desk, '완성! 책 3권을 묶었어요');
    expect(bound.pinged).toEqual([teacher.id]);
    await teacher.click(bound, '반 모두에게 보여 주기');
    const forAll = await saysIn(channelId, '우리 반 문집이 나왔어요');
    expect(forAll.pinged).toEqual([]);
    expect(forAll.attachments.map(({ title }) => title)).toContain('3학년 2반 문집');

    // Delete: what the class was shown of the book goes, too.
    const gone = await said(await teacher.click(await look('5번'), '책 카드 보기'));
    const question = await said(await teacher.click(gone, '모두 지우기'));
    expect(plain(question)).toContain('되돌릴 수 없어요');
    await teacher.click(question, '모두 지우기');
    await discord.until(() => announcements(room).length === 4, 'four books in the channel');
    expect(pictures(await said(await child.command('/storybook shelf')))).toHaveLength(4);
    expect(discord.refusals()).toEqual([]);
    expect(errors).toEqual([]);
  });
});

describe('a child in a class', () => {
  it('is kindly refused what only teachers do', async () => {
    const { discord, errors } = await openClass();
    const child = discord.person({ name: '하늘' });
    for (const command of ['/storybook classroom', '/storybook class', '/storybook anthology']) {
      const answer = await said(await child.command(command));
      expect(plain(answer)).toContain('이건 선생님이 하실 수 있어요');
      expect(answer.onlyFor).toBe(child.id);
    }
    expect(child.threads()).toEqual([]);
    expect(plain(await said(await child.command('/storybook shelf')))).toContain('아직 책장에 책이 없어요');
    expect(discord.refusals()).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('who sees the teachers’ room by a right of theirs is no teacher by that', async () => {
    const room = await openClass();
    const { discord, desk } = room;
    const child = discord.person({ name: '하늘' });
    const book = await makeInClass(discord, child, '1번', '달');
    const helper = discord.person({ name: '도우미', permissions: ['MANAGE_THREADS'] });
    const review = await reviewOf(room, '1번');
    expect(plain(await said(await helper.click(review, '좋아요, 내보내기')))).toContain('선생님만 할 수 있어요');
    expect(plain(await said(await helper.click(review, '이 책으로 가기')))).toContain('선생님만 할 수 있어요');
    const summary = await room.saysIn(desk, '알림판');
    expect(plain(await said(await helper.click(summary, '교실 설정')))).toContain('이건 선생님이');
    expect(book.book()).toBeUndefined();
    expect(announcements(room)).toEqual([]);
  });

  it('rests while the teacher says so, and hands the book on', async () => {
    const room = await openClass();
    const { discord, teacher, look } = room;
    const [child, heir] = [discord.person({ name: '하늘' }), discord.person({ name: '바다' })];
    const book = await joinClass(discord, child, '별이');
    expect(plain(await said(await teacher.click(await look('별이'), '잠깐 멈추기')))).toContain('잠깐 멈추었어요');
    const refused = await said(await child.click(book.card(), '제목과 지은이'));
    expect(plain(refused)).toContain('잠깐 쉬어 가자고');
    await teacher.click(await look('별이'), '다시 열기');
    await teacher.click(await look('별이'), '다른 아이에게 넘기기');
    expect(teacher.modal?.fields[0]).toMatchObject({ kind: 'people', value: [child.id] });
    await teacher.fill({ '누가 이어서 만드나요?': [heir.id] }).submit();
    const welcome = await room.saysIn(book.thread, '이제 이 그림책의 주인이에요');
    expect(welcome.pinged).toEqual([heir.id]);
    heir.post(book.thread, { files: [await example(1)] });
    await book.cardSays('그림 1장');
    expect(discord.refusals()).toEqual([]);
  });

  it('begins only where the class is open to children, and is told before a thread is opened', async () => {
    const { discord, teacher } = await openClass();
    const child = discord.person({ name: '하늘' });
    const settings = await said(await teacher.command('/storybook classroom'));
    await teacher.click(settings, '누가 어떻게 만드나요');
    const changed = { '누가 책을 시작하나요?': '선생님만', '만드는 동안 누가 보나요?': '반 모두' };
    const saved = await said(await teacher.fill(changed).submit());
    const before = discord.threads().length;
    expect(plain(await said(await child.command('/storybook start')))).toContain('선생님이 책을 시작해 주세요');
    expect(discord.threads()).toHaveLength(before);
    const book = await joinClass(discord, teacher, '별이');
    expect(discord.thread(book.thread)?.type).toBe(11);
    await teacher.click(saved, '교실 닫기');
    const closed = await said(await teacher.command('/storybook start'));
    expect(plain(closed)).toContain('교실이 닫혀 있어서');
    expect(discord.threads()).toHaveLength(before + 1);
  });
});

describe('teachers', () => {
  it('by role alone come into the room and into private threads by a button, and others need none', async () => {
    const room = await openClass();
    const { discord, desk, roles, look } = room;
    const child = discord.person({ name: '하늘' });
    const book = await joinClass(discord, child, '1번');
    const other = discord.person({ name: '다른 선생님', roles });
    expect(other.threads()).toEqual([]);
    const roster = await said(await other.command('/storybook class'));
    expect(plain(await said(await other.click(roster, '선생님 방으로 가기')))).toContain(`<#${desk}>`);
    await other.click(await look('1번', other), '이 책으로 가기');
    expect(other.threads().map(({ id }) => id)).toEqual([desk, book.thread]);
    const head = discord.person({ name: '교장', permissions: ['MANAGE_GUILD', 'MANAGE_THREADS'] });
    await head.click(await look('1번', head), '이 책으로 가기');
    expect(discord.thread(book.thread)?.thread?.members).not.toContain(head.id);
    expect(discord.refusals()).toEqual([]);
  });

  it('start a book for a child from their room, in the channel of the class', async () => {
    const { discord, teacher, desk } = await openClass();
    await teacher.command('/storybook start', { who: '별이' }, desk);
    const thread = await discord.until(
      () => discord.threads(discord.channelId).find(({ name }) => name === '📖 별이 · 새 그림책'),
      'a thread',
    );
    expect(thread.type).toBe(12);
  });

  it('are told what the bot lacks before a class is opened, and that it needs a text channel', async () => {
    const room = await openClass();
    const { discord, teacher } = room;
    const elsewhere = discord.channel('다른-반');
    discord.deny(['CREATE_PRIVATE_THREADS', 'SEND_MESSAGES'], { channelId: elsewhere });
    const offer = await said(await teacher.command('/storybook classroom', {}, elsewhere));
    const told = plain(await said(await teacher.click(offer, '교실 열기')));
    expect(told).toContain('메시지 보내기, 비공개 스레드 만들기');
    expect(discord.threads(elsewhere)).toEqual([]);
    const news = discord.channel('공지', { type: 5 });
    const second = await said(await teacher.command('/storybook classroom', {}, news));
    expect(plain(await said(await teacher.click(second, '교실 열기')))).toContain('보통 채널에서만');
    expect(discord.refusals()).toEqual([]);
  });

  it('get back what they typed where something is to be mended', async () => {
    const { teacher } = await openClass();
    const settings = await said(await teacher.command('/storybook classroom'));
    await teacher.click(settings, '아이를 어떻게 지키나요');
    const typed = { '언제까지 두나요?': '학기가 끝나면 모두 지워요', '학기가 끝나는 날': '여름' };
    const problem = await said(await teacher.fill(typed).submit());
    expect(plain(problem)).toContain('날짜를 2027-02-12처럼');
    await teacher.click(problem, '고쳐 적기');
    expect(teacher.modal?.fields.map(({ value }) => value)).toContain('여름');
  });

  it('open another room where theirs was deleted', async () => {
    const { discord, teacher, desk, saysIn } = await openClass();
    discord.removeThread(desk);
    const child = discord.person({ name: '하늘' });
    await joinClass(discord, child, '1번');
    const asked = async (): Promise<string> => plain(await said(await teacher.command('/storybook classroom')));
    await expect.poll(asked).toContain('선생님 방에 알리지 못했어요');
    const settings = await said(await teacher.command('/storybook classroom'));
    await teacher.click(settings, '알림판 새로 올리기');
    const room = await discord.until(
      () => discord.threads(discord.channelId).find(({ name }) => name.startsWith('🍎')),
      'another room',
    );
    await saysIn(room.id, '1번');
  });
});

describe('a book whose thread was deleted', () => {
  it('is kept, is spoken to no more, and can be deleted by its teacher', async () => {
    const room = await openClass();
    const { discord, teacher, look } = room;
    const child = discord.person({ name: '하늘' });
    const book = await joinClass(discord, child, '별이');
    discord.removeThread(book.thread);
    const refused = (): number => discord.refusals().length;
    const before = refused();
    const shown = await look('별이');
    expect(plain(await said(await teacher.click(shown, '이 책으로 가기')))).toContain('스레드는 지워졌어요');
    const card = await said(await teacher.click(shown, '책 카드 보기'));
    await teacher.click(card, '제목과 지은이');
    await teacher.fill({ '책 제목': '달' }).submit();
    const again = await said(await teacher.click(shown, '책 카드 보기'));
    const question = await said(await teacher.click(again, '모두 지우기'));
    expect(plain(await said(await teacher.click(question, '모두 지우기')))).toContain('모두 지웠어요');
    expect(plain(await said(await teacher.command('/storybook class')))).not.toContain('별이');
    // Whether it is there is asked for the way to it, and nothing is said there.
    const tried = discord.refusals().slice(before);
    expect(tried.every(({ method }) => method === 'GET')).toBe(true);
  });
});
