// What a person types after the slash, turned into what Discord sends; the client offers only what was registered.
import { listOf } from './check.ts';
import { keepFile, type Upload } from './files.ts';
import type { Command, CommandOption } from './model.ts';
import { ClientRefuses } from './reaction.ts';
import { viewAttachment } from './view.ts';
import type { World } from './world.ts';

export type OptionValue = string | number | boolean | Upload;
export type OptionValues = Readonly<Record<string, OptionValue>>;

export interface Typist {
  readonly world: World;
  readonly guildId: string;
  readonly locale: string;
  readonly permissions: bigint;
}

const ADMINISTRATOR = 8n;

/** Null means anyone, "0" administrators alone. */
const isAllowed = (command: Command, permissions: bigint): boolean => {
  const needed = BigInt(command.default_member_permissions ?? -1);
  if (needed < 0n || permissions & ADMINISTRATOR) return true;
  return needed !== 0n && (permissions & needed) === needed;
};

/** The commands that this person is offered in a server. */
export function offered({ world, guildId, permissions }: Typist, type: number): readonly Command[] {
  const all = [...(world.commands.get(guildId) ?? []), ...(world.commands.get('global') ?? [])];
  return all.filter(
    (command) =>
      command.type === type &&
      isAllowed(command, permissions) &&
      (!command.contexts || command.contexts.includes(0)) &&
      listOf(command['integration_types']).includes(0),
  );
}

const isCalled = (part: CommandOption, name: string, locale: string): boolean =>
  part.name === name || part.name_localizations?.[locale] === name;

const shown = (parts: readonly CommandOption[], locale: string): string =>
  parts.map((part) => part.name_localizations?.[locale] ?? part.name).join(', ') || 'nothing';

export function findOffered(typist: Typist, type: number, name: string): Command {
  const commands = offered(typist, type);
  const found = commands.find((command) => isCalled(command, name, typist.locale));
  if (!found) throw new ClientRefuses(`There is no command "${name}", but ${shown(commands, typist.locale)}.`);
  return found;
}

interface Leaf {
  readonly options: readonly CommandOption[];
  /** Puts the values into the sub-command they belong to. */
  readonly wrap: (values: readonly object[]) => readonly object[];
}

function descend(part: CommandOption, names: readonly string[], locale: string): Leaf {
  const groups = (part.options ?? []).filter(({ type }) => type === 1 || type === 2);
  const [name, ...rest] = names;
  if (groups.length === 0) {
    if (name !== undefined) throw new ClientRefuses(`"${part.name}" has no "${name}".`);
    return { options: part.options ?? [], wrap: (values) => values };
  }
  const next = groups.find((one) => name !== undefined && isCalled(one, name, locale));
  if (!next) throw new ClientRefuses(`"${part.name}" has no "${name ?? ''}", but ${shown(groups, locale)}.`);
  const leaf = descend(next, rest, locale);
  return { ...leaf, wrap: (values) => [{ type: next.type, name: next.name, options: leaf.wrap(values) }] };
}

const KINDS: Readonly<Record<number, string>> = { 3: 'string', 4: 'number', 5: 'boolean', 10: 'number', 11: 'object' };

function checkValue(
  { name, type, choices, min_length = 0, max_length = 6000 }: CommandOption,
  value: OptionValue,
): void {
  const kind = KINDS[type] ?? 'string';
  if (typeof value !== kind) throw new ClientRefuses(`"${name}" takes a ${kind}.`);
  if (type === 3 && (String(value).length < min_length || String(value).length > max_length)) {
    throw new ClientRefuses(`"${name}" takes ${min_length} to ${max_length} characters.`);
  }
  if (choices && choices.length > 0 && !choices.some((one) => one.value === value)) {
    throw new ClientRefuses(`"${name}" is one of ${choices.map((one) => one.value).join(', ')}.`);
  }
}

/** The `data` of the interaction. */
export function commandData(typist: Typist, line: string, values: OptionValues): Readonly<Record<string, unknown>> {
  const { world, locale, guildId } = typist;
  const [name = '', ...names] = line.replace(/^\//, '').trim().split(/\s+/);
  const command = findOffered(typist, 1, name);
  const leaf = descend(command, names, locale);
  const attachments: Record<string, object> = {};
  const strangers = Object.keys(values).filter((key) => !leaf.options.some((option) => isCalled(option, key, locale)));
  if (strangers.length > 0) {
    throw new ClientRefuses(`${line} has no "${strangers.join('", "')}", but ${shown(leaf.options, locale)}.`);
  }
  const given = leaf.options.flatMap((option) => {
    const value = Object.entries(values).find(([key]) => isCalled(option, key, locale))?.[1];
    if (value === undefined && option.required) throw new ClientRefuses(`${line}: "${option.name}" is required.`);
    if (value === undefined) return [];
    checkValue(option, value);
    if (typeof value !== 'object') return [{ type: option.type, name: option.name, value }];
    const kept = keepFile({ world, upload: value, folder: world.bot.id, ephemeral: true });
    attachments[kept.id] = viewAttachment(world, kept);
    return [{ type: option.type, name: option.name, value: kept.id }];
  });
  const resolved = Object.keys(attachments).length > 0 ? { resolved: { attachments } } : {};
  return { id: command.id, name: command.name, type: 1, guild_id: guildId, options: leaf.wrap(given), ...resolved };
}
