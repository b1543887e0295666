// The real discord.js against the fake: whatever it does not understand here it would not understand there.
import {
  ChannelType,
  Client,
  type ClientOptions,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
} from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { pictures, textOf } from './read.ts';
import { type DiscordOptions, type FakeDiscord, startDiscord } from './start.ts';

const { Guilds, GuildMessages, MessageContent } = GatewayIntentBits;
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function discordOf(options: DiscordOptions = {}): Promise<FakeDiscord> {
  const discord = await startDiscord(options);
  closing.push(discord.close);
  return discord;
}

async function clientOf(discord: FakeDiscord, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = new Client({
    intents: [Guilds, GuildMessages, MessageContent],
    rest: { api: discord.url },
    ...options,
  });
  closing.push(() => client.destroy());
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  return ready;
}

/** Answers every interaction so; what goes wrong ends up in `faults`. */
function answering(client: Client, answer: (interaction: Interaction) => Promise<unknown>): unknown[] {
  const faults: unknown[] = [];
  client.on(Events.InteractionCreate, (interaction) => {
    answer(interaction).catch((error: unknown) => faults.push(error));
  });
  return faults;
}

async function textChannel(client: Client<true>, id: string) {
  const channel = await client.channels.fetch(id);
  if (channel?.type !== ChannelType.GuildText) throw new Error('No text channel.');
  return channel;
}

const picture = { name: '1.png', bytes: new Uint8Array([137, 80, 78, 71]), contentType: 'image/png' };
const commands = [
  {
    name: 'storybook',
    name_localizations: { ko: '그림책' },
    description: 'Make a picture book',
    contexts: [0],
    integration_types: [0],
    options: [
      {
        type: 1,
        name: 'start',
        name_localizations: { ko: '시작' },
        description: 'Start a book',
        options: [{ type: 3, name: 'title', description: 'Its title', max_length: 60 }],
      },
    ],
  },
  { name: '여기서 그림책 만들기', type: 3 },
];

const uploadModal = {
  custom_id: 'pictures',
  title: '그림 올리기',
  components: [
    { type: 18, label: '그림', component: { type: 19, custom_id: 'files', max_values: 10 } },
    {
      type: 18,
      label: '이야기 분류',
      component: {
        type: 21,
        custom_id: 'kind',
        options: [
          { label: '자연탐구', value: 'nature' },
          { label: '의사소통', value: 'talk' },
        ],
      },
    },
  ],
};

