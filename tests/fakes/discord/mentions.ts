// Who is really pinged by a message: what it names, cut down by allowed_mentions.
import { isFields, listOf } from './check.ts';
import type { Component } from './model.ts';

export interface Pings {
  /** Ids of users and roles, `everyone`. */
  readonly pinged: readonly string[];
  /** Ids of the users among them. */
  readonly mentions: readonly string[];
}

export interface Naming {
  readonly content: string;
  readonly components: readonly Component[];
  readonly allowed: unknown;
  readonly mayMentionEveryone: boolean;
  /** Whose message it replies to. */
  readonly repliesTo: string | undefined;
}

export function allTexts(components: readonly Component[]): readonly string[] {
  return components.flatMap((component) => [
    ...(component.content === undefined ? [] : [component.content]),
    ...allTexts(component.components ?? []),
    ...allTexts(component.accessory ? [component.accessory] : []),
  ]);
}

export function pingsOf({ content, components, allowed, mayMentionEveryone, repliesTo }: Naming): Pings {
  const text = [content, ...allTexts(components)].join('\n');
  const ids = (pattern: RegExp): string[] => [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))];
  const allows = (kind: 'users' | 'roles', id: string): boolean =>
    !isFields(allowed) || listOf(allowed['parse']).includes(kind) || listOf(allowed[kind]).includes(id);
  const everyone =
    mayMentionEveryone &&
    /@(everyone|here)\b/.test(text) &&
    (!isFields(allowed) || listOf(allowed['parse']).includes('everyone'));
  const replied =
    repliesTo !== undefined && (!isFields(allowed) || allowed['replied_user'] === true) ? [repliesTo] : [];
  const users = ids(/<@!?(\d+)>/g).filter((id) => allows('users', id));
  const roles = ids(/<@&(\d+)>/g).filter((id) => allows('roles', id));
  const mentions = [...new Set([...users, ...replied])];
  return { pinged: [...mentions, ...roles, ...(everyone ? ['everyone'] : [])], mentions };
}
