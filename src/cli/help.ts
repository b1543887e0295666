// What `--help` teaches, in Korean and English.
import type { Locale } from '../story.ts';

export interface Help {
  readonly program: string;
  readonly make: string;
  readonly makeExamples: string;
  readonly tell: string;
  readonly tellExamples: string;
  readonly doctor: string;
  readonly pictures: string;
  readonly fieldsFile: string;
  readonly fields: string;
  readonly title: string;
  readonly authors: string;
  readonly locale: string;
  readonly level: string;
  readonly page: string;
  readonly seed: string;
  readonly captioner: string;
  readonly storyteller: string;
  readonly out: string;
  readonly json: string;
  readonly helpOption: string;
  readonly version: string;
  readonly exitCodes: string;
  /** `near` is what was probably meant. */
  readonly usageError: (kind: string, about: string, near: string | undefined) => string;
  readonly fallback: string;
  readonly options: string;
  readonly command: string;
  /** Headings of commander's help, by their English words. */
  readonly headings: Readonly<Record<string, string>>;
}

const FIELDS_EXAMPLE = `{ "title": "달빛 소풍", "locale": "ko", "authors": ["김하늘"], "level": "저학년",
    "pages": [ { "picture": "1.png", "caption": "아이가 달을 본다.",
                 "fields": { "name": "별이", "i_action": "달을 바라본다", "classification": "자연탐구",
                             "setting": "언덕", "feeling": "설렘" } } ] }`;

const ko: Help = {
  program: '그림 몇 장과 짧은 말로 그림책(PDF)을 만들어요. 그림은 그대로 두고, 이야기만 지어요.',
  make: '그림으로 그림책 한 권을 만들어요',
  makeExamples: `
예:
  storybook make 우리그림/                       그림마다 하나씩 물어봐요
  storybook make 우리그림/ --fields 이야기.json   적어 둔 내용으로 만들어요
  storybook make 1.jpg 2.jpg --fields 이야기.json --page a5 --level 유아 --out 책.pdf

FIELDS.json (이름·행동·분류는 꼭, 나머지는 원하는 만큼; 쉼표로 여럿):
  ${FIELDS_EXAMPLE}
  분류: 의사소통, 자연탐구, 사회관계, 예술경험, 신체운동_건강
  더 적을 수 있는 것: character, setting, action, feeling, causalRelationship, outcomeResolution, prediction
  쪽마다 "text"를 적으면 그 글을 한 글자도 바꾸지 않고 실어요.`,
  tell: '그림 없이 이야기 글만 지어요',
  tellExamples: `
예:
  storybook tell 이야기.json
  storybook tell 이야기.json --level 고학년 --json`,
  doctor: '무엇이 준비되었고 무엇이 없는지 살펴봐요',
  pictures: '그림 파일들, 또는 그림이 든 폴더 (최대 10장, 이름 순서)',
  fieldsFile: '장면을 적은 FIELDS.json',
  fields: '장면을 적은 FIELDS.json. 없으면 터미널에서 물어봐요',
  title: '책 제목',
  authors: '지은이 (쉼표로 여럿)',
  locale: '책의 언어',
  level: '읽기 수준',
  page: '쪽 크기: square 210×210 mm, a5, b5(JIS 182×257), 46(46배판 188×257), a4',
  seed: '같은 수이면 같은 글이 나와요',
  captioner: '그림을 설명하는 엔진',
  storyteller: '이야기를 쓰는 엔진',
  out: '만들 PDF (있던 PDF는 새 책으로 바꿔요). 적지 않으면 제목이 이름이 되고, 아무것도 덮어쓰지 않아요',
  json: '결과를 JSON으로 표준 출력에 써요',
  helpOption: '도움말을 보여 줘요',
  version: '버전을 보여 줘요',
  exitCodes: `
끝난 뒤의 상태 번호: 0 다 됨 · 1 프로그램 오류 · 2 옵션이나 설정 잘못 · 3 그림이나 FIELDS.json 거절 · 4 파일을 읽거나 쓸 수 없음 · 130 멈춤(Ctrl-C)`,
  usageError: (kind, about, near) => {
    const what: Readonly<Record<string, string>> = {
      'commander.unknownOption': `모르는 옵션이에요: ${about}`,
      'commander.unknownCommand': `모르는 명령이에요: ${about}`,
      'commander.missingArgument': `꼭 있어야 할 값이 없어요: ${about}`,
      'commander.missingMandatoryOptionValue': `꼭 있어야 할 옵션이 없어요: ${about}`,
      'commander.optionMissingArgument': `값이 있어야 하는 옵션이에요: ${about}`,
      'commander.excessArguments': '값이 너무 많아요.',
    };
    const guess = near === undefined ? '' : ` (혹시 ${near}?)`;
    return `${what[kind] ?? about}${guess}\n쓰는 법은 storybook --help 명령으로 볼 수 있어요.`;
  },
  fallback: '기본값',
  options: '옵션',
  command: '명령',
  headings: { 'Usage:': '쓰는 법:', 'Options:': '옵션:', 'Commands:': '명령:', 'Arguments:': '값:' },
};

