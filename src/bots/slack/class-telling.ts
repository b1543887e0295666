// Brings to the person what a class answers: a form in a window, a list that only they see. Wherever it is read, its
// buttons name the class and the books that they act on.
import type { Log } from '../../log.ts';
import type { Locale } from '../../story.ts';
import { wayTo } from '../classroom/forms.ts';
import type { ClassAnswer, ClassForm } from '../classroom/replies.ts';
import type { Problem } from '../conversation/forms.ts';
import type { ClassDrawings } from './class-drawing.ts';
import type { Respond } from './ears.ts';
import { LIMITS } from './limits.ts';
import type { Messages } from './messages.ts';
import { type Block, classControl, DIVIDER, fallback, note, row } from './outgoing/blocks.ts';
import type { Drawn } from './outgoing/card.ts';
import { drawClassView } from './outgoing/class-view.ts';
import { drawClassForm, drawNotice } from './outgoing/form.ts';
import { cutMarked } from './outgoing/text.ts';
import { type Place, readChannel } from './thread.ts';
import { SLACK_WORDS } from './wording.ts';

/** A person who is to be told something about a class. */
export interface ClassListener {
  /** The name of the class's channel. */
  readonly channel: string;
  /** Where the person is. */
  readonly at: Place;
  readonly user: string;
  readonly locale: Locale;
  /** Pressed in a message that only this person sees: a list takes the place of the one before. */
  readonly isPrivate: boolean;
  readonly respond?: Respond;
  /** With which a window may be opened, for 3 s. */
  readonly trigger?: string;
  /** A window of ours that is open and waits for its content. */
  readonly window?: string;
}

export interface ClassTelling {
  tell(listener: ClassListener, answers: readonly ClassAnswer[]): Promise<void>;
  /** Words that only this person sees. */
  say(listener: ClassListener, drawn: Drawn, replaces?: boolean): Promise<void>;
}

export interface ClassTellingOptions {
  readonly messages: Messages;
  readonly drawings: ClassDrawings;
  readonly log: Pick<Log, 'warn'>;
}

type FormAnswer = Extract<ClassAnswer, { readonly form: ClassForm }>;
const isForm = (answer: ClassAnswer): answer is FormAnswer => 'form' in answer;
const problemsOf = (answer: FormAnswer): readonly Problem[] =>
  answer.type === 'class-problems' ? answer.problems : [];

/** A form cannot stand in a message: a press opens it. */
function formWords(form: ClassForm, locale: Locale): Drawn {
  const { title, channel } = form;
  const text = SLACK_WORDS[locale].openForm(title);
  const open = classControl()({ to: 'class', channel, action: wayTo(form), label: title, style: 'primary' });
  return { text: fallback(text), blocks: [note(text), ...row([open])] };
}

export function createClassTelling({ messages, drawings, log }: ClassTellingOptions): ClassTelling {
  const say: ClassTelling['say'] = async ({ at, user, respond }, { text, blocks }, replaces = false) => {
    if (respond) return respond({ response_type: 'ephemeral', replace_original: replaces, text, blocks });
    await messages.whisper(at, user, { text, blocks });
  };

  const openForm = async ({ at, locale, trigger, window }: ClassListener, answer: FormAnswer): Promise<boolean> => {
    const view = drawClassForm(answer.form, { at, locale, problems: problemsOf(answer) });
    try {
      if (window !== undefined) await messages.updateView(at.team, window, view);
      else if (trigger !== undefined) await messages.openView(at.team, trigger, view);
      return window !== undefined || trigger !== undefined;
    } catch (error) {
      // The person closed it, or it came too late: the words below have a button that opens it again.
      log.warn({ err: error }, 'a form could not be opened');
      return false;
    }
  };

  const drawOne = async (listener: ClassListener, answer: ClassAnswer, room: number): Promise<Drawn> => {
    if (isForm(answer)) return formWords(answer.form, listener.locale);
    if (answer.type === 'notice') return { text: fallback(answer.text), blocks: [note(answer.text)] };
    const { view } = answer;
    return drawClassView(view, await drawings.of(readChannel(listener.channel), view, listener.locale), room);
  };

  const drawAll = async (listener: ClassListener, answers: readonly ClassAnswer[]): Promise<Drawn> => {
    const blocks: Block[] = [];
    const texts: string[] = [];
    // Words before a list are few; the list has what is left.
    for (const answer of answers) {
      const between = blocks.length > 0 ? [DIVIDER] : [];
      const drawn = await drawOne(listener, answer, LIMITS.blocks - blocks.length - between.length);
      blocks.push(...between, ...drawn.blocks);
      texts.push(drawn.text);
    }
    return { text: cutMarked(texts.join('\n\n'), LIMITS.fallback), blocks: blocks.slice(0, LIMITS.blocks) };
  };

  return {
    say,
    async tell(listener, answers) {
      const form = answers.find(isForm);
      const opened = form !== undefined && (await openForm(listener, form));
      const rest = opened ? answers.filter((answer) => answer !== form) : answers;
      if (rest.length === 0) return;
      const { at, locale, isPrivate, window } = listener;
      const drawn = await drawAll(listener, rest);
      const [only, ...others] = rest;
      const { notice } = SLACK_WORDS[locale];
      if (window !== undefined && !opened) {
        const text = only?.type === 'notice' ? only.text : (drawn.text.split('\n')[0] ?? '');
        await messages.updateView(at.team, window, drawNotice(notice, text, locale));
        if (only?.type === 'notice' && others.length === 0) return;
      }
      await say(listener, drawn, isPrivate && rest.some(({ type }) => type === 'class-view'));
    },
  };
}
