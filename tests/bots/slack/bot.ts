// The real program over the fake service: `startTalking` with the real pipeline behind a queue of this process, and what a
// person does to bring a book from the command to the thread.
import { readFile } from 'node:fs/promises';
import { pino } from 'pino';
import { createSlack } from '../../../src/bots/slack/platform.ts';
import { type Config, readConfig } from '../../../src/config.ts';
import type { JobHandlers } from '../../../src/jobs.ts';
import { startTalking, type Talking, type TalkingOptions } from '../../../src/main/talking.ts';
import { createInlineQueue } from '../../../src/pipeline/queue/inline.ts';
import { loadSharp } from '../../../src/raster.ts';
import { handlersFor } from '../../../src/worker/handlers-for.ts';
import { type Slack, type SlackOptions, startSlack } from '../../fakes/slack/index.ts';

export const PORT_LINE = /localhost:(\d+)/;

const NAMES = ['1-roof', '2-forest', '3-lake', '4-tower', '5-moon', '6-crayon'];

/** One of the examples, small, and another with every number. */
export async function picture(number: number): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const example = NAMES[number % NAMES.length] ?? '';
  const file = await readFile(new URL(`../../../examples/moonlight-picnic/${example}.png`, import.meta.url));
  const sharp = await loadSharp();
  const bytes = await sharp(file)
    .resize({ width: 160 + 8 * number })
    .png()
    .toBuffer();
  return { name: `${number}.png`, bytes: new Uint8Array(bytes) };
}

export const pictures = (count: number) => Promise.all(Array.from({ length: count }, (_, index) => picture(index + 1)));

/** Everything is called as in `.env`. */
export const socketVariables = (slack: Slack): Record<string, string> => ({
  SLACK_BOT_TOKEN: slack.installation().token,
  SLACK_APP_TOKEN: slack.app.appToken,
  SLACK_API_URL: slack.apiUrl,
});

/** A Slack that waits long: the whole program, its work and Slack share one thread here, so that how quick it is shows nothing. */
export const startCalmSlack = (options: SlackOptions = {}): Promise<Slack> =>
  startSlack({ answerWithin: 30_000, ...options });

export interface BotOptions {
  readonly folder: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly platforms?: TalkingOptions['platforms'];
  readonly createQueue?: TalkingOptions['createQueue'];
  /** In the place of the real ones. */
  readonly handlers?: Partial<JobHandlers>;
}

export interface Bot extends Talking {
  readonly config: Config;
  /** What whoever started the program is told. */
  readonly announced: readonly string[];
  /** Lines of the log, of level warn and above. */
  readonly logged: readonly string[];
}

export async function startBot({ folder, variables, platforms, createQueue, ...given }: BotOptions): Promise<Bot> {
  const config = readConfig({ DATA_DIR: folder, WEB: 'off', ...variables });
  const logged: string[] = [];
  const announced: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
  const handlers = { ...handlersFor(config), ...given.handlers };
  const quick: TalkingOptions['platforms'] = async (tools) =>
    tools.config.slack ? [createSlack({ ...tools, betweenEdits: 50 }, tools.config.slack)] : [];
  const talking = await startTalking({
    locale: 'ko',
    config,
    log,
    announce: (line) => void announced.push(line),
    createQueue: createQueue ?? (() => createInlineQueue({ handlers, log })),
    platforms: platforms ?? quick,
  });
  return { ...talking, config, announced, logged };
}
