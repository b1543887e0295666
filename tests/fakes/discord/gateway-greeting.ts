// What a new session is told first: READY, then each server as a whole.
import { sees } from './access.ts';
import type { Guild } from './model.ts';
import { application } from './rest-application.ts';
import { viewChannel, viewFullMember, viewGuild, viewThreadMember, viewUser } from './view.ts';
import { INTENT, type World } from './world.ts';

export type Greeting = readonly (readonly [string, unknown])[];

export const gatewayAddress = (world: World): string => `${world.origin.url.replace('http', 'ws')}/gateway`;

export function greeting(world: World, sessionId: string, intents: number): Greeting {
  const guilds = [...world.guilds.values()];
  const ready = {
    v: 10,
    user: viewUser(world.bot),
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: sessionId,
    resume_gateway_url: gatewayAddress(world),
    shard: [0, 1],
    application: application(world),
  };
  const created = guilds.map((guild) => ['GUILD_CREATE', guildCreate(world, guild)] as const);
  return [['READY', ready], ...(intents & INTENT.guilds ? created : [])];
}

/** A server as a whole. */
export function guildCreate(world: World, guild: Guild): object {
  const channels = [...world.channels.values()].filter((channel) => channel.guildId === guild.id);
  const visible = channels.filter((channel) => sees(world, channel, world.bot.id));
  // "Archived threads aren't in GUILD_CREATE."
  const threads = visible.filter(({ thread }) => thread && !thread.archived);
  const me = guild.members.get(world.bot.id);
  return {
    ...viewGuild(guild),
    joined_at: '2026-01-01T00:00:00.000Z',
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    members: me ? [viewFullMember(me)] : [],
    channels: visible.filter(({ thread }) => !thread).map(viewChannel),
    threads: threads.map((thread) => ({
      ...viewChannel(thread),
      ...(thread.thread?.members.includes(world.bot.id) ? { member: viewThreadMember(thread, world.bot.id) } : {}),
    })),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
