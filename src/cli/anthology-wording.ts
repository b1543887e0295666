// What `storybook anthology` says, in Korean and English: its help, and what it made.
import type { Locale } from '../story.ts';

export interface AnthologyWording {
  readonly untitled: string;
  readonly about: string;
  readonly examples: string;
  readonly books: string;
  readonly title: string;
  readonly className: string;
  readonly locale: string;
  readonly budget: string;
  readonly out: string;
  readonly made: (books: number) => string;
  readonly volume: (file: string, books: number, pages: number, size: string) => string;
}

const ko: AnthologyWording = {
  untitled: '우리들의 이야기',
  about: '여러 아이의 책을 문집 한 권으로 묶어요',
  examples: `
예:
  storybook anthology 우리반/ --title "3학년 2반 이야기"            아이마다 폴더 하나: 그림과 fields.json
  storybook anthology 하늘/ 바다/이야기.json --class "3학년 2반"     폴더나 FIELDS.json을 묶을 차례대로
  storybook anthology 우리반/ --page a5 --budget 9.5               9.5 MB를 넘으면 1권, 2권으로 나눠요`,
  books: '아이의 폴더(그림과 FIELDS.json), FIELDS.json, 또는 아이들 폴더가 든 반 폴더',
  title: '문집 제목',
  className: '표지에 적을 반이나 모임 이름',
  locale: '문집의 언어 (책은 저마다 제 언어로)',
  budget: '한 권의 가장 큰 크기(MB). 넘으면 여러 권으로 나눠요. 없으면 한 권으로',
  out: '만들 PDF (여러 권이면 -1, -2를 붙여요). 적지 않으면 제목이 이름이 되고, 아무것도 덮어쓰지 않아요',
  made: (books) => `이야기 ${books}편을 문집으로 묶었어요.`,
  volume: (file, books, pages, size) => `  ${file} (이야기 ${books}편, ${pages}쪽, ${size})`,
};

const en: AnthologyWording = {
  untitled: 'Our Stories',
  about: 'bind the books of many children into one anthology',
  examples: `
Examples:
  storybook anthology our-class/ --title "Stories of Class 3-2"    a folder for each child: pictures and fields.json
  storybook anthology sky/ sea/story.json --class "Class 3-2"      folders or FIELDS.json files in the order to bind
  storybook anthology our-class/ --page a5 --budget 9.5            volumes where it would be larger than 9.5 MB`,
  books: "a child's folder (pictures and FIELDS.json), a FIELDS.json, or a class's folder with one for each child",
  title: 'title of the anthology',
  className: 'name of the class or group, for the cover',
  locale: 'language of the anthology (each book keeps its own)',
  budget: 'most megabytes of a volume; beyond that there are several. Without it there is one',
  out: 'the PDF to make (several volumes add -1, -2); without it the title is the name and nothing is overwritten',
  made: (books) => `Bound ${books} ${books === 1 ? 'story' : 'stories'} into an anthology.`,
  volume: (file, books, pages, size) =>
    `  ${file} (${books} ${books === 1 ? 'story' : 'stories'}, ${pages} pages, ${size})`,
};

export const ANTHOLOGY_WORDING: Readonly<Record<Locale, AnthologyWording>> = { ko, en };
