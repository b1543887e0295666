// Brings to the person what the conversation answers: a form in a window, words that only they see. A window has to be
// open soon after the press; where that is too late, the words carry a button that opens it.
import { isTalesError, type TalesError } from '../../errors.ts';
import { explain } from '../../explain.ts';
import type { Log } from '../../log.ts';
import type { Locale } from '../../story.ts';
import { cardOf } from '../conversation/card.ts';
import type { Form, Problem } from '../conversation/forms.ts';
import type { Answer } from '../conversation/replies.ts';
import type { Session } from '../conversation/session.ts';
import type { Respond } from './ears.ts';
import type { BookAddress } from './incoming/presses.ts';
import type { Gallery, Messages } from './messages.ts';
import { drawAnswers } from './outgoing/answers.ts';
import type { Drawn } from './outgoing/card.ts';
import { drawForm, drawNotice, type View } from './outgoing/form.ts';
import type { Pictures } from './pictures.ts';
import { nameThread, type Place, type Spot } from './thread.ts';
import { SLACK_WORDS } from './wording.ts';

/** A person who is to be told something about the book of a thread. */
export interface Listener {
  readonly spot: Spot;
  readonly user: string;
  readonly locale: Locale;
  /** Whether the person sees the thread, and not only its root. */
  readonly inThread: boolean;
  /** Where the person is, if that is another place: what is said goes there, and names the book. */
  readonly at?: Place;
  readonly respond?: Respond;
  /** With which a window may be opened, for 3 s. */
  readonly trigger?: string;
  /** A window of ours that is open and waits for its content. */
  readonly window?: string;
}

export interface TellingOptions {
  readonly messages: Messages;
  readonly gallery: Gallery;
  readonly pictures: Pictures;
  readonly look: (thread: string) => Promise<Session | undefined>;
  readonly log: Pick<Log, 'warn' | 'error'>;
}

export interface Telling {
  tell(listener: Listener, answers: readonly Answer[]): Promise<void>;
  /** Words that only this person sees. */
  say(listener: Listener, drawn: Drawn): Promise<void>;
  formView(listener: Listener, form: Form, more?: FormMore): Promise<View>;
  /** What went wrong, in the person's language. */
  faultText(error: unknown, locale: Locale): string;
}

export interface FormMore {
  readonly problems?: readonly Problem[];
  /** Only pictures that Slack is known to draw: nobody can try again without. */
  readonly careful?: boolean;
}

/** What buttons in an answer act on, wherever that is read. */
export const addressOf = ({ channel, ts: root }: Spot, at: Place | undefined): BookAddress =>
  at ? { root, channel } : { root };

const isForm = (answer: Answer): answer is Extract<Answer, { readonly form: Form }> => 'form' in answer;

export function createTelling({ messages, gallery, pictures, look, log }: TellingOptions): Telling {
  const faultText: Telling['faultText'] = (error, locale) => {
    const fault: Pick<TalesError, 'code' | 'details'> = isTalesError(error)
      ? error
      : { code: 'unexpected', details: {} };
    return explain(fault, locale);
  };

  const say: Telling['say'] = async ({ spot, user, inThread, at, respond }, { text, blocks }) => {
    // An answer by address appears in the channel, so it is for those who are there.
    if (!inThread && respond) {
      await respond({ response_type: 'ephemeral', replace_original: false, text, blocks });
      return;
    }
    const { ts: _, ...channel } = spot;
    await messages.whisper(at ?? (inThread ? spot : channel), user, { text, blocks });
  };

  const formView: Telling['formView'] = async (listener, form, { problems = [], careful = false } = {}) => {
    const { spot, locale, inThread, at } = listener;
    const thread = nameThread(spot);
    const session = form.scene === undefined || form.id === 'pictures' ? undefined : await look(thread);
    const file = form.scene === undefined ? undefined : (await pictures.filesFor(spot.team, session))(form.scene);
    const isShown = file !== undefined && (!careful || gallery.drew(file));
    const shown = session && isShown && cardOf(session, locale).pictures.find(({ scene }) => scene === form.scene);
    const picture = shown && file !== undefined ? { picture: { file, alt: shown.alt } } : {};
    return drawForm(form, { thread, inThread, locale, problems, ...picture, ...(at && { at }) });
  };

  const openForm = async (listener: Listener, answer: Extract<Answer, { readonly form: Form }>): Promise<boolean> => {
    const { spot, trigger, window } = listener;
    const problems = answer.type === 'problems' ? answer.problems : [];
    if (window === undefined && trigger === undefined) return false;
    const view = await formView(listener, answer.form, { problems });
    try {
      if (window !== undefined) await messages.updateView(spot.team, window, view);
      else if (trigger !== undefined) await messages.openView(spot.team, trigger, view);
      return true;
    } catch (error) {
      // The person closed it, or it came too late: the words below have a button that opens it again.
      log.warn({ err: error }, 'a form could not be opened');
      return false;
    }
  };

  const tellWords = async (listener: Listener, answers: readonly Answer[]): Promise<void> => {
    const { spot, locale, inThread, at, window } = listener;
    const fileFor = await pictures.filesFor(spot.team, await look(nameThread(spot)));
    const drawn = drawAnswers(answers, { ...addressOf(spot, at), locale, inThread, fileFor });
    if (!drawn) return;
    const [only] = answers;
    if (window !== undefined && answers.length === 1 && (only?.type === 'saved' || only?.type === 'notice')) {
      await messages.updateView(spot.team, window, drawNotice(SLACK_WORDS[locale].notice, only.text, locale));
      return;
    }
    await say(listener, drawn);
    if (window !== undefined) {
      const text = drawn.text.split('\n')[0] ?? '';
      await messages.updateView(spot.team, window, drawNotice(SLACK_WORDS[locale].notice, text, locale));
    }
  };

  return {
    say,
    formView,
    faultText,
    async tell(listener, answers) {
      const form = answers.find(isForm);
      const opened = form !== undefined && (await openForm(listener, form));
      const rest = opened ? answers.filter((answer) => answer !== form) : answers;
      // With a form open, the window is no longer free for words.
      const { window: _, ...free } = listener;
      if (rest.length > 0) await tellWords(opened ? free : listener, rest);
    },
  };
}
