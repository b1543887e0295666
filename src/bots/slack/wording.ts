// What only the Slack bot has to say, in Korean and English. Everything else is the conversation's.
import type { Locale } from '../../story.ts';

export interface SlackWords {
  /** Where it listens: for Slack, or for people who install the bot. */
  readonly listening: (address: string, paths: readonly string[]) => string;
  readonly starting: string;
  readonly started: (link: string) => string;
  readonly invite: string;
  readonly noChannel: string;
  readonly usage: string;
  readonly unknownCommand: string;
  readonly noOwnBook: string;
  readonly openBooks: string;
  readonly thisBook: (link: string) => string;
  readonly mentioned: (user: string) => string;
  readonly fileHere: (link: string) => string;
  readonly fileLate: string;
  readonly noCover: string;
  readonly movedDown: string;
  readonly close: string;
  readonly moment: string;
  readonly momentText: string;
  readonly notice: string;
  readonly expired: string;
  readonly openForm: (title: string) => string;
  readonly choose: (label: string) => string;
  readonly chooseHint: string;
  readonly chooseOne: (label: string) => string;
  readonly chooseOneHint: string;
  readonly chooseNone: string;
  readonly orChoose: string;
  readonly mend: string;
  readonly noPictures: string;
  readonly alreadyIn: string;
  readonly taken: (count: number) => string;
  readonly offerTitle: string;
  readonly offer: (count: number) => string;
  readonly offerName: string;
  readonly offerNameHint: string;
  readonly offerSubmit: string;
  readonly page: (number: number) => string;
  readonly kept: string;
  readonly finished: string;
}

