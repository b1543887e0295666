// What a command runs in: handed over by the door, so that commands themselves read no environment.
import type { Config } from '../config.ts';
import type { Locale } from '../story.ts';
import type { Terminal } from './ask.ts';
import type { Progress } from './progress.ts';

export interface Surroundings {
  readonly config: Config;
  /** Language of messages and questions; the book's own language is another matter. */
  readonly locale: Locale;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** Present when questions can be asked. */
  readonly terminal?: Terminal;
}
