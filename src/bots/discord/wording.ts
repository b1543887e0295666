// What Discord alone needs to say, in both languages: commands, threads, permissions. The conversation's own words are
// in `../conversation/wording.ts`.
import type { Locale } from '../../story.ts';

export interface DiscordWords {
  /** @param who number or nickname in class. */
  readonly threadName: (title?: string, who?: string) => string;
  /** @param title of the class; may be empty. Every such name begins with that for none. */
  readonly deskName: (title: string) => string;
  readonly deskOpened: string;
  readonly opened: (thread: string) => string;
  readonly openedWithPictures: (thread: string, pictures: number) => string;
  readonly botLacks: (names: string) => string;
  readonly personLacks: (names: string) => string;
  readonly wrongChannel: string;
  readonly privateElsewhere: string;
  readonly noBookHere: string;
  readonly helpOutside: string;
  readonly noPicturesThere: string;
  readonly picturesTaken: (pictures: number) => string;
  readonly uploaded: string;
  readonly resumed: string;
  readonly done: string;
  readonly openForm: string;
  readonly reopen: string;
  readonly notUnderstood: string;
  readonly cannotSee: string;
  readonly pickScene: string;
  readonly pickPage: string;
  readonly suggestions: string;
  readonly suggestionsHint: string;
  readonly chooseOne: (label: string) => string;
  readonly chooseOneHint: string;
  readonly chooseNone: string;
  readonly caption: string;
  readonly captionOf: (number: number, label: string) => string;
  readonly complete: string;
  readonly toComplete: (labels: string) => string;
  readonly coverMissing: string;
  /** In classes. */
  readonly classLacks: (names: string) => string;
  readonly classNeedsText: string;
  readonly whatToDo: string;
  readonly toBook: string;
  readonly toDesk: string;
  readonly comeIn: (thread: string) => string;
  readonly bookThreadGone: string;
  readonly noDesk: string;
  /** Pages of a book that are not shown beside it. */
  readonly restInPdf: (pages: number) => string;
  readonly partOf: (part: number, parts: number) => string;
  /** For whoever starts the program. */
  readonly startedBlind: string;
}

const ko: DiscordWords = {
  threadName: (title, who) => `📖 ${[who, title ?? '새 그림책'].filter(Boolean).join(' · ')}`,
  deskName: (title) => `🍎 선생님 방${title && ` · ${title}`}`,
  deskOpened:
    '선생님만 보는 방이에요. 누가 어디까지 했는지, 다 만든 책은 어떤지 여기에서 보고 정할 수 있어요. 다른 선생님은 /storybook class 명령의 “선생님 방으로 가기”로 들어와요.',
  opened: (thread) => `그림책을 만들 자리를 열었어요. 여기로 오세요: ${thread}`,
  openedWithPictures: (thread, pictures) => `그림 ${pictures}장으로 그림책을 시작했어요. 여기로 오세요: ${thread}`,
  botLacks: (names) =>
    `여기에서는 그림책을 만들 수 없어요. 봇에게 이 권한이 없어요: ${names}\n서버 관리자에게 켜 달라고 말해 주세요.`,
  personLacks: (names) => `그림책을 만들려면 이 권한이 있어야 해요: ${names}\n선생님이나 서버 관리자에게 말해 주세요.`,
  wrongChannel: '여기에서는 그림책을 시작할 수 없어요. 글을 쓰는 보통 채널에서 다시 해 주세요.',
  privateElsewhere: '공지 채널에서는 비공개 스레드를 열 수 없어요. 글을 쓰는 보통 채널에서 다시 해 주세요.',
  noBookHere:
    '여기는 그림책을 만드는 자리가 아니에요. 책을 만드는 스레드에서 다시 하거나, /storybook start 명령으로 새 책을 시작해 주세요.',
  helpOutside: '/storybook start 명령을 쓰면 새 책을 만들 스레드가 열려요.',
  noPicturesThere: '이 메시지에는 그림이 없어요. 그림이 있는 메시지에서 다시 해 주세요.',
  picturesTaken: (pictures) => `이 메시지의 그림 ${pictures}장을 책으로 가져오고 있어요.`,
  uploaded: '그림을 받았어요.',
  resumed: '책 카드를 맨 아래에 새로 올렸어요.',
  done: '했어요.',
  openForm: '이제 적을 수 있어요. 아래 버튼을 눌러 주세요.',
  reopen: '고쳐 적기',
  notUnderstood: '이 버튼은 이제 쓸 수 없어요. 책 카드의 버튼을 눌러 주세요.',
  cannotSee:
    '여기에 올린 그림은 봇에게 보이지 않아요. “그림 올리기” 버튼으로 올리거나, 그림이 있는 메시지를 길게 눌러 앱 › “여기서 그림책 만들기”를 골라 주세요.',
  pickScene: '그림 고르기',
  pickPage: '쪽 고르기',
  suggestions: '골라 넣기',
  suggestionsHint: '고른 말은 위 칸에 더해져요. 고르지 않아도 돼요.',
  chooseOne: (label) => `${label} 고르기`,
  chooseOneHint: '하나만 골라 주세요. 위 칸에 적으면 적은 말을 써요.',
  chooseNone: '고르지 않고 직접 적을게요',
  caption: '그림 설명 고치기',
  captionOf: (number, label) => `${number}번 그림: ${label}`,
  complete: '다 적었어요',
  toComplete: (labels) => `필요한 것: ${labels}`,
  startedBlind:
    'Discord: 봇이 메시지를 볼 수 없어서 그림을 버튼으로만 받아요. 스레드에 올린 그림도 받으려면 Discord 개발자 페이지의 Bot에서 Message Content Intent를 켜고 다시 시작해 주세요.',
  coverMissing: '표지 그림은 함께 올리지 못했어요. PDF 안에는 그대로 있어요.',
  classLacks: (names) =>
    `여기에서는 교실을 열 수 없어요. 봇에게 이 권한이 없어요: ${names}\n서버 설정이나 채널 설정에서 켜고 다시 눌러 주세요.`,
  classNeedsText: '교실은 글을 쓰는 보통 채널에서만 열 수 있어요. 선생님 방이 될 비공개 스레드가 있어야 하거든요.',
  whatToDo: '할 일 고르기',
  toBook: '이 책으로 가기',
  toDesk: '선생님 방으로 가기',
  comeIn: (thread) => `여기예요: ${thread}`,
  bookThreadGone: '이 책의 스레드는 지워졌어요. 책은 아직 남아 있으니, 필요 없으면 “모두 지우기”로 지워 주세요.',
  noDesk: '아직 선생님 방이 없어요. /storybook classroom 명령으로 교실을 먼저 열어 주세요.',
  restInPdf: (pages) => `나머지 ${pages}쪽은 PDF에 있어요.`,
  partOf: (part, parts) => `${parts}개로 나누어 올려요: ${part}번째`,
};