const en: Help = {
  program:
    'Makes a picture book (PDF) from a few pictures and a few words. Pictures stay as they are; only the story is written.',
  make: 'make a picture book from pictures',
  makeExamples: `
Examples:
  storybook make my-pictures/                        asks about each picture
  storybook make my-pictures/ --fields story.json    uses what you wrote down
  storybook make 1.jpg 2.jpg --fields story.json --locale en --page a5 --out book.pdf

FIELDS.json (name, i_action and classification are required, the rest is up to you; several items by commas):
  ${FIELDS_EXAMPLE}
  classification: 의사소통 (communication), 자연탐구 (nature), 사회관계 (social), 예술경험 (art), 신체운동_건강 (body)
  optional: character, setting, action, feeling, causalRelationship, outcomeResolution, prediction
  A page's own "text" is printed word for word.`,
  tell: 'write the story only, without pictures',
  tellExamples: `
Examples:
  storybook tell story.json
  storybook tell story.json --level 고학년 --json`,
  doctor: 'show what is ready and what is missing',
  pictures: 'picture files, or a folder of pictures (up to 10, in the order of their names)',
  fieldsFile: 'a FIELDS.json with the scenes',
  fields: 'a FIELDS.json with the scenes; without it you are asked on the terminal',
  title: 'title of the book',
  authors: 'authors, separated by commas',
  locale: 'language of the book',
  level: 'reading level: 유아 kindergarten, 저학년 grades 1–2, 고학년 grades 3–6',
  page: 'page size: square 210×210 mm, a5, b5 (JIS 182×257), 46 (188×257), a4',
  seed: 'the same number gives the same text',
  captioner: 'engine that describes the pictures',
  storyteller: 'engine that writes the story',
  out: 'the PDF to make (a PDF of that name is replaced); without it the title is the name and nothing is overwritten',
  json: 'write the result to standard output as JSON',
  helpOption: 'show this help',
  version: 'show the version',
  exitCodes: `
Exit status: 0 done · 1 a fault of the program · 2 wrong option or setting · 3 pictures or FIELDS.json refused · 4 a file cannot be read or written · 130 stopped (Ctrl-C)`,
  usageError: (kind, about, near) => {
    const what: Readonly<Record<string, string>> = {
      'commander.unknownOption': `Unknown option: ${about}.`,
      'commander.unknownCommand': `Unknown command: ${about}.`,
      'commander.missingArgument': `A required value is missing: ${about}.`,
      'commander.missingMandatoryOptionValue': `A required option is missing: ${about}.`,
      'commander.optionMissingArgument': `This option needs a value: ${about}.`,
      'commander.excessArguments': 'Too many values.',
    };
    const guess = near === undefined ? '' : ` (Did you mean ${near}?)`;
    return `${what[kind] ?? about}${guess}\nSee storybook --help.`;
  },
  fallback: 'default',
  options: 'options',
  command: 'command',
  headings: {},
};

export const HELP: Readonly<Record<Locale, Help>> = { ko, en };
