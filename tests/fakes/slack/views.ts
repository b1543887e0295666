// Open modals: the stack of a person, triggers that open them, and what becomes of typed values when a view is replaced.
import { randomUUID } from 'node:crypto';
import { isTooLarge, viewProblems } from './blocks/blocks.ts';
import { fileProblemIn } from './files.ts';
import { type Fields, faultWith, fieldsOf, isFields, listOf, SlackFault, textOf } from './json.ts';
import type { Installation, Trigger, View, World } from './world.ts';

export const MOST_VIEWS = 3;

export function newTrigger(world: World, from: { user: string; team: string; view?: string }): string {
  const id = `${world.clock.now()}.${randomUUID()}`;
  world.triggers.set(id, { ...from, at: world.clock.now(), used: false });
  return id;
}

export function useTrigger(world: World, id: string, team: string): Trigger {
  const trigger = world.triggers.get(id);
  if (!trigger || trigger.team !== team) throw new SlackFault('invalid_trigger_id');
  if (trigger.used) throw new SlackFault('exchanged_trigger_id');
  if (world.clock.now() - trigger.at > world.answerWithin) throw new SlackFault('expired_trigger_id');
  trigger.used = true;
  return trigger;
}

/** @throws SlackFault for a view that Slack would refuse. */
export function checkedView(world: World, installation: Installation, view: unknown, self?: string): Fields {
  if (!isFields(view))
    throw faultWith('invalid_arguments', ['[ERROR] missing required field: view [json-pointer:/view]']);
  if (isTooLarge(view)) throw new SlackFault('view_too_large');
  const problems = viewProblems(view, fileProblemIn(world, installation));
  if (problems.length > 0) throw faultWith('invalid_arguments', problems);
  const wantsFiles = listOf(view['blocks']).some((block) => fieldsOf(block['element'])['type'] === 'file_input');
  if (wantsFiles && !installation.scopes.includes('files:read'))
    throw new SlackFault('missing_scope', { needed: 'files:read', provided: installation.scopes.join(',') });
  const external = textOf(view['external_id']);
  const twin = [...world.views.values()].find(
    (other) => other.team === installation.team && other.id !== self && other.content['external_id'] === external,
  );
  if (external && twin) throw new SlackFault('duplicate_external_id');
  return view;
}

const withId = (item: Fields): Fields => ({ ...item, action_id: item['action_id'] ?? randomUUID().slice(0, 5) });

/** Slack makes up the ids that a bot leaves out. */
export const withIds = (blocks: unknown): Fields[] =>
  listOf(blocks).map((block) => ({
    ...block,
    block_id: block['block_id'] ?? randomUUID().slice(0, 5),
    ...(isFields(block['element']) && { element: withId(block['element']) }),
    ...(isFields(block['accessory']) && {
      accessory: block['accessory']['type'] === 'image' ? block['accessory'] : withId(block['accessory']),
    }),
    ...(block['type'] === 'actions' && { elements: listOf(block['elements']).map(withId) }),
  }));

/** Typed values survive where both ids stay the same. */
function surviving(blocks: readonly Fields[], before: View['values']): View['values'] {
  const kept: Record<string, Record<string, Fields>> = {};
  for (const block of blocks) {
    const id = textOf(block['block_id']) ?? '';
    const action = textOf(fieldsOf(block['element'])['action_id']) ?? '';
    const value = before[id]?.[action];
    if (value) kept[id] = { [action]: value };
  }
  return kept;
}

const contentOf = (view: Fields): { content: Fields; blocks: Fields[] } => {
  const blocks = withIds(view['blocks']);
  return { blocks, content: { ...view, blocks } };
};

export const stackOf = (world: World, user: string): readonly View[] =>
  (world.stacks.get(user) ?? []).map((id) => world.views.get(id)).filter((view) => view !== undefined);

/** Lays a checked view on top of what is open; `alone` closes what is open first. */
export function openView(world: World, owner: { user: string; team: string }, view: Fields, alone: boolean): View {
  if (alone) closeAll(world, owner.user);
  const stack = world.stacks.get(owner.user) ?? [];
  if (stack.length >= MOST_VIEWS) throw new SlackFault('push_limit_reached');
  const id = world.id('V');
  const opened = {
    ...owner,
    id,
    root: stack[0] ?? id,
    hash: newHash(world),
    content: contentOf(view).content,
    values: {},
  };
  world.views.set(id, opened);
  world.stacks.set(owner.user, [...stack, id]);
  world.changed();
  return opened;
}

const newHash = (world: World): string => `${world.timestamp().split('.')[0]}.${randomUUID().slice(0, 8)}`;

export function replaceView(world: World, before: View, view: Fields): View {
  const { content, blocks } = contentOf(view);
  const replaced = { ...before, content, values: surviving(blocks, before.values), hash: newHash(world) };
  world.views.set(before.id, replaced);
  world.changed();
  return replaced;
}

export function closeTop(world: World, user: string): void {
  const stack = world.stacks.get(user) ?? [];
  world.views.delete(stack.at(-1) ?? '');
  world.stacks.set(user, stack.slice(0, -1));
  world.changed();
}

export function closeAll(world: World, user: string): void {
  for (const id of world.stacks.get(user) ?? []) world.views.delete(id);
  world.stacks.set(user, []);
  world.changed();
}

/** As answers and payloads carry it. */
export function viewFields(world: World, view: View): Fields {
  const stack = world.stacks.get(view.user) ?? [];
  const { content } = view;
  return {
    id: view.id,
    team_id: view.team,
    type: 'modal',
    blocks: content['blocks'],
    private_metadata: content['private_metadata'] ?? '',
    callback_id: content['callback_id'] ?? '',
    state: { values: view.values },
    hash: view.hash,
    title: content['title'],
    clear_on_close: content['clear_on_close'] ?? false,
    notify_on_close: content['notify_on_close'] ?? false,
    close: content['close'] ?? null,
    submit: content['submit'] ?? null,
    previous_view_id: stack[stack.indexOf(view.id) - 1] ?? null,
    root_view_id: view.root,
    app_id: 'A0FAKE',
    external_id: content['external_id'] ?? '',
    app_installed_team_id: view.team,
    bot_id: [...world.installations.values()].find(({ team }) => team === view.team)?.botId,
  };
}
