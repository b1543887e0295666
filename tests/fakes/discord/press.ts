// Finding on a message the button or the select that somebody means, and what Discord sends when it is used.
import type { Message } from './model.ts';
import { ClientRefuses } from './reaction.ts';
import { buttons, componentsOf, describeMessage, type SeenSelect, selects } from './read.ts';
import { TYPE } from './validate-parts.ts';
import { viewMember, viewRole, viewUser } from './view.ts';
import { known, type World } from './world.ts';

type Data = Readonly<Record<string, unknown>>;

export interface SelectWish {
  /** The custom_id or placeholder of the select; not needed where there is one. */
  readonly in?: string;
}

export function pressData(message: Message, wanted: string): Data {
  const all = buttons(message);
  const exact = all.filter(({ label, customId }) => label === wanted || customId === wanted);
  // An emoji before the words does not change which button people mean.
  const found = exact.length > 0 ? exact : all.filter(({ label }) => label.endsWith(` ${wanted}`));
  const [button] = found;
  const there = `The message is\n${describeMessage(message)}`;
  if (!button) throw new ClientRefuses(`There is no button "${wanted}". ${there}`);
  if (found.length > 1) throw new ClientRefuses(`There are ${found.length} buttons "${wanted}". ${there}`);
  if (button.disabled) throw new ClientRefuses(`The button "${wanted}" is disabled. ${there}`);
  if (button.customId === undefined) throw new ClientRefuses(`The button "${wanted}" is a link to ${button.url}.`);
  const component = componentsOf(message).find(({ custom_id }) => custom_id === button.customId);
  return { component_type: TYPE.button, custom_id: button.customId, id: component?.id ?? 0 };
}

function findSelect(message: Message, wish: SelectWish): SeenSelect {
  const all = selects(message);
  const found =
    wish.in === undefined ? all : all.filter((one) => one.customId === wish.in || one.placeholder === wish.in);
  const [select] = found;
  const there = `The message is\n${describeMessage(message)}`;
  if (!select) throw new ClientRefuses(`There is no such select. ${there}`);
  if (found.length > 1) throw new ClientRefuses(`There are ${found.length} selects: say which one. ${there}`);
  if (select.disabled) throw new ClientRefuses(`The select is disabled. ${there}`);
  return select;
}

function optionValue(select: SeenSelect, wanted: string): string {
  if (select.component.type !== TYPE.stringSelect) return wanted;
  const option =
    select.options.find(({ label }) => label === wanted) ?? select.options.find(({ value }) => value === wanted);
  if (!option) {
    throw new ClientRefuses(
      `There is no option "${wanted}", but ${select.options.map(({ label }) => label).join(', ')}.`,
    );
  }
  return option.value;
}

/** What the ids of people and roles stand for. */
function resolved(world: World, message: Message, values: readonly string[]): object {
  const channel = known(world.channels.get(message.channelId), 'this channel');
  const guild = known(world.guilds.get(channel.guildId), 'this server');
  const members = values.flatMap((id) => guild.members.get(id) ?? []);
  const roles = guild.roles.filter(({ id }) => values.includes(id));
  return {
    users: Object.fromEntries(members.map((member) => [member.user.id, viewUser(member.user)])),
    members: Object.fromEntries(members.map((member) => [member.user.id, viewMember(member)])),
    roles: Object.fromEntries(roles.map((role, index) => [role.id, viewRole(role, index)])),
  };
}

export function selectData(world: World, message: Message, choices: readonly string[], wish: SelectWish): Data {
  const select = findSelect(message, wish);
  const { type, id, min_values = 1, max_values = 1 } = select.component;
  const values = choices.map((choice) => optionValue(select, choice));
  if (values.length < min_values || values.length > max_values) {
    throw new ClientRefuses(`The select takes ${min_values} to ${max_values} choices, not ${values.length}.`);
  }
  const about = type === TYPE.stringSelect ? {} : { resolved: resolved(world, message, values) };
  return { component_type: type, custom_id: select.customId, id: id ?? 0, values, ...about };
}
