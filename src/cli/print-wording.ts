// What `storybook print` says, in Korean and English: its help, the names of its files, and what to do at the printer.
import type { PaperName } from '../render/index.ts';
import type { Locale } from '../story.ts';

export interface PrintWording {
  readonly about: string;
  readonly examples: string;
  readonly file: string;
  readonly optionBooklet: string;
  readonly optionCoverApart: string;
  readonly optionBleed: string;
  readonly optionTestSheet: string;
  /** Parts of file names. */
  readonly booklet: string;
  readonly pages: string;
  readonly testSheet: string;
  readonly made: (file: string, size: string) => string;
  readonly howBooklet: (paper: PaperName, sheets: number, blanks: number) => string;
  readonly howPages: string;
}

/** A thicker stack is more than staplers take, and its inner pages stick out. */
const MOST_STAPLED = 15;

const paperName = (paper: PaperName): string => paper.toUpperCase();

const ko: PrintWording = {
  about: '다 만든 책을 인쇄하기 좋게 바꿔요: 접어서 묶는 책, 또는 인쇄소에 맡길 쪽',
  examples: `
예:
  storybook print 책.pdf --booklet                   A5 책은 A4 종이에, 양면으로, 반을 접어 가운데를 묶어요
  storybook print 책.pdf --booklet --cover-apart     표지만 두꺼운 종이에 따로 인쇄할 때
  storybook print 책.pdf                             쪽마다 3 mm 여백과 재단선을 두어 인쇄소에 맡길 때
  storybook print --test-sheet a5                    프린터가 종이를 바르게 넘기는지 한 장으로 시험해요`,
  file: '다 만든 책 (PDF)',
  optionBooklet: '두 쪽씩 나란히 놓아, 접으면 책이 돼요',
  optionCoverApart: '표지를 따로 한 장에 둔 접는 책',
  optionBleed: '접는 책도 자르는 선 밖으로 색이 3 mm 더 나가게',
  optionTestSheet: '책 대신 시험 인쇄용 한 장. 책과 같은 크기를 적어 주세요',
  booklet: '접는 책',
  pages: '인쇄소용',
  testSheet: '시험 인쇄',
  made: (file, size) => `인쇄할 파일을 만들었어요: ${file} (${size})`,
  howBooklet: (paper, sheets, blanks) =>
    [
      `  ${paperName(paper)} 종이 ${sheets}장에 양면, 짧은 쪽으로 넘기기, 실제 크기(100%)로 인쇄하세요.`,
      '  인쇄한 차례 그대로 겹쳐 반으로 접고 가운데를 스테이플러로 묶으면 책이 돼요.',
      ...(sheets > MOST_STAPLED
        ? [
            `  종이 ${sheets}장은 한 번에 접어 묶기에 두꺼워요. 책을 여러 권으로 나누거나(storybook anthology --budget), --booklet 없이 만들어 인쇄소에 맡기세요.`,
          ]
        : []),
      ...(blanks > 0 ? [`  차례를 맞추려고 뒤쪽에 빈 쪽 ${blanks}쪽을 두었어요.`] : []),
    ].join('\n'),
  howPages: '  쪽마다 3 mm 도련과 재단선이 있어요. 그대로 인쇄소에 맡기면 돼요.',
};

const en: PrintWording = {
  about: 'make a finished book ready for printing: a booklet to fold, or pages for a print shop',
  examples: `
Examples:
  storybook print book.pdf --booklet                 A5 books on A4 paper, both sides, to fold and staple in the middle
  storybook print book.pdf --booklet --cover-apart   with the cover on thicker paper of its own
  storybook print book.pdf                           each page with 3 mm of bleed and crop marks, for a print shop
  storybook print --test-sheet a5                    one sheet to see whether a printer turns the paper the right way`,
  file: 'a finished book (PDF)',
  optionBooklet: 'two pages side by side, a book once folded',
  optionCoverApart: 'a booklet with its cover on a sheet of its own',
  optionBleed: 'let colour go on 3 mm beyond the cut of booklets, too',
  optionTestSheet: 'a test sheet instead of a book; name the size of your books',
  booklet: 'booklet',
  pages: 'for printing',
  testSheet: 'printer test',
  made: (file, size) => `Made the file to print: ${file} (${size})`,
  howBooklet: (paper, sheets, blanks) =>
    [
      `  Print it on ${sheets} sheet${sheets === 1 ? '' : 's'} of ${paperName(paper)}, on both sides, flipped on the short edge, at actual size (100%).`,
      '  Keep the sheets in their order, fold the stack once and staple it in the fold.',
      ...(sheets > MOST_STAPLED
        ? [
            `  ${sheets} sheets are too thick to fold and staple at once: make several volumes (storybook anthology --budget), or leave out --booklet and ask a print shop to bind it.`,
          ]
        : []),
      ...(blanks > 0
        ? [
            `  To fill whole sheets, ${blanks} page${blanks === 1 ? '' : 's'} before the back cover stay${blanks === 1 ? 's' : ''} blank.`,
          ]
        : []),
    ].join('\n'),
  howPages: '  Each page has 3 mm of bleed and crop marks: hand it to a print shop as it is.',
};

export const PRINT_WORDING: Readonly<Record<Locale, PrintWording>> = { ko, en };
