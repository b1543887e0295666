// SentencePiece's precompiled normaliser: a double-array trie from byte sequences to their replacements.
// The tokenizers library approximates it by NFKC; checkpoints were trained with the table itself.

/** Units of a Darts double array (github.com/s-yata/darts-clone), as SentencePiece stores them. */
const hasLeaf = (unit: number): boolean => ((unit >>> 8) & 1) === 1;
const leafOf = (unit: number): number => unit & 0x7fffffff;
const labelOf = (unit: number): number => (unit & 0x800000ff) >>> 0;
const offsetOf = (unit: number): number => (unit >>> 10) << ((unit & 0x200) >>> 6);

/** Longest grapheme, in UTF-8 bytes, that the reference looks up as a whole. */
const LONGEST_WHOLE = 5;

interface Charsmap {
  readonly trie: Uint32Array;
  /** Replacements, each ended by a zero byte. */
  readonly replacements: Uint8Array;
}

/** The table: length of the trie in bytes, the trie, the replacements. */
function parse(base64: string): Charsmap {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  const view = new DataView(bytes.buffer);
  const size = bytes.length < 4 ? Number.NaN : view.getUint32(0, true);
  if (!(size % 4 === 0 && size + 4 <= bytes.length)) throw new RangeError('precompiled_charsmap is cut short');
  const trie = Uint32Array.from({ length: size / 4 }, (_, index) => view.getUint32(4 + 4 * index, true));
  return { trie, replacements: bytes.subarray(4 + size) };
}

/** Where the replacement of the shortest prefix of `key` begins; `undefined` when no prefix has one. */
function find(trie: Uint32Array, key: Uint8Array): number | undefined {
  let place = offsetOf(trie[0] ?? 0);
  for (const byte of key) {
    if (byte === 0) return undefined;
    place ^= byte;
    const unit = trie[place];
    if (unit === undefined || labelOf(unit) !== byte) return undefined;
    place ^= offsetOf(unit);
    if (hasLeaf(unit)) return leafOf(trie[place] ?? 0);
  }
  return undefined;
}

/**
 * The normaliser of a `precompiled_charsmap`, grapheme by grapheme as the reference does it: a short grapheme as a
 * whole if the table knows it (or only its beginning, which then stands for all of it), else its characters one by one.
 * @throws RangeError when the table is damaged.
 */
export function precompiledNormalizer(base64: string): (text: string) => string {
  const { trie, replacements } = parse(base64);
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const replaced = (bytes: Uint8Array): string | undefined => {
    const start = find(trie, bytes);
    return start === undefined
      ? undefined
      : decoder.decode(replacements.subarray(start, replacements.indexOf(0, start)));
  };
  const byCharacter = (grapheme: string): string =>
    Array.from(grapheme, (character) => replaced(encoder.encode(character)) ?? character).join('');
  const normalized = (grapheme: string): string => {
    const bytes = encoder.encode(grapheme);
    return (bytes.length <= LONGEST_WHOLE ? replaced(bytes) : undefined) ?? byCharacter(grapheme);
  };
  return (text) => Array.from(segmenter.segment(text.toWellFormed()), ({ segment }) => normalized(segment)).join('');
}