const en: DiscordWords = {
  threadName: (title, who) => `📖 ${[who, title ?? 'A new picture book'].filter(Boolean).join(' · ')}`,
  deskName: (title) => `🍎 Teachers’ room${title && ` · ${title}`}`,
  deskOpened:
    'Only teachers see this room: how far everybody is, and finished books that wait for your yes. Other teachers come in with “Go to the teachers’ room” under /storybook class.',
  opened: (thread) => `There is a place for your book now. Come here: ${thread}`,
  openedWithPictures: (thread, pictures) =>
    `Your book begins with ${pictures === 1 ? 'one picture' : `${pictures} pictures`}. Come here: ${thread}`,
  botLacks: (names) => `No book can be made here: the bot lacks ${names}.\nPlease ask whoever manages the server.`,
  personLacks: (names) => `To make a book you need: ${names}.\nPlease ask your teacher or whoever manages the server.`,
  wrongChannel: 'A book cannot be started here. Please try again in an ordinary text channel.',
  privateElsewhere: 'Announcement channels have no private threads. Please try again in an ordinary text channel.',
  noBookHere:
    'No book is being made here. Try again in the thread of a book, or start a new one with /storybook start.',
  helpOutside: 'The command /storybook start opens a thread for a new book.',
  noPicturesThere: 'This message has no pictures. Please choose a message that has some.',
  picturesTaken: (pictures) =>
    `${pictures === 1 ? 'The picture of this message is' : `The ${pictures} pictures of this message are`} on the way into the book.`,
  uploaded: 'The pictures are here.',
  resumed: 'A fresh card is at the bottom.',
  done: 'Done.',
  openForm: 'It is ready to be filled in. Please press the button below.',
  reopen: 'Correct it',
  notUnderstood: 'This button is no longer in use. Please use those on the card.',
  cannotSee:
    'The bot cannot see pictures posted here. Upload them with the “Add pictures” button, or open the menu of the message with the pictures and choose Apps › “Make a picture book”.',
  pickScene: 'Choose a picture',
  pickPage: 'Choose a page',
  suggestions: 'Tap to add',
  suggestionsHint: 'What you tap is added to the boxes above. You need not tap anything.',
  chooseOne: (label) => `${label}: tap one`,
  chooseOneHint: 'Only one. If you write in the box above, that is taken.',
  chooseNone: 'None, I will write it myself',
  caption: 'Change what is seen',
  captionOf: (number, label) => `Picture ${number}: ${label}`,
  complete: 'complete',
  toComplete: (labels) => `needs ${labels}`,
  startedBlind:
    'Discord: the bot cannot see messages, so pictures come through its buttons alone. To take those posted in threads as well, switch on Message Content Intent under Bot on the Discord developer page and start again.',
  coverMissing: 'The image of the cover could not be sent along. It is in the PDF as it should be.',
  classLacks: (names) =>
    `No class can be led here: the bot lacks ${names}.\nPlease allow it in the settings of the server or the channel and press again.`,
  classNeedsText: 'A class needs an ordinary text channel: only there can be a private thread for the teachers.',
  whatToDo: 'What to do',
  toBook: 'Go to this book',
  toDesk: 'Go to the teachers’ room',
  comeIn: (thread) => `It is here: ${thread}`,
  bookThreadGone:
    'The thread of this book was deleted. The book is still kept; if nobody needs it, use “Delete everything”.',
  noDesk: 'There is no teachers’ room yet. Open the class first with /storybook classroom.',
  restInPdf: (pages) => (pages === 1 ? 'The last page is in the PDF.' : `The other ${pages} pages are in the PDF.`),
  partOf: (part, parts) => `In ${parts} messages; this is number ${part}.`,
};

export const DISCORD_WORDS: Readonly<Record<Locale, DiscordWords>> = { ko, en };
