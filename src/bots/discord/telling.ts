// A few sentences for everybody in a place, to be known again by their name. Pure.
import { markOf } from './ids.ts';
import { LIMITS } from './limits.ts';
import { isPerson } from './paper-message.ts';
import { display } from './parts.ts';
import type { Outgoing } from './poster.ts';
import { fitText } from './text.ts';
import { FLAG } from './wire.ts';

export interface Telling {
  readonly key: string;
  readonly text: string;
  /** Who is told by name; nobody else is. */
  readonly mention?: string;
}

const MENTION = 100;

export function noticeOf({ key, text, mention = '' }: Telling): Outgoing {
  const users = isPerson(mention) ? { users: [mention] } : {};
  const call = isPerson(mention) ? `<@${mention}> ` : '';
  return {
    body: {
      flags: FLAG.componentsV2,
      components: [display(`${call}${fitText(text, LIMITS.text - MENTION)}`, markOf(key))],
      allowed_mentions: { parse: [], ...users },
    },
    files: [],
  };
}
