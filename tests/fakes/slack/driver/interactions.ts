// The payloads that people's actions become: commands, presses, submissions, shortcuts. Also the response URLs these carry.
import type { AppRecord } from '../app.ts';
import { blockProblems } from '../blocks/blocks.ts';
import { fileProblemIn } from '../files.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf } from '../json.ts';
import { change, messageFields, post, remove } from '../messages.ts';
import { newTrigger, viewFields, withIds } from '../views.ts';
import {
  type Channel,
  type Ephemeral,
  installedIn,
  type Message,
  messageAt,
  type User,
  type View,
  type World,
} from '../world.ts';
import { valuesOf } from './form.ts';

const MOST_USES = 5;
const RESPONSE_LASTS = 30 * 60_000;

export interface Acting {
  readonly world: World;
  readonly app: AppRecord;
  readonly user: User;
}

function responseUrl({ world, user }: Acting, channel: string, ts?: string): string {
  const id = world.id('R');
  world.responseUrls.set(id, {
    user: user.id,
    team: user.team,
    channel,
    at: world.clock.now(),
    uses: 0,
    ...(ts && { ts }),
  });
  return `${world.origin}/response/${id}`;
}

/** What every payload of an interaction begins with. */
const common = ({ world, app, user }: Acting, type: string): Fields => ({
  type,
  token: app.verificationToken,
  api_app_id: app.appId,
  team: { id: user.team, domain: world.teams.get(user.team)?.domain },
  user: { id: user.id, username: user.name.toLowerCase(), name: user.name.toLowerCase(), team_id: user.team },
  enterprise: null,
  is_enterprise_install: false,
});

const triggerOf = ({ world, user }: Acting, view?: string): string =>
  newTrigger(world, { user: user.id, team: user.team, ...(view && { view }) });

export function commandPayload(acting: Acting, channel: Channel, command: string, text: string): Fields {
  const { world, app, user } = acting;
  return {
    token: app.verificationToken,
    team_id: user.team,
    team_domain: world.teams.get(user.team)?.domain,
    channel_id: channel.id,
    channel_name: channel.isPrivate ? 'privategroup' : channel.name,
    user_id: user.id,
    user_name: user.name.toLowerCase(),
    command,
    text,
    api_app_id: app.appId,
    is_enterprise_install: 'false',
    response_url: responseUrl(acting, channel.id),
    trigger_id: triggerOf(acting),
  };
}

/** `container.thread_ts` is not documented, and left out. An ephemeral message itself is not sent along. */
export function pressPayload(acting: Acting, on: Message | Ephemeral, action: Fields): Fields {
  const { world } = acting;
  const isEphemeral = 'shown' in on;
  const now = isEphemeral ? undefined : messageAt(world, on.channel, on.ts);
  return {
    ...common(acting, 'block_actions'),
    container: { type: 'message', message_ts: on.ts, channel_id: on.channel, is_ephemeral: isEphemeral },
    trigger_id: triggerOf(acting),
    channel: { id: on.channel, name: world.channels.get(on.channel)?.name },
    ...(now && { message: messageFields(world, now) }),
    state: { values: {} },
    response_url: responseUrl(acting, on.channel, on.ts),
    actions: [{ ...action, action_ts: world.timestamp() }],
  };
}

const withValues = (world: World, view: View): Fields => ({
  ...viewFields(world, view),
  state: { values: valuesOf(view) },
});

export function pressInViewPayload(acting: Acting, view: View, action: Fields): Fields {
  const { world } = acting;
  return {
    ...common(acting, 'block_actions'),
    container: { type: 'view', view_id: view.id },
    trigger_id: triggerOf(acting, view.id),
    view: withValues(world, view),
    actions: [{ ...action, action_ts: world.timestamp() }],
  };
}

export const submissionPayload = (acting: Acting, view: View): Fields => ({
  ...common(acting, 'view_submission'),
  trigger_id: triggerOf(acting, view.id),
  view: withValues(acting.world, view),
  response_urls: [],
});

