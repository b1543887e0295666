// Slack waits three seconds for a window after a press, and for the answer to a form. Where the house takes longer, a window
// says so meanwhile, and shows afterwards what there is to show.
import type { Locale } from '../../../story.ts';
import type { ViewAnswer } from '../ears.ts';
import { TIMES } from '../limits.ts';
import { drawMoment, drawNotice } from '../outgoing/form.ts';
import type { ViewSubmission } from '../payloads.ts';
import { SLACK_WORDS } from '../wording.ts';
import { type Desk, LATE, within } from './desk.ts';

type Tools = Pick<Desk, 'messages' | 'telling' | 'clock' | 'log'>;

export interface Opening {
  readonly team: string;
  readonly locale: Locale;
  readonly trigger: string;
}

/** What is left to answer with, once the trigger may have been used. */
export type Ways = { readonly trigger: string } | { readonly window: string } | Readonly<Record<string, never>>;

/** Waits for what was heard; a window that asks for patience is opened where that takes long. */
export async function withWindow<H>(
  { messages, clock, log }: Tools,
  { team, locale, trigger }: Opening,
  hearing: Promise<H>,
): Promise<readonly [heard: H, ways: Ways]> {
  const heard = await within(clock, TIMES.openForm, hearing);
  if (heard !== LATE) return [heard, { trigger }];
  let ways: Ways = {};
  try {
    ways = { window: (await messages.openView(team, trigger, drawMoment(locale))).id };
  } catch (error) {
    log.warn({ err: error }, 'a window could not be opened');
  }
  return [await hearing, ways];
}

/** Each sending has a trigger of its own; the view keeps its id when it comes back to be mended. */
export const sendingId = ({ trigger_id: trigger, view }: ViewSubmission): string =>
  `form:${trigger ?? `${view.id}:${view.hash ?? ''}`}`;

export interface FormWork<H> {
  readonly team: string;
  readonly payload: ViewSubmission;
  readonly locale: Locale;
  readonly hearing: Promise<H>;
  /** What the acknowledgement says, in time. */
  readonly now: (heard: H) => Promise<ViewAnswer>;
  /** What the open window shows, too late for that. */
  readonly late: (heard: H, window: string) => Promise<void>;
}

/** Nothing was kept: what was typed stays in the window, and the fault is told at its first field. */
function faultAnswer({ view }: ViewSubmission, text: string, locale: Locale): ViewAnswer {
  const [first] = Object.keys(view.state?.values ?? {});
  if (first !== undefined) return { response_action: 'errors', errors: { [first]: text } };
  return { response_action: 'update', view: drawNotice(SLACK_WORDS[locale].notice, text, locale) };
}

export async function acknowledged<H>(tools: Tools, work: FormWork<H>): Promise<ViewAnswer> {
  const { messages, telling, clock, log } = tools;
  const { team, payload, locale, hearing } = work;
  const finishLate = async (): Promise<void> => {
    const window = payload.view.id;
    try {
      await work.late(await hearing, window);
    } catch (error) {
      log.error({ err: error }, 'a form could not be seen to');
      const text = telling.faultText(error, locale);
      await messages.updateView(team, window, drawNotice(SLACK_WORDS[locale].notice, text, locale));
    }
  };
  try {
    const heard = await within(clock, TIMES.acknowledgeForm, hearing);
    if (heard !== LATE) return await work.now(heard);
  } catch (error) {
    log.error({ err: error }, 'a form could not be seen to');
    return faultAnswer(payload, telling.faultText(error, locale), locale);
  }
  finishLate().catch((error: unknown) => log.error({ err: error }, 'a form could not be seen to'));
  return { response_action: 'update', view: drawMoment(locale) };
}
