// What is asked of the bot in words: after `/storybook`, or after its name in a message. Pure.
import { TEXT_LIMITS } from '../../../story.ts';
import type { Action } from '../../conversation/actions.ts';
import { tidy } from '../../conversation/values.ts';

export type Wish =
  | { readonly type: 'start'; readonly title?: string }
  | { readonly type: 'press'; readonly action: Action }
  | { readonly type: 'help' }
  | { readonly type: 'unknown' };

const START: readonly string[] = ['start', 'begin', 'new', '시작', '시작하기', '새책'];
const HELP: readonly string[] = ['help', '도움말', '도움'];
const ACTIONS: readonly (readonly [Action, readonly string[]])[] = [
  [{ type: 'resume' }, ['resume', 'continue', '이어서', '이어하기', '계속']],
  [{ type: 'status' }, ['status', '상태', '어디까지']],
  [{ type: 'cancel' }, ['cancel', 'stop', '취소', '그만', '멈춰']],
  [{ type: 'delete' }, ['delete', '지우기', '삭제', '지워']],
];

/** Slack writes what a person typed with these three escaped, and names of people and channels in angle brackets. */
const plain = (text: string): string =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** Nothing at all is `help` from a command; in a message the name alone is enough to begin. */
export function readWish(text: string): Wish {
  const words = tidy(plain(text), 'line');
  const [first = '', ...rest] = words.split(/\s+/);
  const word = first.toLowerCase();
  if (START.includes(word)) {
    const title = rest.join(' ').slice(0, TEXT_LIMITS.title);
    return title === '' ? { type: 'start' } : { type: 'start', title };
  }
  if (word === '' || HELP.includes(word)) return { type: 'help' };
  const [action] = ACTIONS.find(([, names]) => names.includes(word)) ?? [];
  return action ? { type: 'press', action } : { type: 'unknown' };
}

/** Whether a message says nothing but the bot's name. */
export const isBare = (text: string): boolean => tidy(plain(text), 'line') === '';
