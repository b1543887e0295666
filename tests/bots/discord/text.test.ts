// What people wrote, as it is put between our own words: never formatting, linking or calling, never too long.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, cost, escapeText, fitText, fitTexts, shares } from '../../../src/bots/discord/text.ts';

describe('text for Discord', () => {
  it.each([
    ['**굵게** _기울게_ ~~지움~~', '\\*\\*굵게\\*\\* \\_기울게\\_ \\~\\~지움\\~\\~'],
    ['||숨김|| `코드`', '\\|\\|숨김\\|\\| \\`코드\\`'],
    ['<@123> <#5> <@&7>', '\\<@123\\> \\<#5\\> \\<@&7\\>'],
    ['[여기](https://나쁜.곳)', '\\[여기\\](https\\://나쁜.곳)'],
    ['# 제목\n- 하나\n1. 둘\n> 말\n-# 작게', '\\# 제목\n\\- 하나\n1\\. 둘\n\\> 말\n\\-# 작게'],
    [':smile: 오후 3:00', '\\:smile: 오후 3:00'],
    ['a\\b', 'a\\\\b'],
    ['저학년(1–2학년)', '저학년(1–2학년)'],
  ])('escapes %j', (given, escaped) => expect(escapeText(given)).toBe(escaped));

  it('calls nobody by the name of everybody', () => {
    expect(escapeText('@everyone @here')).not.toMatch(/@everyone|@here/);
  });

  it('costs what is scarcer, bytes or characters', () => {
    expect(cost('가'.repeat(1000))).toBe(3000);
    expect(cost('a'.repeat(1000))).toBe(2550);
  });

  it('never costs more than there is, cut or not, and is cut only where it has to be', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 10, max: 600 }), (text, most) => {
        const fitted = fitText(text, most);
        expect(cost(fitted)).toBeLessThanOrEqual(most);
        if (cost(escapeText(text)) <= most) expect(fitted).toBe(escapeText(text));
      }),
    );
  });

  it('cuts between whole characters', () => {
    expect(fitText('👨‍👩‍👧가족이다', 29)).toBe('👨‍👩‍👧가…');
    expect(clip('👨‍👩‍👧👨‍👩‍👧', 10)).toBe('👨‍👩‍👧…');
  });

  it('gives what short texts leave to the long ones', () => {
    expect(shares([10, 500, 500], 610)).toEqual([10, 300, 300]);
    expect(shares([10, 20], 100)).toEqual([10, 20]);
    const [short = '', long = ''] = fitTexts(['짧다', '길'.repeat(400)], 300);
    expect(short).toBe('짧다');
    expect(cost(long)).toBeGreaterThan(250);
  });
});
