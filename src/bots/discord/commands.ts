// The commands as Discord is told of them: one for slash, one on messages. Names are fixed; descriptions and the message
// command come in Korean and English. How they are registered is left to the platform.

import { LABEL_LIMIT } from '../classroom/facts.ts';

export const SLASH = 'storybook';
export const MESSAGE_COMMAND = '여기서 그림책 만들기';
const MESSAGE_COMMAND_EN = 'Make a picture book';
export const TITLE_LIMIT = 200;

const SUBCOMMAND = 1;
const STRING = 3;
const ENGLISH = ['en-US', 'en-GB'] as const;

interface Described {
  readonly name: string;
  readonly ko: string;
  readonly en: string;
}

const described = ({ name, ko, en }: Described) => ({ name, description: en, description_localizations: { ko } });

const TITLE: Described = { name: 'title', ko: '책 제목 (나중에 정해도 돼요)', en: 'Title of the book (can wait)' };

const WHO: Described = {
  name: 'who',
  ko: '반에서 부르는 번호나 별명 (진짜 이름은 적지 않아도 돼요). 예: 3번',
  en: 'Number or nickname in class (no real name needed), such as 3',
};

const SUBCOMMANDS: readonly Described[] = [
  { name: 'resume', ko: '책 카드를 맨 아래에 다시 보여 줘요', en: 'Show the card of the book again, at the bottom' },
  { name: 'status', ko: '어디까지 했는지 보여 줘요', en: 'Show how far the book is' },
  { name: 'cancel', ko: '만들고 있는 책을 그만 만들어요', en: 'Stop making the book' },
  { name: 'delete', ko: '그림과 글, 책을 모두 지워요', en: 'Delete the pictures, the words and the books' },
  { name: 'help', ko: '어떻게 하는지 알려 줘요', en: 'Explain how it works' },
  { name: 'classroom', ko: '이 채널을 교실로 열고 설정해요 (선생님)', en: 'Set this channel up as a class (teachers)' },
  { name: 'class', ko: '우리 반 책을 모두 보여 줘요 (선생님)', en: 'Show all books of the class (teachers)' },
  { name: 'shelf', ko: '우리 반 책장을 보여 줘요', en: 'Show the shelf of the class' },
  {
    name: 'anthology',
    ko: '책장의 책을 문집으로 묶어요 (선생님)',
    en: 'Bind books of the shelf into one (teachers)',
  },
];

/** In servers alone: elsewhere the bot has no threads. */
const PLACES = { integration_types: [0], contexts: [0] } as const;

/** As they go into one bulk PUT. */
export const COMMANDS: readonly object[] = [
  {
    type: 1,
    ...described({ name: SLASH, ko: '그림으로 그림책을 만들어요', en: 'Make a picture book from pictures' }),
    ...PLACES,
    options: [
      {
        type: SUBCOMMAND,
        ...described({ name: 'start', ko: '새 그림책을 시작해요', en: 'Start a new picture book' }),
        options: [
          { type: STRING, ...described(TITLE), max_length: TITLE_LIMIT, required: false },
          { type: STRING, ...described(WHO), max_length: LABEL_LIMIT, required: false },
        ],
      },
      ...SUBCOMMANDS.map((command) => ({ type: SUBCOMMAND, ...described(command) })),
    ],
  },
  {
    type: 3,
    name: MESSAGE_COMMAND,
    name_localizations: Object.fromEntries(ENGLISH.map((locale) => [locale, MESSAGE_COMMAND_EN])),
    ...PLACES,
  },
];
