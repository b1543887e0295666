// What is asked of the bot in words: after `/storybook`, or after its name in a message. Pure.
import { TEXT_LIMITS } from '../../../story.ts';
import type { ClassAction } from '../../classroom/actions.ts';
import type { Action } from '../../conversation/actions.ts';
import { tidy } from '../../conversation/values.ts';

export type Wish =
  | { readonly type: 'start'; readonly title?: string }
  | { readonly type: 'press'; readonly action: Action }
  /** About the class of the channel. */
  | { readonly type: 'class'; readonly action: ClassAction }
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
const CLASS_ACTIONS: readonly (readonly [ClassAction, readonly string[]])[] = [
  [{ type: 'settings' }, ['classroom', 'settings', '교실', '설정', '반설정']],
  [{ type: 'roster', from: 0 }, ['class', 'roster', '반', '우리반', '명단']],
  [{ type: 'summary' }, ['summary', 'board', '알림판', '반알림판']],
  [{ type: 'shelf', from: 0 }, ['shelf', 'books', '책장', '책꽂이']],
  [{ type: 'form', form: 'bind' }, ['anthology', 'bind', '문집', '문집']],
];

const named = <A>(actions: readonly (readonly [A, readonly string[]])[], word: string): A | undefined =>
  actions.find(([, names]) => names.includes(word))?.[0];

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
  const action = named(ACTIONS, word);
  if (action) return { type: 'press', action };
  const asked = named(CLASS_ACTIONS, word);
  return asked ? { type: 'class', action: asked } : { type: 'unknown' };
}

/** A slash with a space before it, as in `달빛 소풍 / 3번`: titles may have slashes of their own. */
const WHOSE = /^(|.*\s)\/\s*([^/]+)$/u;

/** The title of a book in a class, and whose it is to be. */
export function readWhose(said: string): { readonly title?: string; readonly label?: string } {
  const [, title = said, label = ''] = WHOSE.exec(said) ?? [];
  return { ...(title.trim() && { title: title.trim() }), ...(label.trim() && { label: label.trim() }) };
}

/** Whether a message says nothing but the bot's name. */
export const isBare = (text: string): boolean => tidy(plain(text), 'line') === '';
