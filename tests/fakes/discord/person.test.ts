// The person at the client does nothing that a real one could not, and says why.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manualClock } from './clock.ts';
import type { Message } from './model.ts';
import type { Person } from './person.ts';
import { raw } from './raw.ts';
import { type FakeDiscord, startDiscord } from './start.ts';

const clock = manualClock();
let discord: FakeDiscord;
let child: Person;
beforeEach(async () => {
  discord = await startDiscord({ clock });
  child = discord.person();
  const commands = [
    {
      name: 'storybook',
      description: 'Make a book',
      options: [
        {
          type: 1,
          name: 'start',
          description: 'Start',
          options: [{ type: 3, name: 'title', description: 'Title', max_length: 5 }],
        },
      ],
    },
    { name: 'panel', description: 'For teachers', default_member_permissions: String(1n << 34n) },
  ];
  await raw(discord, 'PUT', `/applications/${discord.appId}/commands`, commands);
});
afterEach(() => discord.close());

const button = (label: string, more: object = {}) => ({ type: 2, style: 1, label, custom_id: label, ...more });

async function card(...components: object[]): Promise<Message> {
  const json = { content: '카드', components: [{ type: 1, components }] };
  await raw(discord, 'POST', `/channels/${discord.channelId}/messages`, json);
  const message = discord.latestCard(discord.channelId);
  if (!message) throw new Error('No card.');
  return message;
}

/** Answers the next interaction so. */
async function answerNext(json: object): Promise<void> {
  const open = await discord.until(
    () => [...discord.world.interactions.values()].find(({ answer }) => !answer),
    'a press',
  );
  await raw(discord, 'POST', `/interactions/${open.id}/${open.token}/callback`, json);
}

const input = (more: object) => ({
  type: 18,
  label: '이름',
  component: { type: 4, custom_id: 'i', style: 1, ...more },
});

async function openModal(...components: object[]): Promise<void> {
  const pressed = child.click(await card(button('열기')), '열기');
  await answerNext({ type: 9, data: { custom_id: 'm', title: '제목', components } });
  await pressed;
}

describe('a person', () => {
  it('presses only what is there, and is told what is', async () => {
    const message = await card(button('올리기'), button('만들기', { disabled: true }));
    await expect(child.click(message, '지우기')).rejects.toThrow(
      /no button "지우기"[\s\S]*\[올리기\] \[만들기 \(disabled\)\]/,
    );
    await expect(child.click(message, '만들기')).rejects.toThrow('"만들기" is disabled');
    expect(discord.world.interactions.size).toBe(0);
  });

  it('presses what is there now, unless asked to press what was seen', async () => {
    const message = await card(button('올리기'));
    const components = [{ type: 1, components: [button('만들기')] }];
    await raw(discord, 'PATCH', `/channels/${discord.channelId}/messages/${message.id}`, { components });
    await expect(child.click(message, '올리기')).rejects.toThrow('no button');
    const stale = child.click(message, '올리기', { asSeen: true });
    await answerNext({ type: 6 });
    expect(await stale).toMatchObject({ kind: 'later' });
  });

  it('hears after three seconds that nobody answers', async () => {
    const pressed = child.click(await card(button('올리기')), '올리기');
    const failed = expect(pressed).rejects.toThrow('the application did not respond');
    clock.advance(3000);
    await failed;
  });

  it('types only commands that there are, with options that they take', async () => {
    await expect(child.command('/story')).rejects.toThrow('no command "story", but storybook');
    await expect(child.command('/storybook stop')).rejects.toThrow('no "stop", but start');
    await expect(child.command('/storybook start', { name: 'a' })).rejects.toThrow('no "name", but title');
    await expect(child.command('/storybook start', { title: '여섯 글자예요' })).rejects.toThrow('0 to 5 characters');
    await expect(child.command('/panel')).rejects.toThrow('no command "panel"');
    const teacher = discord.person({ permissions: ['MANAGE_THREADS'] });
    const typed = teacher.command('/panel');
    await answerNext({ type: 4, data: { content: '네', flags: 64 } });
    expect((await typed).message()?.content).toBe('네');
    expect(teacher.ephemerals().map(({ content }) => content)).toEqual(['네']);
    expect(child.ephemerals()).toEqual([]);
  });

  it('sends no more than the client lets through', () => {
    const file = { name: 'a.png', bytes: new Uint8Array(1) };
    const send = (post: Parameters<Person['post']>[1]) => () => child.post(discord.channelId, post);
    expect(send({ files: Array.from({ length: 11 }, () => file) })).toThrow('At most 10 files');
    expect(send({ files: [{ name: 'b.png', bytes: new Uint8Array(10 * 1024 * 1024 + 1) }] })).toThrow(
      '"b.png" is too large',
    );
    expect(send({})).toThrow('empty message');
    discord.deny(['ATTACH_FILES'], { who: child.id });
    expect(send({ files: [file] })).toThrow('may not attach files');
    expect(send({ content: '안녕' })).not.toThrow();
  });

  it.each<[string, object, string, string]>([
    ['nothing where something is required', {}, '', 'is required'],
    ['too little', { min_length: 3 }, '가', 'needs at least 3'],
    ['too much', { max_length: 3 }, '가나다라', 'takes at most 3 characters, not 4'],
    ['two lines', {}, '가\n나', 'has one line only'],
  ])('does not submit %s', async (_, more, value, why) => {
    await openModal(input(more));
    await expect(child.fill({ 이름: value }).submit()).rejects.toThrow(`이름: ${why}`);
    expect(child.modal?.title).toBe('제목');
  });

  it('chooses only what is offered, and uploads only the kind and number that fit', async () => {
    const options = [
      { label: '하나', value: '1' },
      { label: '둘', value: '2' },
    ];
    await openModal(
      { type: 18, label: '고르기', component: { type: 21, custom_id: 'r', options } },
      { type: 18, label: '그림', component: { type: 19, custom_id: 'f', max_values: 1, file_types: ['image'] } },
    );
    const png = { name: '1.PNG', bytes: new Uint8Array(1) };
    const submit = (choice: string, files: readonly (typeof png)[]) =>
      child.fill({ 고르기: choice, 그림: files }).submit();
    await expect(submit('셋', [png])).rejects.toThrow('고르기: has no "셋", but 하나, 둘');
    await expect(submit('하나', [png, png])).rejects.toThrow('그림: takes at most 1, not 2');
    await expect(submit('하나', [{ ...png, name: 'a.pdf' }])).rejects.toThrow('"a.pdf" is none of image');
    await expect(child.fill({ 그릠: '' }).submit()).rejects.toThrow(/no "그릠" in "제목"/);
    const submitted = submit('하나', [png]);
    await answerNext({ type: 6 });
    await submitted;
    expect(child.modal).toBeUndefined();
  });

  it('keeps the modal open when nobody answers it, and sends what was filled in before', async () => {
    await openModal(input({ value: '별이' }));
    const submitted = child.fill({}).submit();
    const failed = expect(submitted).rejects.toThrow('did not respond');
    clock.advance(3000);
    await failed;
    expect(child.modal?.fields.map(({ label, value }) => [label, value])).toEqual([['이름', '별이']]);
  });
});
