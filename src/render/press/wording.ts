// What the test sheet says, in Korean and English.
import type { Locale } from '../../story.ts';

interface TestSheetWords {
  readonly title: string;
  /** What each of the four pages says. */
  readonly pages: readonly [string, string, string, string];
  /** How to see that the printer did well. */
  readonly check: string;
}

export const TEST_SHEET_WORDS: Readonly<Record<Locale, TestSheetWords>> = {
  ko: {
    title: '시험 인쇄',
    pages: ['앞표지가 올 자리', '펼치면 왼쪽', '펼치면 오른쪽', '뒤표지가 올 자리'],
    check:
      '양면, 짧은 쪽으로 넘기기, 실제 크기(100%)로 인쇄해 반으로 접어 주세요. 1, 2, 3, 4 차례로 읽히고 모두 바로 서 있으면 책도 그대로 인쇄하면 돼요.',
  },
  en: {
    title: 'Test sheet',
    pages: [
      'The front cover goes here',
      'On the left when opened',
      'On the right when opened',
      'The back cover goes here',
    ],
    check:
      'Print on both sides, flipped on the short edge, at actual size (100%), and fold once. If it reads 1, 2, 3, 4 and nothing stands on its head, print the book the same way.',
  },
};
