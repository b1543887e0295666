// A pickle is data here: what would run code is only named or refused.
import { describe, expect, it } from 'vitest';
import { readPickle } from '../../../src/pipeline/onnx/pickle.ts';

const pickle = (...parts: readonly (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

describe('a pickle', () => {
  it('of a dictionary with numbers and texts is those', () => {
    // pickle.dumps({'a': (1, -2, 70000), 'b': [True, None]}, protocol=2)
    const bytes = pickle(
      '\x80\x02}(X\x01\x00\x00\x00aK\x01J\xfe\xff\xff\xffJp\x11\x01\x00\x87X\x01\x00\x00\x00b](\x88Neu.',
    );
    expect(readPickle(bytes)).toEqual(
      new Map<string, unknown>([
        ['a', [1, -2, 70_000]],
        ['b', [true, null]],
      ]),
    );
  });

  it('that calls something only names it, with its arguments', () => {
    // os.system('echo pwned')
    expect(readPickle(pickle('\x80\x02cos\nsystem\nX\x0a\x00\x00\x00echo pwned\x85R.'))).toEqual({
      call: 'os.system',
      args: ['echo pwned'],
    });
  });

  it.each([
    ['instances (INST)', '(ios\nsystem\n.'],
    ['new objects (NEWOBJ)', '\x80\x02cos\nsystem\n)\x81.'],
    ['extension codes (EXT1)', '\x82\x01.'],
  ])('with %s is refused by opcode', (_, text) => {
    expect(() => readPickle(pickle(text))).toThrow(/opcode/);
  });

  it.each([
    ['ends early', '\x80\x02X\xff\x00\x00\x00a'],
    ['has no end', '\x80\x02K\x01'],
    ['takes more than it holds', '\x80\x02R.'],
    ['ends a tuple that never began', '\x80\x02t.'],
    ['sets entries of a number', '\x80\x02K\x01(K\x01K\x02u.'],
  ])('that %s is refused', (_, text) => {
    expect(() => readPickle(pickle(text))).toThrow(/index/);
  });
});