export const closedPayload = (acting: Acting, view: View, isCleared: boolean): Fields => ({
  ...common(acting, 'view_closed'),
  view: withValues(acting.world, view),
  is_cleared: isCleared,
});

export const shortcutPayload = (acting: Acting, callbackId: string, message: Message): Fields => ({
  ...common(acting, 'message_action'),
  action_ts: acting.world.timestamp(),
  channel: { id: message.channel, name: acting.world.channels.get(message.channel)?.name },
  callback_id: callbackId,
  trigger_id: triggerOf(acting),
  response_url: responseUrl(acting, message.channel, message.ts),
  message_ts: message.ts,
  message: messageFields(acting.world, message),
});

interface Saying {
  readonly channel: string;
  /** Whom an ephemeral answer is for. */
  readonly user: string;
  readonly team: string;
  readonly ts?: string;
}

/** What is to be said, or what is wrong with it. */
function wordsToSay(world: World, team: string, said: Fields): { text: string; blocks: Fields[] } | string {
  const installation = installedIn(world, team);
  if (!installation) return 'account_inactive';
  const problems =
    said['blocks'] === undefined ? [] : blockProblems(said['blocks'], fileProblemIn(world, installation));
  if (problems.length > 0) return `invalid_blocks ${problems.join(' ')}`;
  const content = { text: textOf(said['text']) ?? '', blocks: withIds(listOf(said['blocks'])) };
  const isEmpty = content.text === '' && content.blocks.length === 0 && said['delete_original'] !== true;
  return isEmpty ? 'no_text' : content;
}

/** The message that was acted upon, deleted (`undefined`) or given other words. False where there is none any more. */
function alterOriginal(world: World, { channel, user, ts }: Saying, content: Partial<Message> | undefined): boolean {
  const old = ts === undefined ? undefined : messageAt(world, channel, ts);
  const at = world.ephemerals.findIndex((known) => known.channel === channel && known.ts === ts && known.user === user);
  const shown = world.ephemerals[at];
  if (old && content) change(world, old, content);
  else if (old) remove(world, old);
  if (shown)
    world.ephemerals.splice(at, 1, ...(content ? [{ ...shown, ...content, ts: shown.ts, user: shown.user }] : []));
  return old !== undefined || shown !== undefined;
}

/** Says what an acknowledgement or a response URL was given, or returns what is wrong with it. */
export function sayBack(world: World, saying: Saying, body: unknown): string | undefined {
  const said: Fields = typeof body === 'string' ? { text: body } : fieldsOf(body);
  const content = wordsToSay(world, saying.team, said);
  if (typeof content === 'string') return content;
  const { channel, user, team } = saying;
  const installation = installedIn(world, team);
  const isDeleted = said['delete_original'] === true;
  if (isDeleted) alterOriginal(world, saying, undefined);
  const isDone = isDeleted || (said['replace_original'] === true && alterOriginal(world, saying, content));
  if (!isDone && installation && said['response_type'] === 'in_channel')
    post(world, { channel, user: installation.botUser, botId: installation.botId, files: [], ...content });
  // Into the channel, also from a thread: a response URL does not lead back into one.
  else if (!isDone) world.ephemerals.push({ channel, ts: world.timestamp(), user, shown: true, ...content });
  world.changed();
  return undefined;
}

/** The door behind a response URL. */
export function respond(world: World, id: string, body: unknown): { status: number; body: Fields | string } {
  const url = world.responseUrls.get(id);
  const refusal = (status: number, error: string) => ({ status, body: { ok: false, error } });
  if (!url) return refusal(404, 'invalid_url');
  if (world.clock.now() - url.at > RESPONSE_LASTS) return refusal(404, 'expired_url');
  if (url.uses >= MOST_USES) return refusal(404, 'used_url');
  if (!isFields(body)) return refusal(400, 'invalid_payload');
  url.uses += 1;
  const problem = sayBack(world, url, body);
  return problem === undefined ? { status: 200, body: 'ok' } : refusal(400, problem);
}
