// Coming in by a code: right ones, wrong ones, too many of them, and what a browser keeps.
import { describe, expect, it } from 'vitest';
import { createAccess, readableCode } from '../../../src/bots/web/access.ts';

const CODE = '4821 9035';

function door(code = CODE, secret = 'kept by the house') {
  let now = 0;
  const access = createAccess({ code, secret, staySeconds: 3600, now: () => now });
  const pass = (typed: string, from = 'a'): string | undefined => {
    const entry = access.enter(typed, from);
    return 'pass' in entry ? entry.pass : undefined;
  };
  const later = (milliseconds: number): void => {
    now += milliseconds;
  };
  return { access, pass, later };
}

describe('the code', () => {
  it.each(['4821 9035', '48219035', '4821-9035', ' 4821  9035 '])('lets in whoever types %s', (typed) => {
    const { access, pass } = door();
    expect(access.admits(pass(typed))).toBe(true);
  });

  it.each(['', '4821', '4821 9036', '4821 9035 0'])('keeps out whoever types "%s"', (typed) => {
    expect(door().access.enter(typed, 'a')).toEqual({ wrong: true });
  });

  it('may be any words, however the keyboard composes them', () => {
    const { access, pass } = door('해님반 친구들');
    expect(access.admits(pass('해님반 친구들'.normalize('NFD')))).toBe(true);
  });

  it('is eight digits that can be read out when it is made', () => {
    const draws = [12, 9035];
    expect(readableCode(() => draws.shift() ?? 0)).toBe('0012 9035');
  });
});

describe('guessing', () => {
  it('has to wait after a few wrong codes, even with the right one, and may go on later', () => {
    const { access, pass, later } = door();
    for (let count = 0; count < 8; count += 1) expect(access.enter('0', 'a')).toEqual({ wrong: true });
    expect(access.enter(CODE, 'a')).toEqual({ waitSeconds: 60 });
    expect(pass(CODE, 'b')).toBeTypeOf('string');
    later(60_001);
    expect(pass(CODE)).toBeTypeOf('string');
  });

  it('does not become quicker from many addresses', () => {
    const { access } = door();
    for (let count = 0; count < 80; count += 1) access.enter('0', `address ${count}`);
    expect(access.enter(CODE, 'a new one')).toHaveProperty('waitSeconds');
  });
});

describe('what a browser keeps', () => {
  it('lets in for as long as was said and no longer, whoever changes its date', () => {
    const { access, pass, later } = door();
    const given = pass(CODE) ?? '';
    later(3_599_000);
    expect(access.admits(given)).toBe(true);
    later(2000);
    expect(access.admits(given)).toBe(false);
    expect(access.admits(given.replace(/^\d+/, '3000000'))).toBe(false);
  });

  it('is not the code, holds after a restart with the same code, and nowhere else', () => {
    const pass = door().pass(CODE);
    expect(pass).not.toContain('4821');
    expect(door().access.admits(pass)).toBe(true);
    expect(door('1111 2222').access.admits(pass)).toBe(false);
    expect(door(CODE, 'another house').access.admits(pass)).toBe(false);
    expect(door().access.admits(undefined)).toBe(false);
    expect(door().access.admits('')).toBe(false);
  });
});
