// What the real discord.js is handed with interactions and events, and how it gets over trouble.
import {
  ApplicationCommandOptionType,
  ChannelType,
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from './person.ts';
import { textOf } from './read.ts';
import { type FakeDiscord, startDiscord } from './start.ts';

let discord: FakeDiscord;
let client: Client<true>;
let child: Person;
let faults: unknown[];
let answer: (interaction: Interaction) => Promise<unknown>;

beforeEach(async () => {
  discord = await startDiscord({ messageContent: false });
  const { Guilds, GuildMessages } = GatewayIntentBits;
  client = new Client({ intents: [Guilds, GuildMessages], rest: { api: discord.url } });
  faults = [];
  client.on(Events.InteractionCreate, (interaction) => {
    answer(interaction).catch((error: unknown) => faults.push(error));
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await ready;
  child = discord.person({ locale: 'en-US', permissions: ['MANAGE_THREADS'] });
  const { Attachment } = ApplicationCommandOptionType;
  await client.application.commands.set([
    {
      name: 'add',
      description: 'Add a picture',
      options: [{ type: Attachment, name: 'picture', description: 'It', required: true }],
    },
    { name: '여기서 그림책 만들기', type: 3 },
  ]);
});
afterEach(async () => {
  await client.destroy();
  await discord.close();
  expect(faults).toEqual([]);
});

const picture = { name: '1.png', bytes: new Uint8Array(4000).fill(7), contentType: 'image/png' };
const row = (component: object) => ({ type: 1, components: [component] });

describe('an interaction', () => {
  it('says who, where, in which language, and what may be done', async () => {
    const seen: unknown[] = [];
    answer = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { locale, guildLocale, memberPermissions, appPermissions, attachmentSizeLimit, user } = interaction;
      seen.push(locale, guildLocale, user.id, attachmentSizeLimit);
      seen.push(
        memberPermissions?.has('ManageThreads'),
        appPermissions.has('ManageThreads'),
        appPermissions.has('AttachFiles'),
      );
      seen.push(interaction.authorizingIntegrationOwners[0]);
      const file = interaction.options.getAttachment('picture', true);
      const bytes = await fetch(file.url).then((response) => response.arrayBuffer());
      seen.push(bytes.byteLength);
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply('받았어요');
      await interaction.followUp({ content: '하나 더', flags: MessageFlags.Ephemeral });
    };
    const reaction = await child.command('/add', { picture });
    expect(reaction.kind).toBe('thinking');
    expect(textOf(await reaction.settled())).toBe('받았어요');
    await discord.until(() => reaction.followUps().length === 1, 'the follow-up');
    expect(seen).toEqual(['en-US', 'ko', child.id, 10 * 1024 * 1024, true, false, true, discord.guildId, 4000]);
    expect(child.ephemerals().map(textOf)).toEqual(['받았어요', '하나 더']);
  });

  it('of the message menu shows its target without the intent', async () => {
    const seen: unknown[] = [];
    answer = async (interaction) => {
      if (!interaction.isMessageContextMenuCommand()) return;
      seen.push(interaction.targetMessage.content, interaction.targetMessage.attachments.first()?.name);
      await interaction.reply({ content: '네', flags: MessageFlags.Ephemeral });
    };
    const message = child.post(discord.channelId, { content: '내 그림', files: [picture] });
    await child.messageCommand('여기서 그림책 만들기', message);
    expect(seen).toEqual(['내 그림', '1.png']);
  });

  it('of a select has the values of what was chosen', async () => {
    const seen: unknown[] = [];
    answer = async (interaction) => {
      if (!interaction.isStringSelectMenu()) return;
      seen.push(interaction.values, interaction.message.id);
      await interaction.update({ content: '골랐어요', components: [] });
    };
    const options = ['하나', '둘', '셋'].map((label, index) => ({ label, value: `${index}` }));
    const channel = await client.channels.fetch(discord.channelId);
    if (!channel?.isSendable()) throw new Error('No channel.');
    await channel.send({ content: '골라요', components: [row({ type: 3, custom_id: 's', options, max_values: 2 })] });
    const card = await discord.until(() => discord.latestCard(discord.channelId), 'the card');
    await expect(child.select(card, ['넷'])).rejects.toThrow('no option "넷", but 하나, 둘, 셋');
    await child.select(card, ['셋', '하나']);
    expect(seen).toEqual([['2', '0'], card.id]);
    expect(discord.message(card.id)?.content).toBe('골랐어요');
  });
});

describe('the gateway', () => {
  it('tells of deleted messages and of what becomes of threads', async () => {
    const heard: unknown[] = [];
    client.on(Events.MessageDelete, ({ id }) => heard.push(['deleted', id]));
    client.on(Events.ThreadCreate, ({ name }, isNew) => heard.push(['thread', name, isNew]));
    client.on(Events.ThreadUpdate, (before, after) => heard.push(['archived', before.archived, after.archived]));
    const channel = await client.channels.fetch(discord.channelId);
    if (channel?.type !== ChannelType.GuildText) throw new Error('No channel.');
    const thread = await channel.threads.create({ name: '책' });
    const message = child.post(thread.id, { files: [picture] });
    child.delete(message);
    discord.archive(thread.id);
    await expect
      .poll(() => heard)
      .toEqual([
        ['thread', '책', true],
        ['deleted', message.id],
        ['archived', false, true],
      ]);
  });

  it('tells of a server that invites the bot, and a press there is of that server', async () => {
    const { id: guildId } = discord.guild({ name: '달빛 초등학교', channels: ['이야기방'] });
    const elsewhere = discord.person({ guildId, locale: 'ko' });
    await expect.poll(() => client.guilds.cache.has(guildId)).toBe(true);
    const seen: unknown[] = [];
    answer = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      seen.push(interaction.guild?.name);
      await interaction.reply({ content: '네', flags: MessageFlags.Ephemeral });
    };
    await elsewhere.command('/add', { picture });
    expect(seen).toEqual(['달빛 초등학교']);
  });

  it('shows the next program everything as the one before left it', async () => {
    const channel = await client.channels.fetch(discord.channelId);
    if (channel?.type !== ChannelType.GuildText) throw new Error('No channel.');
    const thread = await channel.threads.create({ name: '이어지는 책' });
    await thread.send({ content: '카드', components: [row({ type: 2, style: 1, label: '계속', custom_id: 'go' })] });
    await client.destroy();
    client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: discord.url } });
    client.on(Events.InteractionCreate, async (interaction) => {
      if (interaction.isButton()) await interaction.update({ content: '이어 가요', components: [] });
    });
    const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(discord.token);
    await ready;
    expect(client.channels.cache.get(thread.id)?.isThread()).toBe(true);
    const card = await discord.until(() => discord.latestCard(thread.id), 'the card');
    await child.click(card, '계속');
    expect(discord.message(card.id)?.content).toBe('이어 가요');
  });

  it('is held back and then says everything in its order', async () => {
    const heard: string[] = [];
    client.on(Events.MessageCreate, ({ id }) => heard.push(id));
    const release = discord.gateway.hold();
    const posted = ['1', '2'].map((content) => child.post(discord.channelId, { content }).id);
    await client.channels.fetch(discord.channelId, { force: true });
    expect(heard).toEqual([]);
    release();
    await expect.poll(() => heard).toEqual(posted);
  });
});

