// How what the fake keeps looks on the wire.
import { addressOf } from './files.ts';
import type {
  Attachment,
  Channel,
  Component,
  Embed,
  Guild,
  Media,
  Member,
  Message,
  Overwrite,
  Role,
  User,
} from './model.ts';
import { memberOf, type World } from './world.ts';

export const viewUser = (user: User): object => ({ ...user, public_flags: 0 });

export const viewMember = (member: Member): object => ({
  roles: member.roles,
  joined_at: member.joined_at,
  nick: null,
  avatar: null,
  premium_since: null,
  communication_disabled_until: null,
  deaf: false,
  mute: false,
  pending: false,
  flags: 0,
});

export const viewFullMember = (member: Member): object => ({ ...viewMember(member), user: viewUser(member.user) });

export const viewRole = (role: Role, position: number): object => ({
  id: role.id,
  name: role.name,
  permissions: String(role.permissions),
  position,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  managed: false,
  mentionable: true,
  flags: 0,
});

const viewOverwrite = ({ id, type, allow, deny }: Overwrite): object => ({
  id,
  type,
  allow: String(allow),
  deny: String(deny),
});

export function viewChannel(channel: Channel): object {
  const { thread } = channel;
  const common = {
    id: channel.id,
    guild_id: channel.guildId,
    type: channel.type,
    name: channel.name,
    parent_id: channel.parentId ?? null,
    last_message_id: channel.lastMessageId ?? null,
    rate_limit_per_user: channel.slowmode,
    flags: 0,
  };
  if (!thread) {
    const permission_overwrites = channel.overwrites.map(viewOverwrite);
    return { ...common, permission_overwrites, position: 0, topic: null, nsfw: false };
  }
  return {
    ...common,
    owner_id: thread.ownerId,
    member_count: thread.members.length,
    message_count: 0,
    total_message_sent: 0,
    thread_metadata: {
      archived: thread.archived,
      locked: thread.locked,
      invitable: thread.invitable,
      auto_archive_duration: thread.autoArchiveMinutes,
      archive_timestamp: thread.archivedAt,
      create_timestamp: thread.createdAt,
    },
  };
}

export const viewThreadMember = (thread: Channel, userId: string): object => ({
  id: thread.id,
  user_id: userId,
  join_timestamp: thread.thread?.createdAt,
  flags: 0,
});

export const viewGuild = (guild: Guild): object => ({
  id: guild.id,
  name: guild.name,
  icon: null,
  splash: null,
  discovery_splash: null,
  owner_id: '100000000000000001',
  afk_channel_id: null,
  afk_timeout: 300,
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  roles: guild.roles.map(viewRole),
  emojis: [],
  stickers: [],
  features: [],
  mfa_level: 0,
  application_id: null,
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  public_updates_channel_id: null,
  safety_alerts_channel_id: null,
  vanity_url_code: null,
  description: null,
  banner: null,
  premium_tier: 0,
  premium_subscription_count: 0,
  preferred_locale: guild.preferred_locale,
  nsfw_level: 0,
  premium_progress_bar_enabled: false,
});

export function viewAttachment(world: World, attachment: Attachment): object {
  const url = addressOf(world, attachment.id);
  return { ...attachment, url, proxy_url: url };
}

/** Media of the message's own attachments get an address that works now. */
const viewMedia = <T extends Media>(world: World, media: T): T =>
  media.attachment_id === undefined
    ? media
    : { ...media, url: addressOf(world, media.attachment_id), proxy_url: addressOf(world, media.attachment_id) };

function viewComponent(world: World, component: Component): Component {
  const { components, accessory, items, media, file } = component;
  return {
    ...component,
    ...(components ? { components: components.map((child) => viewComponent(world, child)) } : {}),
    ...(accessory ? { accessory: viewComponent(world, accessory) } : {}),
    ...(items ? { items: items.map((item) => ({ ...item, media: viewMedia(world, item.media) })) } : {}),
    ...(media ? { media: viewMedia(world, media) } : {}),
    ...(file ? { file: viewMedia(world, file) } : {}),
  };
}

const viewEmbed = (world: World, embed: Embed): object => ({
  ...embed,
  type: 'rich',
  ...(embed.image ? { image: viewMedia(world, embed.image) } : {}),
  ...(embed.thumbnail ? { thumbnail: viewMedia(world, embed.thumbnail) } : {}),
});

/** Other people's words and files are there only with the MessageContent intent, or where the bot is spoken to. */
function parts(world: World, message: Message, content: boolean): object {
  const open = content || message.author.id === world.bot.id || message.mentions.includes(world.bot.id);
  if (!open) return { content: '', embeds: [], components: [], attachments: [] };
  return {
    content: message.content,
    embeds: message.embeds.map((embed) => viewEmbed(world, embed)),
    components: message.components.map((component) => viewComponent(world, component)),
    attachments: message.attachments.map((attachment) => viewAttachment(world, attachment)),
  };
}

function references(world: World, message: Message, content: boolean): object {
  if (message.repliesTo === undefined) return {};
  const target = world.messages.get(message.repliesTo);
  return {
    message_reference: { type: 0, message_id: message.repliesTo, channel_id: message.channelId },
    referenced_message: target ? viewMessage(world, target, content) : null,
  };
}

function metadata(world: World, message: Message): object {
  const { interaction } = message;
  if (!interaction) return {};
  const channel = world.channels.get(message.channelId);
  const user = channel && memberOf(world, channel, interaction.userId)?.user;
  const interaction_metadata = {
    id: interaction.id,
    type: interaction.type,
    user: user && viewUser(user),
    authorizing_integration_owners: { 0: channel?.guildId },
  };
  return { interaction_metadata, webhook_id: world.bot.id, application_id: world.bot.id };
}

export function viewMessage(world: World, message: Message, content: boolean): object {
  const channel = world.channels.get(message.channelId);
  const mentioned = message.mentions.flatMap((id) => {
    const member = channel && memberOf(world, channel, id);
    return member ? [viewUser(member.user)] : [];
  });
  return {
    id: message.id,
    channel_id: message.channelId,
    author: viewUser(message.author),
    type: message.type,
    flags: message.flags,
    timestamp: message.timestamp,
    edited_timestamp: message.editedAt,
    tts: false,
    mention_everyone: message.pinged.includes('everyone'),
    mentions: mentioned,
    mention_roles: [],
    pinned: false,
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...parts(world, message, content),
    ...references(world, message, content),
    ...metadata(world, message),
  };
}
