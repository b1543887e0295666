// What only the Slack bot has to say about classes, in Korean and English. Everything else is the class's own.
import type { Locale } from '../../story.ts';

export interface ClassWords {
  /** With a link, or a name. */
  readonly file: (link: string) => string;
  readonly moreFiles: (count: number) => string;
  readonly filesComing: string;
  readonly filesLate: string;
  readonly pagesInThread: (count: number) => string;
  readonly noClassHere: string;
  /** Wherever it is said who sees the threads. At most 100 characters. */
  readonly threadsHint: string;
  readonly who: string;
  readonly whoHint: string;
  readonly beginIntro: string;
  /** Commands, one a line. */
  readonly usage: string;
}

export const CLASS_WORDS: Readonly<Record<Locale, ClassWords>> = {
  ko: {
    file: (link) => `파일: ${link}`,
    moreFiles: (count) => `이 글의 스레드에 파일이 ${count}개 더 있어요.`,
    filesComing: '파일을 스레드에 올리고 있어요. 잠깐만 기다려 주세요.',
    filesLate: '파일이 조금 늦게 보일 수 있어요. 이 글의 스레드를 봐 주세요.',
    pagesInThread: (count) => `이 글의 스레드에서 ${count}쪽을 모두 그림으로 볼 수 있어요.`,
    noClassHere: '여기에서는 반을 볼 수 없어요. 반 채널에서 다시 해 주세요.',
    threadsHint: 'Slack의 스레드는 채널에 있는 모두가 봐요. 비공개로 하려면 비공개 채널에서 써 주세요.',
    who: '번호나 별명',
    whoHint: '진짜 이름은 적지 않아도 돼요. 비워 두면 번호를 붙여 드려요.',
    beginIntro: '새 그림책을 시작해요.',
    usage: [
      '`/storybook 시작 제목 / 3번` 반에서, 누구의 책인지 함께 적어요.',
      '`/storybook 반` 우리 반 책을 한눈에 봐요. (선생님)',
      '`/storybook 교실` 이 채널을 교실로 만들거나 설정을 바꿔요. (선생님)',
      '`/storybook 책장` 완성된 책을 봐요.',
      '`/storybook 문집` 반 아이들의 책을 한 권으로 묶어요. (선생님)',
    ].join('\n'),
  },
  en: {
    file: (link) => `File: ${link}`,
    moreFiles: (count) =>
      `${count === 1 ? 'One more file is' : `${count} more files are`} in the thread of this message.`,
    filesComing: 'The files are on their way into the thread. Just a moment.',
    filesLate: 'The files may appear a little later. Please look into the thread of this message.',
    pagesInThread: (count) => `All ${count} pages are in the thread of this message, as images.`,
    noClassHere: 'Classes cannot be seen here. Please try again in the channel of the class.',
    threadsHint: 'On Slack, everybody in the channel sees its threads. For privacy, use a private channel.',
    who: 'Number or nickname',
    whoHint: 'No real name is needed. Left empty, a number is given.',
    beginIntro: 'Begin a new picture book.',
    usage: [
      '`/storybook start title / no. 3` in a class, says whose book it is.',
      '`/storybook class` shows all books of the class (teachers).',
      '`/storybook classroom` makes a class of this channel, or changes its settings (teachers).',
      '`/storybook shelf` shows the finished books.',
      '`/storybook anthology` binds the books of the class into one (teachers).',
    ].join('\n'),
  },
};
