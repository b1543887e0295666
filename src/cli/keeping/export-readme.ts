// What an exported folder says of itself: what each file is, and since when it is kept.
import type { Holding } from '../../bots/index.ts';
import type { Locale } from '../../story.ts';
import { type KeptBook, type ShownClass, shownClass, titleOf } from './books.ts';
import { classMemory, type ReviewState } from './class-memory.ts';

export interface ExportedFile {
  readonly path: string;
  readonly kind: Holding['kind'];
  readonly size: number;
  /** ISO 8601; absent where that is not known. */
  readonly keptSince?: string;
}

export interface Described {
  readonly book: KeptBook;
  readonly files: readonly ExportedFile[];
  /** ISO 8601. */
  readonly lastChange: string | undefined;
  readonly keptUntil: string | undefined;
}

interface Sayings {
  readonly heading: (id: string, title: string) => string;
  readonly untitled: string;
  readonly deleted: string;
  readonly changed: (when: string) => string;
  readonly until: (when: string) => string;
  readonly inClass: (room: ShownClass, review: string, isApproved: boolean) => string;
  readonly reviews: Readonly<Record<ReviewState, string>>;
  readonly session: readonly string[];
  readonly files: string;
  readonly kinds: Readonly<Record<ExportedFile['kind'], string>>;
  readonly since: (when: string) => string;
  readonly elsewhere: string;
}

const ko: Sayings = {
  heading: (id, title) => `그림책 “${title}”에 대해 이 프로그램이 보관하고 있는 것 모두 (${id})`,
  untitled: '제목 없음',
  deleted: '이 책은 지워졌어요. 지웠다는 사실과 개수만 남아 있어요.',
  changed: (when) => `마지막으로 바뀐 때: ${when}`,
  until: (when) => `이때가 지나면 저절로 지워져요: ${when}`,
  inClass: ({ title, label }, review, isApproved) =>
    `교실: ${title ?? '이름 없는 반'}. 교실에서 부르는 이름: ${label}. 검토: ${review}. ${isApproved ? '나간 책이 있어요.' : '아직 나간 책이 없어요.'}`,
  reviews: {
    approved: '선생님이 좋다고 했어요',
    waiting: '선생님을 기다려요',
    returned: '돌려받았어요',
    none: '아직 없어요',
  },
  session: [
    'session.json – 책에 대해 적어 둔 것 모두:',
    '  session.owner: 책을 시작한 사람의 번호(서비스의 번호이고 이름이 아니에요). title, authors: 제목과 지은이.',
    '  session.scenes: 그림마다 적은 것. fields는 칸에 적은 말, caption은 그림 설명, versions는 그 쪽의 글과 예전 글,',
    '    source.kind는 누가 썼는지(person 사람, rules 규칙, model AI), picture는 그림 파일, suggestions는 추천한 낱말.',
    '  session.removed: 뺀 그림. files: 만든 책 파일. used: 바깥 서비스에 물어본 양과 이름. seen, known: 이미 들은 일의 번호.',
    '  session.room: 교실에서 부르는 이름과 규칙. session.review, approved, proof: 선생님의 검토와 한마디, 검토한 책.',
    '  classMemory: 교실이 이 책에 대해 보관하는 것(이름, 제목, 검토, 책장 번호, 메시지의 번호)과 이 책을 묶은 문집.',
    '  platformMemory: Discord·Slack·페이지가 이 책에 대해 기억하는 번호들.',
  ],
  files: '파일:',
  kinds: {
    picture: '올린 그림을 새로 인코딩한 것 (촬영 장소 같은 정보 없음)',
    thumbnail: '화면에 보이는 작은 그림',
    upload: '올린 그대로의 파일 (확인이 끝나면 지워요)',
    book: '만든 책',
    page: '만든 책의 한 쪽 그림',
    paper: '만든 책의 인쇄용 파일',
    going: '곧 지울 것',
  },
  since: (when) => `${when}부터`,
  elsewhere:
    '여기에 없는 것: 대화방에 사람들이 올린 메시지와 봇이 올린 메시지(그 서비스에 있어요), 내려받거나 인쇄한 책. 이 폴더에는 아이의 글과 그림이 있으니 잘 간수하고, 다 쓴 다음에는 지워 주세요.',
};

const en: Sayings = {
  heading: (id, title) => `All that this program keeps about the picture book “${title}” (${id})`,
  untitled: 'untitled',
  deleted: 'This book was deleted. Only that fact and numbers are left.',
  changed: (when) => `Last changed: ${when}`,
  until: (when) => `Deleted by itself after: ${when}`,
  inClass: ({ title, label }, review, isApproved) =>
    `Class: ${title ?? 'without a name'}. Known there as: ${label}. Review: ${review}. ${isApproved ? 'A print of it was approved.' : 'No print of it was approved yet.'}`,
  reviews: { approved: 'approved', waiting: 'waits for a teacher', returned: 'given back', none: 'none yet' },
  session: [
    'session.json: all that is written down about the book.',
    '  session.owner: id of whoever began it (an id of the service, no name). title, authors: as typed.',
    '  session.scenes: what was said of each picture: fields as typed, caption, versions (the text of the page and earlier',
    '    ones), source.kind (person, rules, or model for AI), picture (its file), suggestions (words that were suggested).',
    '  session.removed: pictures taken out. files: books made. used: what services were asked. seen, known: ids of events.',
    '  session.room: name in class and rules. session.review, approved, proof: what a teacher said, and of which print.',
    '  classMemory: what the class keeps of it (name, title, review, place on the shelf, ids of messages), and anthologies.',
    '  platformMemory: ids that Discord, Slack or the page remember for this book.',
  ],
  files: 'Files:',
  kinds: {
    picture: 'an uploaded picture, encoded anew (no place or camera data)',
    thumbnail: 'the same, small, for screens',
    upload: 'a file as it was uploaded (deleted once it is checked)',
    book: 'a finished book',
    page: 'a page of a finished book',
    paper: 'a file of a finished book for a printer',
    going: 'about to be deleted',
  },
  since: (when) => `since ${when}`,
  elsewhere:
    "Not here: messages of people and of the bot in a chat (they are with that service), downloaded and printed books. This folder holds children's words and pictures: keep it safe, and delete it after use.",
};

const SAYINGS: Readonly<Record<Locale, Sayings>> = { ko, en };

export function readmeOf({ book, files, lastChange, keptUntil }: Described, locale: Locale): string {
  const { id, session } = book;
  const say = SAYINGS[locale];
  const title = titleOf(session) ?? say.untitled;
  const room = shownClass(book);
  const memory = classMemory(book);
  const lines = [
    say.heading(id, title),
    '',
    ...(session.state === 'deleted' ? [say.deleted] : []),
    ...(lastChange === undefined ? [] : [say.changed(lastChange)]),
    ...(keptUntil === undefined ? [] : [say.until(keptUntil)]),
    ...(room && memory ? [say.inClass(room, say.reviews[memory.review], memory.isApproved)] : []),
    '',
    ...say.session,
    '',
    say.files,
    ...files.map(
      ({ path, kind, size, keptSince }) =>
        `  ${path} – ${say.kinds[kind]}, ${size} B${keptSince ? `, ${say.since(keptSince)}` : ''}`,
    ),
    '',
    say.elsewhere,
  ];
  return `${lines.join('\n')}\n`;
}