describe('trouble', () => {
  it('of the server is got over by trying again', async () => {
    discord.trouble({ path: /\/messages$/, times: 2, does: { kind: 'status', status: 502 } });
    const channel = await client.channels.fetch(discord.channelId);
    if (!channel?.isSendable()) throw new Error('No channel.');
    await channel.send('안녕');
    expect(discord.requests.filter(({ method }) => method === 'POST').map(({ status }) => status)).toEqual([
      502, 502, 200,
    ]);
  });

  it('breaks a download in the middle, and waits as long as a test likes', async () => {
    const path = /^\/attachments\//;
    const message = child.post(discord.channelId, { content: `<@${discord.appId}>`, files: [picture] });
    const channel = await client.channels.fetch(discord.channelId);
    if (!channel?.isTextBased()) throw new Error('No channel.');
    const url = (await channel.messages.fetch(message.id)).attachments.first()?.url ?? '';
    discord.trouble({ path, does: { kind: 'cut', when: 'after' } });
    const broken = await fetch(url);
    await expect(broken.arrayBuffer()).rejects.toThrow();
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    discord.trouble({ path, does: { kind: 'wait', until: gate } });
    const slow = fetch(url);
    await client.channels.fetch(discord.channelId, { force: true });
    open();
    expect((await (await slow).arrayBuffer()).byteLength).toBe(4000);
  });

  it('is explained by the last requests when something never comes', async () => {
    const waited = discord.until(() => discord.commands()[9], 'a tenth command', 20);
    await expect(waited).rejects.toThrow(
      /Waited 20 ms for a tenth command\.[\s\S]*PUT \/applications\/\d+\/commands → 200/,
    );
  });
});
