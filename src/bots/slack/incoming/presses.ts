// A press of a button or a choice in a menu of ours: what it is about, and what is wanted. Pure.
import { type ClassAction, readClassAction, writeClassAction } from '../../classroom/actions.ts';
import { type Action, readAction, writeAction } from '../../conversation/actions.ts';
import type { BlockActions, PressedElement } from '../payloads.ts';

/** Every button of ours carries it in `action_id`, so that other blocks' elements are left alone. */
export const PRESS_PREFIX = 'press:';

/** The book that a control acts on, by the root of its thread; with the channel where it is pressed elsewhere. */
export interface BookAddress {
  readonly root: string;
  readonly channel?: string;
}

/** At most 75 characters, as menus take them. The workspace is told with the press, and so is the channel unless it is another. */
export const writePress = ({ root, channel }: BookAddress, action: Action, inThread: boolean): string =>
  `${channel === undefined ? '' : `${channel}/`}${root}|${writeAction(action)}${inThread ? '|t' : ''}`;

/** @param channel of the class. */
export const writeClassPress = (channel: string, action: ClassAction): string =>
  `${channel}|${writeClassAction(action)}`;

/** Where it was pressed. */
export interface PressedAt {
  readonly channel: string;
  /** Root of the thread that the message is in, as far as that can be told. */
  readonly thread?: string;
  /** Whether it was pressed in a message that only this person sees. */
  readonly isPrivate: boolean;
}

export type Press = { readonly at: PressedAt } & (
  | {
      readonly about: 'book';
      readonly root: string;
      readonly channel: string;
      /** Absent for what no button of this version carries. */
      readonly action?: Action;
      /** Whether the person sees the book's thread, as far as that can be told. */
      readonly inThread: boolean;
      /** Whether it was pressed elsewhere: the answers go there, and name the book. */
      readonly isAway: boolean;
    }
  | { readonly about: 'class'; readonly channel: string; readonly action?: ClassAction }
);

const carriedBy = ({ value, selected_option: option }: PressedElement): string | undefined => option?.value ?? value;

const OWN = /^\d+\.\d+$/;
const AWAY = /^([A-Z][A-Z0-9]+)\/(\d+\.\d+)$/;
const CLASS = /^[A-Z][A-Z0-9]+$/;

export function readPress({ actions, channel, container, message }: BlockActions): Press | undefined {
  const [pressed] = actions;
  const place = channel?.id ?? container?.channel_id;
  if (!pressed?.action_id?.startsWith(PRESS_PREFIX) || place === undefined) return undefined;
  const [address = '', written = '', seen] = (carriedBy(pressed) ?? '').split('|');
  const isReply = message?.thread_ts !== undefined && message.thread_ts !== message.ts;
  const thread = container?.thread_ts ?? (isReply ? message.thread_ts : undefined);
  const at = { channel: place, isPrivate: container?.is_ephemeral ?? false, ...(thread !== undefined && { thread }) };
  const action = readAction(written);
  const wanted = action ? { action } : {};
  if (OWN.test(address)) {
    const inThread = seen === 't' || thread !== undefined || (message?.reply_count ?? 0) > 0;
    return { about: 'book', root: address, channel: place, at, inThread, isAway: false, ...wanted };
  }
  const [, elsewhere, root] = AWAY.exec(address) ?? [];
  if (elsewhere !== undefined && root !== undefined)
    return { about: 'book', root, channel: elsewhere, at, inThread: false, isAway: true, ...wanted };
  if (!CLASS.test(address)) return undefined;
  const asked = readClassAction(written);
  return { about: 'class', channel: address, at, ...(asked && { action: asked }) };
}
