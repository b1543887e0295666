// What a class answers one person with, as the one response that Discord takes. Pure.
import type { Locale } from '../../story.ts';
import { wayTo } from '../classroom/forms.ts';
import type { ClassAnswer, ClassForm, ClassView } from '../classroom/replies.ts';
import type { Response } from './answers.ts';
import { classMessage } from './class-message.ts';
import { LIMITS } from './limits.ts';
import type { Pressable } from './parts.ts';
import { ABOVE, buttons, type PrivateMessage, sentences } from './private-message.ts';
import { DISCORD_WORDS } from './wording.ts';

export interface ClassResponding {
  readonly locale: Locale;
  readonly channel: string;
  /** Names what is remembered of a form that has to be mended. */
  readonly draft: string;
  readonly teacher: boolean;
  /** Whether there is a teachers' room. */
  readonly hasDesk: boolean;
}

/** Ways that only Discord has: into the thread of the one book that is shown, and into the teachers' room. */
function waysFrom(view: ClassView, { locale, channel, teacher, hasDesk }: ClassResponding): readonly Pressable[] {
  const words = DISCORD_WORDS[locale];
  if (!teacher) return [];
  const threads = new Set(view.buttons.flatMap((button) => (button.to === 'book' ? [button.thread] : [])));
  const [thread, ...others] = threads;
  return [
    ...(thread !== undefined && others.length === 0
      ? [{ control: { type: 'enter', thread }, label: words.toBook, style: 'plain' } as const]
      : []),
    ...(hasDesk ? [{ control: { type: 'desk', channel }, label: words.toDesk, style: 'plain' } as const] : []),
  ];
}

const draw = (view: ClassView, about: ClassResponding): PrivateMessage =>
  classMessage(view, {
    channel: about.channel,
    menu: DISCORD_WORDS[about.locale].whatToDo,
    more: waysFrom(view, about),
    most: LIMITS.text - ABOVE,
  });

function said(answer: ClassAnswer): readonly string[] {
  if (answer.type === 'notice') return [answer.text];
  return answer.type === 'class-problems' ? answer.problems.map(({ text }) => text) : [];
}

function reopening(answer: ClassAnswer, { channel, draft, locale }: ClassResponding): readonly Pressable[] {
  if (answer.type !== 'class-problems') return [];
  const control = { type: 'class-draft', channel, draft, action: wayTo(answer.form) } as const;
  return [{ control, label: DISCORD_WORDS[locale].reopen, style: 'primary' }];
}

export function respondInClass(answers: readonly ClassAnswer[], about: ClassResponding): Response {
  const asked = answers.find((answer) => answer.type === 'class-form');
  if (asked) return { type: 'class-modal', form: asked.form };
  const shown = answers.find((answer) => answer.type === 'class-view');
  const below = shown ? draw(shown.view, about) : { components: [], files: [] };
  const components = [
    ...sentences(answers.flatMap(said)),
    ...buttons(answers.flatMap((answer) => reopening(answer, about))),
    ...below.components,
  ];
  if (components.length === 0) return { type: 'silence' };
  const message = { components, files: below.files };
  // A view takes the place of the one before; what is only said leaves it there.
  const isOnlySaid = answers.every(({ type }) => type === 'notice');
  return { type: 'message', message, ...(isOnlySaid && { apart: true }) };
}

/** Where a form cannot open any more, because Discord was told to wait: a way to it. */
export function classFormLater(form: ClassForm, locale: Locale): PrivateMessage {
  const control = { type: 'class', channel: form.channel, action: wayTo(form) } as const;
  return {
    components: [
      ...sentences([DISCORD_WORDS[locale].openForm]),
      ...buttons([{ control, label: form.title, style: 'primary' }]),
    ],
    files: [],
  };
}
