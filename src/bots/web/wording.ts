// What the server itself says to people; the page's own words are in `page/words-ko.js` and `page/words-en.js`.
import type { Locale } from '../../story.ts';
import { TEACHERS } from './view.ts';

interface ServerWords {
  readonly notHere: string;
  readonly notOurs: string;
  readonly wrongCode: Readonly<Record<'visitor' | 'teacher', string>>;
  readonly codeNeeded: string;
  readonly wait: (seconds: number) => string;
  readonly unclear: string;
}

export const SERVER_WORDS: Readonly<Record<Locale, ServerWords>> = {
  ko: {
    notHere: '여기에는 그런 책이 없어요. 주소를 다시 확인해 주세요.',
    notOurs: '이 페이지에서 보낸 것이 아니라서 받지 않았어요.',
    wrongCode: {
      visitor: '들어가는 말이 맞지 않아요. 선생님께 다시 물어봐 주세요.',
      teacher: '선생님의 말이 맞지 않아요. 프로그램을 켠 창에서 다시 확인해 주세요.',
    },
    codeNeeded: '들어가는 말을 먼저 적어 주세요.',
    wait: (seconds) => `여러 번 틀렸어요. ${seconds}초 뒤에 다시 해 주세요.`,
    unclear: '보낸 것을 알아보지 못했어요. 페이지를 새로 열고 다시 해 주세요.',
  },
  en: {
    notHere: 'There is no such book here. Please check the address.',
    notOurs: 'This was not sent from our own page, so it was not taken.',
    wrongCode: {
      visitor: 'That code is not right. Please ask your teacher again.',
      teacher: 'That is not the code for teachers. Please look again in the window in which the program was started.',
    },
    codeNeeded: 'Please type the code first.',
    wait: (seconds) => `That was wrong several times. Please try again in ${seconds} seconds.`,
    unclear: 'That could not be understood. Please open the page anew and try again.',
  },
};

export interface Opened {
  readonly addresses: readonly string[];
  readonly code?: string;
  readonly teacherCode: string;
}

interface OpeningWords {
  readonly open: (address: string) => string;
  readonly elsewhere: (address: string) => string;
  readonly code: (code: string) => string;
  readonly teachers: (address: string, code: string) => string;
}

const OPENING: Readonly<Record<Locale, OpeningWords>> = {
  ko: {
    open: (address) => `그림책 페이지를 열었어요: ${address}`,
    elsewhere: (address) => `다른 컴퓨터에서는: ${address}`,
    code: (code) => `들어가는 말: ${code}`,
    teachers: (address, code) => `선생님은 여기에서 반을 볼 수 있어요: ${address} (선생님의 말: ${code})`,
  },
  en: {
    open: (address) => `The picture-book page is open: ${address}`,
    elsewhere: (address) => `From other computers: ${address}`,
    code: (code) => `Code to come in: ${code}`,
    teachers: (address, code) => `Teachers lead the class at ${address} (code for teachers: ${code})`,
  },
};

/** For whoever started the program. */
export function announcement({ addresses, code, teacherCode }: Opened, locale: Locale): readonly string[] {
  const words = OPENING[locale];
  const [first = '', ...others] = addresses;
  return [
    words.open(first),
    ...others.map(words.elsewhere),
    ...(code === undefined ? [] : [words.code(code)]),
    words.teachers(`${first.replace(/\/$/, '')}${TEACHERS}`, teacherCode),
  ];
}

interface ExamineWords {
  readonly page: string;
  readonly off: string;
  readonly turnOn: string;
  readonly anyPort: string;
  readonly canOpen: (addresses: string) => string;
  readonly open: (addresses: string) => string;
  readonly code: string;
  readonly ownCode: string;
  readonly newCode: string;
  readonly noCode: string;
}

/** For whoever wants to know before starting. */
export const EXAMINE_WORDS: Readonly<Record<Locale, ExamineWords>> = {
  ko: {
    page: '그림책 페이지',
    off: '열지 않아요. WEB=off예요.',
    turnOn: '열려면 WEB=on이라고 적어 주세요.',
    anyPort: '비어 있는 아무 포트',
    canOpen: (addresses) => `npm start로 켜면 여기에서 열려요: ${addresses}`,
    open: (addresses) => `켜져 있어요: ${addresses}`,
    code: '들어가는 말',
    ownCode: '물어요. WEB_CODE에 적은 말이에요.',
    newCode: '물어요. 켤 때마다 새로 지어서 알려 드려요.',
    noCode: '묻지 않아요. 이 컴퓨터에서만 열 수 있어요.',
  },
  en: {
    page: 'Picture-book page',
    off: 'not opened: WEB=off.',
    turnOn: 'Set WEB=on to open it.',
    anyPort: 'any port that is free',
    canOpen: (addresses) => `npm start opens it at ${addresses}`,
    open: (addresses) => `it is open: ${addresses}`,
    code: 'Code to come in',
    ownCode: 'asked for: the one in WEB_CODE.',
    newCode: 'asked for: a new one is made and told at each start.',
    noCode: 'not asked for: only this computer can open the page.',
  },
};
