// What the bot and the people need to be allowed, and what of it is missing. The names are those of Discord's settings.
import type { Locale } from '../../story.ts';
import { CHANNEL } from './wire.ts';

interface Permission {
  readonly bit: bigint;
  readonly ko: string;
  readonly en: string;
}

const ADMINISTRATOR = 1n << 3n;
const MANAGE_GUILD = 1n << 5n;
const MANAGE_THREADS = 1n << 34n;

export const PERMISSIONS = {
  viewChannel: { bit: 1n << 10n, ko: '채널 보기', en: 'View Channel' },
  sendMessages: { bit: 1n << 11n, ko: '메시지 보내기', en: 'Send Messages' },
  attachFiles: { bit: 1n << 15n, ko: '파일 첨부', en: 'Attach Files' },
  readHistory: { bit: 1n << 16n, ko: '메시지 기록 보기', en: 'Read Message History' },
  createPublicThreads: { bit: 1n << 35n, ko: '공개 스레드 만들기', en: 'Create Public Threads' },
  createPrivateThreads: { bit: 1n << 36n, ko: '비공개 스레드 만들기', en: 'Create Private Threads' },
  sendInThreads: { bit: 1n << 38n, ko: '스레드에서 메시지 보내기', en: 'Send Messages in Threads' },
} as const satisfies Readonly<Record<string, Permission>>;

export type PermissionName = keyof typeof PERMISSIONS;

const NEEDED_IN_THREADS = ['viewChannel', 'sendInThreads', 'attachFiles', 'readHistory'] as const;
/** For the teachers' room, and for what is said to the class in its channel. */
const NEEDED_FOR_CLASSES = [
  'viewChannel',
  'sendMessages',
  'createPrivateThreads',
  'sendInThreads',
  'attachFiles',
  'readHistory',
] as const;
const NEEDED_BY_PEOPLE = ['sendInThreads', 'attachFiles'] as const;

/** As Discord writes sets of permissions. Absent or unreadable: nothing is allowed. */
export const readBits = (text: string | undefined): bigint => (text && /^\d+$/.test(text) ? BigInt(text) : 0n);

const missing = (held: bigint, needed: readonly PermissionName[]): readonly PermissionName[] =>
  (held & ADMINISTRATOR) !== 0n ? [] : needed.filter((name) => (held & PERMISSIONS[name].bit) === 0n);

/** What the bot lacks to open a thread of that type and to talk there. */
export const missingForBot = (held: bigint, threadType: number): readonly PermissionName[] =>
  missing(held, [
    'viewChannel',
    threadType === CHANNEL.privateThread ? 'createPrivateThreads' : 'createPublicThreads',
    ...NEEDED_IN_THREADS.filter((name) => name !== 'viewChannel'),
  ]);

/** What the bot lacks to lead a class there. */
export const missingForClass = (held: bigint): readonly PermissionName[] => missing(held, NEEDED_FOR_CLASSES);

/** What a person lacks to post pictures there. */
export const missingForPerson = (held: bigint): readonly PermissionName[] => missing(held, NEEDED_BY_PEOPLE);

export const permissionNames = (names: readonly PermissionName[], locale: Locale): readonly string[] =>
  names.map((name) => PERMISSIONS[name][locale]);

/** In both languages, for those who read it outside of a conversation. */
const inBoth = (name: PermissionName): string => `${PERMISSIONS[name].ko}(${PERMISSIONS[name].en})`;
export const NEEDED_IN_THREADS_NAMES: readonly string[] = NEEDED_IN_THREADS.map(inBoth);
export const NEEDED_FOR_CLASSES_NAMES: readonly string[] = NEEDED_FOR_CLASSES.map(inBoth);

/** Whether somebody sees every private thread, without being in it. */
export const seesThreads = (held: bigint): boolean => (held & (ADMINISTRATOR | MANAGE_THREADS)) !== 0n;

/** Who may manage the server is a teacher. */
export const managesServer = (held: bigint): boolean => (held & (ADMINISTRATOR | MANAGE_GUILD)) !== 0n;
