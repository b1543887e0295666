// An interaction from the person's side: made, sent to the bot, and whether it was answered in time.
import { permissionsIn } from './access.ts';
import type { Fields } from './check.ts';
import { EVERYTHING } from './permissions.ts';
import { MOST_FILE } from './validate-message.ts';
import { viewChannel, viewFullMember, viewMessage } from './view.ts';
import { guildOf, type Interaction, known, memberOf, type World } from './world.ts';

/** Milliseconds for everything after the first answer. */
export const TOKEN_LIFETIME = 15 * 60_000;

export interface Opening {
  readonly type: 2 | 3 | 5;
  /** What the person did, for explanations. */
  readonly name: string;
  readonly personId: string;
  readonly locale: string;
  readonly channelId: string;
  readonly sourceId?: string;
  readonly isMenu?: boolean;
  readonly data: Fields;
}

export const isLate = (world: World, { createdAt }: Interaction): boolean =>
  world.clock.now() - createdAt >= world.settings.answerWithin;

export const isExpired = (world: World, { createdAt }: Interaction): boolean =>
  world.clock.now() - createdAt >= TOKEN_LIFETIME;

export function openInteraction(world: World, opening: Opening): Interaction {
  const id = world.nextId();
  const interaction: Interaction = {
    id,
    token: `interaction-${id}`,
    type: opening.type,
    name: opening.name,
    personId: opening.personId,
    channelId: opening.channelId,
    createdAt: world.clock.now(),
    sourceId: opening.sourceId,
    isMenu: opening.isMenu ?? false,
    answer: undefined,
  };
  world.interactions.set(id, interaction);
  // Timers of the system may be early by a millisecond.
  const nudge = (): unknown => (isLate(world, interaction) ? world.changed() : world.clock.after(1, nudge));
  world.clock.after(world.settings.answerWithin, nudge);
  const data = payload(world, interaction, opening);
  world.emit({ name: 'INTERACTION_CREATE', intent: 0, data: () => data });
  return interaction;
}

function payload(world: World, interaction: Interaction, opening: Opening): object {
  const { personId, channelId, sourceId } = interaction;
  const channel = known(world.channels.get(channelId), 'this channel');
  const guild = guildOf(world, channel);
  const member = known(memberOf(world, channel, personId), 'this person');
  const permissions = String(permissionsIn(world, channel, personId));
  const source = sourceId === undefined ? undefined : known(world.messages.get(sourceId), 'this message');
  const limit = Math.max(MOST_FILE, guild.uploadLimit, world.uploadLimits.get(personId) ?? 0);
  return {
    version: 1,
    id: interaction.id,
    token: interaction.token,
    type: interaction.type,
    application_id: world.bot.id,
    data: opening.data,
    guild: { id: guild.id, locale: guild.preferred_locale, features: [] },
    guild_id: guild.id,
    channel: { ...viewChannel(channel), permissions },
    channel_id: channel.id,
    member: { ...viewFullMember(member), permissions },
    app_permissions: String(permissionsIn(world, channel, world.bot.id) & EVERYTHING),
    locale: opening.locale,
    guild_locale: guild.preferred_locale,
    entitlements: [],
    authorizing_integration_owners: { 0: guild.id },
    context: 0,
    attachment_size_limit: limit,
    ...(source ? { message: viewMessage(world, source, true) } : {}),
  };
}

export const currentInteraction = (world: World, id: string): Interaction =>
  known(world.interactions.get(id), `interaction ${id}`);
