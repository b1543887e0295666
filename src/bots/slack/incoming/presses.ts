// A press of a button or a choice in a menu of ours: for which thread, and what. Pure.
import { type Action, readAction, writeAction } from '../../conversation/actions.ts';
import type { BlockActions, PressedElement } from '../payloads.ts';

/** Every button of ours carries it in `action_id`, so that other blocks' elements are left alone. */
export const PRESS_PREFIX = 'press:';

/** At most 60 characters: menus take 75. Workspace and channel are told with the press. */
export const writePress = (root: string, action: Action, inThread: boolean): string =>
  `${root}|${writeAction(action)}${inThread ? '|t' : ''}`;

export interface Press {
  readonly root: string;
  /** Absent for what no button of this version carries. */
  readonly action?: Action;
  readonly channel: string;
  /** Whether the person sees the thread, as far as that can be told. */
  readonly inThread: boolean;
  /** Whether it was pressed in a message that only this person sees. */
  readonly isPrivate: boolean;
}

const carriedBy = ({ value, selected_option: option }: PressedElement): string | undefined => option?.value ?? value;

export function readPress({ actions, channel, container, message }: BlockActions): Press | undefined {
  const [pressed] = actions;
  const place = channel?.id ?? container?.channel_id;
  if (!pressed?.action_id?.startsWith(PRESS_PREFIX) || place === undefined) return undefined;
  const [root = '', written = '', seen] = (carriedBy(pressed) ?? '').split('|');
  if (!/^\d+\.\d+$/.test(root)) return undefined;
  const action = readAction(written);
  const isReply = message?.thread_ts !== undefined && message.thread_ts !== message.ts;
  return {
    root,
    channel: place,
    inThread: seen === 't' || isReply || container?.thread_ts !== undefined || (message?.reply_count ?? 0) > 0,
    isPrivate: container?.is_ephemeral ?? false,
    ...(action && { action }),
  };
}
