// The local page as a platform: opens the port, says where, and takes what conversations have to say.
import { randomBytes, randomInt } from 'node:crypto';
import { hostname } from 'node:os';
import type { Blobs } from '../../blobs.ts';
import type { Config, WebConfig } from '../../config.ts';
import type { Log } from '../../log.ts';
import type { Stores } from '../../store.ts';
import type { Locale } from '../../story.ts';
import type { Platform } from '../types.ts';
import { createAccess, DOORS, readableCode } from './access.ts';
import { addressesOf } from './addresses.ts';
import { type AppOptions, createApp } from './app.ts';
import { loadAssets } from './assets.ts';
import { createClassDesk } from './class-desk.ts';
import { createDesk, SERVICE } from './desk.ts';
import { type Listening, listen } from './listen.ts';
import { isLoopback } from './origins.ts';
import type { NoticeView } from './view-types.ts';
import { announcement } from './wording.ts';

export interface WebOptions {
  readonly web: WebConfig;
  readonly config: Pick<Config, 'locale' | 'maxPictureBytes' | 'retentionDays'>;
  readonly blobs: Pick<Blobs, 'get'>;
  readonly stores: Pick<Stores, 'open'>;
  readonly log: Pick<Log, 'error'>;
  readonly captioning: Pick<AppOptions, 'offer'>;
  readonly announce: (line: string) => void;
  /** The language of whoever started the program. */
  readonly locale: Locale;
}

const DAY = 24 * 60 * 60 * 1000;
/** The code that visitors have to know: the one that was set, or a new one where others than this computer can come. */
const codeFor = ({ host, code }: WebConfig): string | undefined =>
  code ?? (isLoopback(host) ? undefined : readableCode((below) => randomInt(below)));

/** Kept, so that whoever is in stays in when the program starts again. */
async function secretFrom(stores: Pick<Stores, 'open'>): Promise<string> {
  const store = stores.open<string>({ namespace: 'web-secret' });
  const known = await store.get('secret');
  if (known !== undefined) return known;
  const made = randomBytes(32).toString('base64url');
  await store.set('secret', made);
  return made;
}

export function createWebPlatform(options: WebOptions): Platform {
  const { web, config, blobs, stores, log, announce, locale } = options;
  const { offer } = options.captioning;
  const notices = stores.open<readonly NoticeView[]>({
    namespace: 'web-notices',
    ttl: Math.ceil(config.retentionDays * DAY),
  });
  const desk = createDesk({
    blobs,
    notices,
    limits: { bytes: config.maxPictureBytes },
    now: Date.now,
    newName: () => randomBytes(16).toString('base64url'),
  });
  const classDesk = createClassDesk({ blobs, notices, now: Date.now });
  const code = codeFor(web);
  const teacherCode = web.teacherCode ?? readableCode((below) => randomInt(below));
  let closing = new AbortController();
  let listening: Listening | undefined;

  return {
    name: SERVICE,
    async start(reception) {
      const [assets, secret] = await Promise.all([loadAssets(), secretFrom(stores)]);
      const access = code === undefined ? undefined : createAccess({ ...DOORS.visitor, code, secret, now: Date.now });
      const teachers = createAccess({
        ...DOORS.teacher,
        code: teacherCode,
        secret: `${secret}:teachers`,
        now: Date.now,
      });
      closing = new AbortController();
      const own = hostname();
      const app = createApp({
        desk,
        classDesk,
        teachers,
        assets,
        ...(access && { access }),
        names: [web.host, own, `${own}.local`],
        locale: config.locale,
        log,
        ...(offer && { offer }),
        signal: closing.signal,
      });
      desk.open(reception);
      classDesk.open(reception);
      listening = await listen({ host: web.host, port: web.port, fetch: app.fetch });
      const addresses = addressesOf(web.host, listening.port);
      const opened = { addresses, teacherCode, ...(code !== undefined && { code }) };
      for (const line of announcement(opened, locale)) announce(line);
    },
    async send(thread, outbound) {
      return outbound.to === 'class' ? classDesk.sent(outbound) : desk.sent(thread, outbound);
    },
    async stop() {
      closing.abort();
      await listening?.close();
      listening = undefined;
      desk.close();
      classDesk.close();
    },
  };
}
