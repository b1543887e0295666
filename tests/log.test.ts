import { expect, test } from 'vitest';
import { TalesError } from '../src/errors.ts';
import { describeError } from '../src/log.ts';

test('a logged error tells its code and place, and nothing that anybody typed', () => {
  const cause = new SyntaxError('Unexpected token in "내 비밀"');
  const details = { option: '--title', value: '내 비밀', expected: { kind: 'folder' } } as const;
  const logged = describeError(new TalesError('option-invalid', details, { cause }));
  expect(logged).toMatchObject({ type: 'TalesError', code: 'option-invalid', cause: { type: 'SyntaxError' } });
  expect(String(logged['stack'])).toContain('log.test.ts');
  expect(JSON.stringify(logged)).not.toContain('비밀');
});

test('what is thrown without being an error is named by its type alone', () => {
  expect(describeError('내 비밀')).toEqual({ type: 'string' });
});

test("a code that is a sentence is somebody else's words, and left out", () => {
  const refusal = Object.assign(new Error('no'), { code: 'I will not write about 내 비밀' });
  expect(describeError(refusal)).not.toHaveProperty('code');
  expect(describeError(Object.assign(new Error('no'), { code: 'ECONNRESET' }))).toMatchObject({ code: 'ECONNRESET' });
  expect(describeError(Object.assign(new Error('no'), { code: 429 }))).toMatchObject({ code: 429 });
});
