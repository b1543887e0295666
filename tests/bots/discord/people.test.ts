// Several people and several books: each book is its owner's and the teachers', and none disturbs another.
import { describe, expect, it } from 'vitest';
import { broken, createHouse, describeAll, example, examples, labelsOf, plain, said, startBook } from './house.ts';

describe('people on Discord', () => {
  it('make two books in one channel at once, and none gets into the other', async () => {
    const { discord, live, errors } = await createHouse();
    await live();
    const [mina, juno] = [discord.person({ name: '미나' }), discord.person({ name: '주노' })];
    const books = await Promise.all([startBook(discord, mina, '미나의 책'), startBook(discord, juno, '주노의 책')]);
    const [first, second] = books;
    mina.post(first.thread, { files: await examples(2) });
    juno.post(second.thread, { files: [await example(3)] });
    await Promise.all([describeAll(mina, first, 2), describeAll(juno, second, 1)]);
    await Promise.all([
      mina.click(await first.cardSays('이제 책을 만들 수 있어요'), '책 만들기'),
      juno.click(await second.cardSays('이제 책을 만들 수 있어요'), '책 만들기'),
    ]);
    const [one, two] = await Promise.all(books.map(({ book }) => discord.until(book, 'the book')));
    expect(plain(one as never)).toContain('“미나의 책” 완성! 그림은 모두 2장');
    expect(plain(two as never)).toContain('“주노의 책” 완성! 그림은 모두 1장');
    expect(one?.pinged).toEqual([mina.id]);
    expect(two?.pinged).toEqual([juno.id]);
    expect(discord.refusals()).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('may look at the book of another, and are kindly refused when they press or post there', async () => {
    const { discord, live } = await createHouse({ variables: () => ({ DISCORD_THREADS: 'public' }) });
    await live();
    const [mina, juno] = [discord.person({ name: '미나' }), discord.person({ name: '주노' })];
    const book = await startBook(discord, mina, '달');
    const pressed = await said(await juno.click(book.card(), '그림 올리기'));
    expect(plain(pressed)).toContain('다른 친구가 만들고 있어요');
    expect(pressed.onlyFor).toBe(juno.id);
    juno.post(book.thread, { files: await examples(1) });
    const reply = await discord.until(
      () => discord.messages(book.thread).find((message) => plain(message).includes('다른 친구가 만들고 있어요')),
      'a reply',
    );
    expect(reply.pinged).toEqual([]);
    juno.post(book.thread, { files: await examples(1) });
    mina.post(book.thread, { files: [await example(2)] });
    await book.cardSays('그림 1장');
    expect(discord.messages(book.thread).filter((message) => plain(message).includes('다른 친구가'))).toHaveLength(1);
    await mina.select(book.card(), ['1번 그림']);
    const panel = await said(await juno.select(book.card(), ['1번 그림']));
    expect(panel.onlyFor).toBe(juno.id);
    expect(plain(await said(await juno.click(panel, '빼기')))).toContain('다른 친구가');
    await book.cardSays('그림 1장');
    expect(discord.refusals()).toEqual([]);
  });

  it.each([
    ['by their role', 'teacher'],
    ['because they manage the server', 'manager'],
  ])('who teach may help, %s', async (_, who) => {
    const roles: string[] = [];
    const { discord, live } = await createHouse({
      variables: (given) => {
        roles.push(given.role('teachers'));
        return { DISCORD_THREADS: 'public', DISCORD_TEACHER_ROLES: roles.join(',') };
      },
    });
    await live();
    const owner = discord.person();
    const helper = discord.person(who === 'teacher' ? { roles } : { permissions: ['MANAGE_GUILD'] });
    const book = await startBook(discord, owner, '달');
    helper.post(book.thread, { files: await examples(2) });
    const panel = await said(await helper.select(await book.cardSays('그림 2장'), ['2번 그림']));
    expect(plain(await said(await helper.click(panel, '빼기')))).toContain('뺐어요');
    await book.cardSays('그림 1장');
    expect(discord.refusals()).toEqual([]);
  });

  it('press an old button and are shown how things are now', async () => {
    const { discord, live } = await createHouse();
    await live();
    const child = discord.person();
    const book = await startBook(discord, child);
    child.post(book.thread, { files: await examples(1) });
    const panel = await said(await child.select(await book.cardSays('그림 1장'), ['1번 그림']));
    await child.click(panel, '빼기');
    await book.cardSays('10장까지');
    const stale = await said(await child.click(panel, '이야기하기', { asSeen: true }));
    expect(plain(stale)).toContain('지금 책에 없어요');
    expect(labelsOf(stale)).toContain('뺀 그림 되돌리기');
    await child.click(stale, '뺀 그림 되돌리기');
    await book.cardSays('그림 1장');
    expect(discord.refusals()).toEqual([]);
  });
});

describe('pictures that cannot be taken', () => {
  it('beyond the tenth are refused with the reason, and the ten stay', async () => {
    const { discord, live } = await createHouse();
    await live();
    const child = discord.person();
    const book = await startBook(discord, child);
    child.post(book.thread, { files: await examples(9) });
    child.post(book.thread, { files: await examples(2) });
    await discord.until(
      () => discord.messages(book.thread).find((message) => plain(message).includes('2.png – 그림은 10장까지')),
      'a refusal',
    );
    await book.cardSays('그림 10장');
    expect(labelsOf(book.card())).not.toContain('그림 올리기');
    expect(discord.refusals()).toEqual([]);
  });

  it('because they are broken, or none at all, leave the others in their order', async () => {
    const { discord, live } = await createHouse();
    await live();
    const child = discord.person();
    const book = await startBook(discord, child);
    const video = { name: '영상.mp4', bytes: new Uint8Array(20), contentType: 'video/mp4' };
    child.post(book.thread, { files: [await example(1), broken(), video, await example(2)] });
    const told = (text: string) =>
      discord.until(() => discord.messages(book.thread).find((message) => plain(message).includes(text)), text);
    await told('영상 – 그림이 아니라 동영상이에요');
    await told('broken.png – ');
    await book.cardSays('그림 2장');
    await describeAll(child, book, 2);
    expect(discord.refusals()).toEqual([]);
  });

  it('because the book was deleted meanwhile are not said to be taken', async () => {
    const { discord, live } = await createHouse();
    await live();
    const child = discord.person();
    const teacher = discord.person({ permissions: ['MANAGE_GUILD', 'MANAGE_THREADS'] });
    const book = await startBook(discord, child);
    await child.click(book.card(), '그림 올리기');
    const asked = await said(await teacher.command('/storybook delete', {}, book.thread));
    await teacher.click(asked, '모두 지우기');
    expect(plain(await said(await child.fill({ '그림 파일': await examples(2) }).submit()))).toContain(
      '아직 책이 없어요',
    );
    const message = child.post(book.thread, { files: await examples(2) });
    const taken = await said(await child.messageCommand('여기서 그림책 만들기', message));
    expect(plain(taken)).toContain('아직 책이 없어요');
    await child.command('/storybook start', {}, book.thread);
    await book.cardSays('10장까지');
    expect(plain(await said(await child.messageCommand('여기서 그림책 만들기', message)))).toContain('2장');
    await book.cardSays('그림 2장');
    expect(discord.refusals()).toEqual([]);
  });

  it('any more, because their message was deleted, leave the book', async () => {
    const { discord, live } = await createHouse();
    await live();
    const child = discord.person();
    const book = await startBook(discord, child);
    const message = child.post(book.thread, { files: await examples(2) });
    child.post(book.thread, { files: [await example(3)] });
    await book.cardSays('그림 3장');
    child.delete(message);
    await book.cardSays('그림 1장');
    expect(discord.refusals()).toEqual([]);
  });

  it('any more, because one file was taken out of a message, leave the book, also while nobody listened', async () => {
    const { discord, live } = await createHouse();
    const first = await live();
    const child = discord.person();
    const book = await startBook(discord, child);
    const message = child.post(book.thread, { files: await examples(3) });
    await discord.until(() => book.card().attachments.length === 3, 'three pictures on the card');
    child.takeOut(message, '2.png');
    await book.cardSays('그림 2장');
    await first.stop();
    child.takeOut(message, '1.png');
    await live();
    await book.cardSays('그림 1장');
    await child.click(book.card(), '뺀 그림 되돌리기');
    await book.cardSays('그림 2장');
    expect(discord.refusals()).toEqual([]);
  });

  it('by the bot where it sees no messages: that is said once, with the way around it', async () => {
    const { discord, live } = await createHouse({ messageContent: false });
    await live();
    const child = discord.person();
    const book = await startBook(discord, child);
    expect(plain(book.card())).toContain('봇에게 보이지 않아요');
    for (const number of [1, 2]) child.post(book.thread, { files: [await example(number)] });
    const hints = () =>
      discord
        .messages(book.thread)
        .filter((message) => message.id !== book.card().id && plain(message).includes('보이지 않아요'));
    await discord.until(() => hints().length === 1, 'a hint');
    const bot = discord.message(book.card().id);
    if (!bot) throw new Error('no card');
    child.post(book.thread, { files: [await example(1)], replyTo: bot });
    await book.cardSays('그림 1장');
    expect(hints()).toHaveLength(1);
    expect(discord.refusals()).toEqual([]);
  });
});

describe('rights', () => {
  it.each([
    ['CREATE_PRIVATE_THREADS', '비공개 스레드 만들기'],
    ['SEND_MESSAGES_IN_THREADS', '스레드에서 메시지 보내기'],
    ['ATTACH_FILES', '파일 첨부'],
    ['READ_MESSAGE_HISTORY', '메시지 기록 보기'],
  ] as const)('of the bot: without %s nothing is opened, and it is named', async (permission, name) => {
    const { discord, live } = await createHouse();
    await live();
    discord.deny([permission]);
    const child = discord.person();
    const answer = plain(await said(await child.command('/storybook start')));
    expect(answer).toContain('봇에게 이 권한이 없어요');
    expect(answer).toContain(name);
    expect(discord.threads()).toEqual([]);
    expect(discord.refusals()).toEqual([]);
  });

  it('of the person are named as well, in the own language', async () => {
    const { discord, live } = await createHouse();
    await live();
    const child = discord.person({ locale: 'en-US' });
    discord.deny(['ATTACH_FILES'], { who: child.id });
    expect(plain(await said(await child.command('/storybook start')))).toContain(
      'To make a book you need: Attach Files',
    );
    expect(discord.threads()).toEqual([]);
  });

  it('do not help in channels that have no threads', async () => {
    const { discord, live } = await createHouse();
    await live();
    const child = discord.person();
    const voice = discord.channel('voice', { type: 2 });
    expect(plain(await said(await child.command('/storybook start', {}, voice)))).toContain('보통 채널에서');
    const news = discord.channel('news', { type: 5 });
    expect(plain(await said(await child.command('/storybook start', {}, news)))).toContain('공지 채널');
    expect(discord.threads()).toEqual([]);
  });
});
