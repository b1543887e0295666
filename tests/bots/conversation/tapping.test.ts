// What tapping a suggestion does to what was typed.
import { describe, expect, it } from 'vitest';
import { withTapped } from '../../../src/bots/conversation/tapping.ts';

describe('a tapped suggestion', () => {
  it.each([
    ['feeling', '', ['설렘', '기쁨'], '설렘, 기쁨'],
    ['feeling', '설렘', ['기쁨', '설렘'], '설렘, 기쁨'],
    ['i_action', '', ['달린다', '웃는다'], '달린다'],
    ['i_action', '달을 본다', ['달린다'], '달을 본다'],
    ['title', ' ', ['언덕 위의 하루'], '언덕 위의 하루'],
    ['title', '내 책', ['언덕 위의 하루'], '내 책'],
    ['title', '내 책', [], '내 책'],
  ])('for %s with %j typed and %j tapped leaves %j', (field, typed, tapped, left) =>
    expect(withTapped(field, typed, tapped)).toBe(left),
  );
});
