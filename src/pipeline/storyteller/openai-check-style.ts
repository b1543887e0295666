// Whether a Korean sentence ends in 해요체, as the whole book does: 걸었어요, 갔지요, 그랬답니다; not 걸었다, 걸었습니다, 걸었어.
// What is spoken inside quotation marks is free. Pure.
import { lastSyllable } from './frames/ko/hangul.ts';

/** Nouns that end like a verb, standing alone in a call: 와, 바다! */
const NOUNS = /(?:바다|판다|사이다|소다|수다|캐나다|베란다|마다)$/;
const POLITE = /(?:[요죠]|답니다|랍니다)$/;
/** After a stem of the past or of 있다 and 없다, these end a sentence in 해체. */
const CASUAL = ['어', '지', '네', '니', '나', '군', '구나', '거든', '는데', '잖아'] as const;

const OUTER = /^[\s"'“”‘’「」『』()]+|[\s.!?…~,♪♩♬"'“”‘’「」『』()–—-]+$/gu;
const SPOKEN = /[”"’」』][\s.!?…~]*$/u;

function endsCasually(sentence: string): boolean {
  return CASUAL.some((ending) => {
    if (!sentence.endsWith(ending)) return false;
    const final = lastSyllable(sentence.slice(0, -ending.length))?.final ?? '';
    return final === 'ㅆ' || final === 'ㅂㅅ';
  });
}

/** A sentence that is a speech and nothing else has no ending of its own. */
export function isPolite(sentence: string): boolean {
  if (SPOKEN.test(sentence)) return true;
  const bare = sentence.replace(OUTER, '');
  if (POLITE.test(bare)) return true;
  if (bare.endsWith('다')) return NOUNS.test(bare);
  return !endsCasually(bare);
}