export const SLACK_WORDS: Readonly<Record<Locale, SlackWords>> = {
  ko: {
    listening: (address, paths) => `Slack: ${address} 에서 듣고 있어요 (${paths.join(', ')}).`,
    starting: '그림책을 준비하고 있어요. 잠깐만 기다려 주세요.',
    started: (link) => `새 그림책을 시작했어요. 이 글에 달린 스레드에 그림을 올려 주세요: ${link}`,
    invite: '제가 아직 이 채널에 없어요. 먼저 `/invite @봇이름`으로 저를 불러 주시고, 다시 해 주세요.',
    noChannel: '여기에서는 책을 만들 수 없어요. 채널에서 다시 해 주세요.',
    usage: [
      '`/storybook 시작 [제목]` 새 그림책을 시작해요.',
      '`/storybook 이어서` 만들던 책을 다시 꺼내요.',
      '`/storybook 상태` 어디까지 했는지 봐요.',
      '`/storybook 취소` 만들기를 멈춰요. 그림과 글은 남아요.',
      '`/storybook 지우기` 책을 모두 지워요.',
      '스레드 안에서는 저를 불러 말해 주세요: “@봇 상태”, “@봇 이어서”, “@봇 도움말”.',
    ].join('\n'),
    unknownCommand: '무슨 말인지 잘 모르겠어요. 이렇게 말해 주세요.',
    noOwnBook: '이 채널에는 아직 만들고 있는 책이 없어요. `/storybook 시작`으로 시작해 주세요.',
    openBooks: '이 채널에서 만들고 있는 책이에요. 그 책의 스레드에 있는 버튼을 눌러 주세요.',
    thisBook: (link) => `이 책이에요: ${link}`,
    mentioned: (user) => `<@${user}> 님,`,
    fileHere: (link) => `책 파일: ${link}`,
    fileLate: '책 파일이 조금 늦게 보일 수 있어요. 오래 보이지 않으면 “다시 만들기”를 눌러 주세요.',
    noCover: '표지 그림은 올리지 못했어요. 책 파일에는 그대로 들어 있어요.',
    movedDown: '이 책의 카드는 아래에 새로 올렸어요.',
    close: '닫기',
    moment: '잠깐만요',
    momentText: '준비하고 있어요. 잠깐만 기다려 주세요.',
    notice: '알려 드려요',
    expired: '창을 제때 열지 못했어요. 버튼을 한 번 더 눌러 주세요.',
    openForm: (title) => `“${title}” 창을 열려면 버튼을 눌러 주세요.`,
    choose: (label) => `${label}: 골라서 더하기`,
    chooseHint: '고른 말은 위에 적은 말 뒤에 붙어요.',
    chooseOne: (label) => `${label}: 하나 고르기`,
    chooseOneHint: '위에 적으면 적은 말을 써요.',
    chooseNone: '고르지 않고 직접 적을게요',
    orChoose: '꼭 있어야 해요. 적거나 아래에서 골라 주세요.',
    mend: '고칠 곳이 있어요.',
    noPictures: '이 메시지에는 그림 파일이 없어요.',
    alreadyIn: '이 그림은 벌써 이 책에 올린 그림이에요.',
    taken: (count) => `그림 ${count}장을 책으로 가져갔어요.`,
    offerTitle: '새 그림책 시작하기',
    offer: (count) =>
      `이 메시지는 아직 어떤 책에도 속하지 않아요. 여기 있는 그림 ${count}장으로 새 그림책을 시작할까요?`,
    offerName: '책 제목',
    offerNameHint: '비워 두면 제목을 지어 드려요.',
    offerSubmit: '시작하기',
    page: (number) => `${number}쪽`,
    kept: '그대로 두기',
    finished: '다 됐어요. 창을 닫아도 돼요.',
  },
  en: {
    listening: (address, paths) => `Slack: listening at ${address} (${paths.join(', ')}).`,
    starting: 'Your picture book is being prepared. Just a moment.',
    started: (link) => `A new picture book has begun. Post the pictures in the thread of this message: ${link}`,
    invite: 'I am not in this channel yet. Please add me with `/invite @name-of-the-bot` and try again.',
    noChannel: 'Books cannot be made here. Please try again in a channel.',
    usage: [
      '`/storybook start [title]` begins a new book.',
      '`/storybook resume` brings your book back to the bottom.',
      '`/storybook status` shows how far it is.',
      '`/storybook cancel` stops the making; pictures and words stay.',
      '`/storybook delete` deletes the whole book.',
      'Inside a thread, mention me: “@bot status”, “@bot resume”, “@bot help”.',
    ].join('\n'),
    unknownCommand: 'I did not understand that. You can say:',
    noOwnBook: 'No book is being made in this channel yet. Begin with `/storybook start`.',
    openBooks: 'These books are being made in this channel. Please use the buttons in their threads.',
    thisBook: (link) => `This is the book: ${link}`,
    mentioned: (user) => `<@${user}>:`,
    fileHere: (link) => `The book: ${link}`,
    fileLate: 'The file of the book may appear a little later. If it does not, press “Make it again”.',
    noCover: 'The image of the cover could not be sent. The file of the book has it.',
    movedDown: 'The card of this book is further down now.',
    close: 'Close',
    moment: 'One moment',
    momentText: 'Getting things ready. Just a moment.',
    notice: 'A note',
    expired: 'The window could not be opened in time. Please press the button once more.',
    openForm: (title) => `Press the button to open “${title}”.`,
    choose: (label) => `${label}: choose to add`,
    chooseHint: 'What you choose is added to what is written above.',
    chooseOne: (label) => `${label}: choose one`,
    chooseOneHint: 'If you write something above, that is taken.',
    chooseNone: 'None, I will write it myself',
    orChoose: 'Needed. Write it, or choose below.',
    mend: 'Something needs mending.',
    noPictures: 'There is no picture file in this message.',
    alreadyIn: 'This picture was already posted to this book.',
    taken: (count) => `${count === 1 ? 'One picture is' : `${count} pictures are`} on the way into the book.`,
    offerTitle: 'Begin a picture book',
    offer: (count) =>
      `This message belongs to no book yet. Begin a new one with ${count === 1 ? 'its picture' : `its ${count} pictures`}?`,
    offerName: 'Title',
    offerNameHint: 'Left empty, one is made up.',
    offerSubmit: 'Begin',
    page: (number) => `Page ${number}`,
    kept: 'kept as it is',
    finished: 'Done. You can close this window.',
  },
};
