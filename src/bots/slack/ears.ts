// What the connection tells, and to whom: everything heard from Slack as plain data. What it means is for `listening/`.
import type { Fields } from './calls.ts';
import type {
  BlockActions,
  MessageShortcut,
  SlackCommand,
  SlackEvent,
  ViewSubmission,
  WorkflowStep,
} from './payloads.ts';

export interface Organisation {
  readonly id: string;
  /** Whether the bot was installed in all of it, and not in the workspace alone. */
  readonly isInstalled: boolean;
}

/** Where something was heard, and as whom the bot is there. */
export interface Heard<P> {
  readonly team: string;
  readonly self: string | undefined;
  /** Of the workspace, where it has one. */
  readonly organisation?: Organisation;
  readonly payload: P;
}

/** Answers, seen by one person, where Slack gave an address for it. */
export type Respond = (message: Fields) => Promise<void>;

/** What Slack is to do with a form that was sent; `undefined` closes it. */
export type ViewAnswer = Fields | undefined;

export interface Ears {
  event(heard: Heard<SlackEvent> & { readonly id: string }): Promise<void>;
  command(heard: Heard<SlackCommand>, respond: Respond): Promise<void>;
  shortcut(heard: Heard<MessageShortcut>, respond: Respond): Promise<void>;
  press(heard: Heard<BlockActions>, respond: Respond): Promise<void>;
  /** Resolves within `TIMES.acknowledgeForm` or so: Slack waits for it. */
  submission(heard: Heard<ViewSubmission>): Promise<ViewAnswer>;
  /** Resolves with what the workflow goes on with. */
  step(heard: Heard<WorkflowStep>): Promise<Fields>;
  /** The connection was lost and is there again. */
  reconnected(): void;
}
