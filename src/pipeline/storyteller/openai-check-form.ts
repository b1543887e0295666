// What a page of a book never holds: marks that belong to screens and markup, addresses, labels, lists. Knows nothing of
// languages. Pure.
import { tidy } from './frames/items.ts';
import type { Fault } from './openai-faults.ts';

type FormCode = Extract<
  Fault['code'],
  'marks' | 'address' | 'label' | 'list' | 'wrapped' | 'unfinished' | 'machine' | 'long-word'
>;

/** Named one by one, so that what nobody thought of is refused: tags, brackets, emoji, invisible and control characters. */
const ALIEN = /[^\p{L}\p{M}\p{Nd} .,!?…~·:;'"‘’“”–—\-%&+×°♪♩♬「」『』《》〈〉]/u;
const ADDRESS = /(?:\bhttps?:|\bwww\.|@\w|[\w-]+\.(?:com|net|org|kr|io|co|info|xyz)\b)/i;
const LABEL =
  /^(?:(?:제\s*\d+\s*[쪽장]|\d+\s*(?:쪽|페이지))(?:\s*[:.)\-–—]|\s)|\S+ 번째 (?:쪽|페이지)\s*[:.\-–—]|(?:page|p\.)\s*\d+\b|page (?:one|two|three|four|five|six|seven|eight|nine|ten)\s*[:.\-–—]|\d+\s*[.):](?:\s|$)|(?:제목|글|본문|title|text|story)\s*:)/i;
const ITEM = /^(?:[-–—*•·]\s|\d+[.)]\s)/;
const WRAPPED = /^["“'‘「『][^"“”'‘’「」『』]*["”'’」』]$/;
const FINISHED = /[.!?…~♪♩♬]["”'’」』)]*$/;
const MACHINE =
  /\b(?:as an ai|ai (?:model|assistant)|language model|system prompt|json|told_before)\b|인공지능 (?:모델|비서|언어)|언어 ?모델|시스템 ?프롬프트|(?:지시|요청)하신 (?:대로|글)/i;
/** Letters without a blank; the longest words of either language stay far below. */
const LONG_WORD = /[^\s\-–—]{31,}/u;

const isList = (answered: string): boolean =>
  tidy(answered)
    .split('\n')
    .some((line) => ITEM.test(line));

/** @param answered the page as the model sent it; `text` is what would be printed. */
export function formFaults(answered: string, text: string): readonly FormCode[] {
  const found: readonly (readonly [FormCode, boolean])[] = [
    ['marks', ALIEN.test(text)],
    ['address', ADDRESS.test(text)],
    ['label', LABEL.test(text)],
    ['list', isList(answered)],
    ['wrapped', WRAPPED.test(text)],
    ['unfinished', !FINISHED.test(text)],
    ['machine', MACHINE.test(text)],
    ['long-word', LONG_WORD.test(text)],
  ];
  return found.flatMap(([code, is]) => (is ? [code] : []));
}