describe('a real client', () => {
  it('logs in, knows its servers and registers its commands', async () => {
    const discord = await discordOf();
    const client = await clientOf(discord);
    expect(client.guilds.cache.map(({ id }) => id)).toEqual([discord.guildId]);
    const set = await client.application.commands.set(commands);
    expect(set.map(({ name }) => name)).toEqual(['storybook', '여기서 그림책 만들기']);
    const fetched = await client.application.commands.fetch({ withLocalizations: true });
    expect(fetched.map(({ nameLocalizations }) => nameLocalizations)).toEqual([{ ko: '그림책' }, null]);
    const again = await client.application.commands.set(commands);
    expect(again.map(({ id }) => id)).toEqual(set.map(({ id }) => id));
    expect(discord.refusals()).toEqual([]);
  });

  it('answers a command with a private thread and a card of Components V2 that shows its picture', async () => {
    const discord = await discordOf();
    const client = await clientOf(discord);
    await client.application.commands.set(commands);
    const child = discord.person();
    const faults = answering(client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const channel = await textChannel(client, interaction.channelId);
      const thread = await channel.threads.create({
        name: interaction.options.getString('title', true),
        type: ChannelType.PrivateThread,
      });
      await thread.members.add(interaction.user.id);
      await thread.send({
        flags: MessageFlags.IsComponentsV2,
        files: [{ attachment: Buffer.from(picture.bytes), name: '1.png' }],
        components: [
          { type: 10, content: '# 달빛 소풍' },
          { type: 12, items: [{ media: { url: 'attachment://1.png' }, description: '달' }] },
          { type: 1, components: [{ type: 2, style: 1, label: '그림 올리기', custom_id: 'upload' }] },
        ],
      });
      await interaction.reply({ content: `<#${thread.id}>`, flags: MessageFlags.Ephemeral });
    });
    const reaction = await child.command('/그림책 시작', { title: '달빛 소풍' });
    expect(faults).toEqual([]);
    expect(reaction.kind).toBe('message');
    const [thread] = child.threads();
    expect(thread?.name).toBe('달빛 소풍');
    expect(child.ephemerals().map(textOf)).toEqual([`<#${thread?.id}>`]);
    expect(discord.person().threads()).toEqual([]);
    const card = discord.latestCard(thread?.id ?? '');
    expect(card && textOf(card)).toBe('# 달빛 소풍');
    const [shown] = card ? pictures(card) : [];
    expect(discord.bytes(shown?.attachmentId ?? '')).toEqual(picture.bytes);
    const sent = await (
      await client.channels.fetch(thread?.id ?? '').then((found) => (found?.isTextBased() ? found : undefined))
    )?.messages.fetch(card?.id ?? '');
    const answer = await fetch(sent?.attachments.first()?.url ?? '');
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(picture.bytes);
    expect(discord.refusals()).toEqual([]);
  });

  it('opens a modal and is given its files, in their order, and what was chosen', async () => {
    const discord = await discordOf();
    const client = await clientOf(discord);
    await client.application.commands.set(commands);
    const child = discord.person();
    const seen: unknown[] = [];
    const faults = answering(client, async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const row = { type: 1, components: [{ type: 2, style: 1, label: '올리기', custom_id: 'open' }] };
        await interaction.reply({ content: '그림을 주세요', components: [row] });
      }
      if (interaction.isButton()) await interaction.showModal(uploadModal);
      if (!interaction.isModalSubmit() || !interaction.isFromMessage()) return;
      const files = interaction.fields.getUploadedFiles('files', true);
      seen.push(
        files.map(({ name, size, contentType }) => [name, size, contentType]),
        interaction.fields.getRadioGroup('kind'),
      );
      const bytes = await fetch(files.first()?.url ?? '').then((response) => response.arrayBuffer());
      seen.push(new Uint8Array(bytes));
      await interaction.update({ content: '고마워요', components: [] });
    });
    const card = await (await child.command('/storybook start')).settled();
    await child.click(card, '올리기');
    const second = { ...picture, name: '2.png', bytes: new Uint8Array([1, 2]) };
    await expect(child.fill({ 그림: [picture] }).submit()).rejects.toThrow('이야기 분류: is required');
    const reaction = await child.fill({ 그림: [second, picture], '이야기 분류': '자연탐구' }).submit();
    expect(faults).toEqual([]);
    expect(reaction.kind).toBe('update');
    expect(seen).toEqual([
      [
        ['2.png', 2, 'image/png'],
        ['1.png', 4, 'image/png'],
      ],
      'nature',
      second.bytes,
    ]);
    expect(textOf(discord.message(card.id) ?? card)).toBe('고마워요');
    expect(child.modal).toBeUndefined();
    expect(discord.refusals()).toEqual([]);
  });

  it('is given what was posted while its connection was broken, without a new session', async () => {
    const discord = await discordOf();
    const client = await clientOf(discord);
    const child = discord.person();
    const heard: string[] = [];
    client.on(Events.MessageCreate, ({ content, attachments }) => heard.push(`${content} ${attachments.size}`));
    const outage = discord.gateway.outage();
    child.post(discord.channelId, { content: '하나', files: [picture] });
    outage.end();
    await discord.until(() => discord.gateway.connected() === 1, 'the connection');
    child.post(discord.channelId, { content: '둘' });
    await expect.poll(() => heard).toEqual(['하나 1', '둘 0']);
    expect(discord.gateway.counts()).toEqual({ identified: 1, resumed: 1, refused: [] });
  });

  it('begins a new session when the old one has ended, and reads over REST what it missed', async () => {
    const discord = await discordOf();
    const client = await clientOf(discord);
    const child = discord.person();
    const heard: string[] = [];
    client.on(Events.MessageCreate, ({ content }) => heard.push(content));
    const before = child.post(discord.channelId, { content: '먼저' });
    discord.gateway.invalidate();
    child.post(discord.channelId, { content: '놓친 것' });
    await discord.until(() => discord.gateway.counts().identified === 2, 'the new session');
    child.post(discord.channelId, { content: '다시' });
    await expect.poll(() => heard).toContain('다시');
    expect(heard).not.toContain('놓친 것');
    const channel = await textChannel(client, discord.channelId);
    const missed = await channel.messages.fetch({ after: before.id, limit: 100 });
    expect(missed.map(({ content }) => content)).toEqual(['다시', '놓친 것']);
  });

  it('is told 4014 when it asks for content that the portal does not allow', async () => {
    const discord = await discordOf({ messageContent: false });
    await expect(clientOf(discord)).rejects.toThrow(/disallowed intents/i);
    expect(discord.gateway.counts().refused).toEqual([4014]);
  });

  it('is refused with a wrong token', async () => {
    const discord = await discordOf();
    const client = new Client({ intents: [Guilds], rest: { api: discord.url } });
    closing.push(() => client.destroy());
    await expect(client.login('another-token')).rejects.toThrow(/token/i);
  });

  it('hears without the intent that somebody wrote, but what only where it is spoken to', async () => {
    const discord = await discordOf({ messageContent: false });
    const client = await clientOf(discord, { intents: [Guilds, GuildMessages] });
    const child = discord.person();
    const heard: string[] = [];
    client.on(Events.MessageCreate, ({ content, attachments }) => heard.push(`${content}/${attachments.size}`));
    child.post(discord.channelId, { content: '비밀', files: [picture] });
    const mention = child.post(discord.channelId, { content: `<@${discord.appId}> 이것`, files: [picture] });
    await expect.poll(() => heard).toEqual(['/0', `<@${discord.appId}> 이것/1`]);
    const channel = await textChannel(client, discord.channelId);
    const all = await channel.messages.fetch({ limit: 10 });
    expect(all.map(({ content }) => content)).toEqual([mention.content, '']);
  });

  it('waits as long as it is told when it is too fast', async () => {
    const discord = await discordOf();
    const client = await clientOf(discord);
    const channel = await textChannel(client, discord.channelId);
    discord.trouble({ path: /\/messages$/, method: 'POST', does: { kind: 'rate-limit', retryAfter: 0.05 } });
    await channel.send('안녕');
    expect(discord.messages(discord.channelId).map(({ content }) => content)).toEqual(['안녕']);
    expect(discord.refusals().map(({ status }) => status)).toEqual([429]);
  });

  it('makes one message of two attempts with the same nonce', async () => {
    const discord = await discordOf();
    const client = await clientOf(discord);
    const channel = await textChannel(client, discord.channelId);
    discord.trouble({ path: /\/messages$/, method: 'POST', does: { kind: 'cut', when: 'after' } });
    const book = { content: '책', nonce: 'book-1', enforceNonce: true };
    await expect(channel.send(book)).rejects.toThrow('other side closed');
    const sent = await channel.send(book);
    expect(discord.messages(discord.channelId).map(({ id }) => id)).toEqual([sent.id]);
  });

  it('is told by code which right it lacks', async () => {
    const discord = await discordOf();
    const client = await clientOf(discord);
    const channel = await textChannel(client, discord.channelId);
    const codeOf = (work: Promise<unknown>): Promise<unknown> =>
      work.then(
        () => 'allowed',
        (error: unknown) => (error instanceof DiscordAPIError ? error.code : error),
      );
    const thread = await channel.threads.create({ name: '열린 책' });
    discord.deny(['CREATE_PRIVATE_THREADS', 'SEND_MESSAGES_IN_THREADS', 'ATTACH_FILES']);
    expect(await codeOf(channel.threads.create({ name: '책', type: ChannelType.PrivateThread }))).toBe(50013);
    expect(await codeOf(thread.send('안녕'))).toBe(50013);
    expect(await codeOf(channel.send({ files: [{ attachment: Buffer.from('x'), name: 'x.txt' }] }))).toBe(50013);
    discord.deny(['VIEW_CHANNEL']);
    expect(await codeOf(channel.send('안녕'))).toBe(50001);
  });
});
