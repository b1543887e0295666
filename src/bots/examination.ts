// What examining a platform means: trying what the configuration names without starting to talk.
import type { Config } from '../config.ts';
import type { Finding } from '../finding.ts';
import type { Locale } from '../story.ts';

export interface ExamineOptions {
  /** Fires when it takes too long. */
  readonly signal: AbortSignal;
  /** Of whoever reads the findings. */
  readonly locale: Locale;
  /** The program is running, so that its ports are taken by itself. */
  readonly isRunning: boolean;
}

export interface Examined {
  readonly findings: readonly Finding[];
  /** Hosts that the program would talk to for this platform. */
  readonly reaches: readonly string[];
}

/** Never rejects for what is wrong with the platform: that is a finding. Tokens are in none of them. */
export type Examine = (config: Config, options: ExamineOptions) => Promise<Examined>;
