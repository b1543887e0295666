// Korean text → what of the lexicon it names, in order: particles and endings off, verbs by their stems.
import { analyse } from '../storyteller/frames/ko/analyse.ts';
import { mend } from '../storyteller/frames/ko/spelling.ts';
import { CUES, type Entry } from './lexicon.ts';
import { EMOJI } from './words/emoji.ts';

export interface Hit {
  readonly entry: Entry;
  /** Where in the text. */
  readonly at: number;
  /** Named only by a word that may stand for something else: good for what goes with it, not to be suggested itself. */
  readonly vague?: boolean;
}

const PARTICLE =
  /(?:에서는|에서도|에서|에게서|에게|한테|으로|까지|부터|처럼|이랑|하고|에는|에도|들이|들은|들을|들과|들|께서|이에요|예요|이다|[와과은는이가을를의도만에로랑야아요])$/;
const COUNTED = /^(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|몇|여러|\d+)$/;
/** 새 신발 is no bird: alone before another word these are something else. */
const OTHERWISE = /^(?:새|개|차|연|소|양|용|왕|닭|쥐|형)$/;
const YOUNG = /^(?:아기|새끼)$/;
const NOT = /^(?:안|못)$/;
/** Texts may be as long as their fields allow; pictures are not about their hundredth word. */
const MOST_WORDS = 120;

/** 바닷가에서는 → 바닷가에서는, 바닷가에서, 바닷가. */
function formsOf(word: string): readonly string[] {
  const forms = [word];
  for (let form = word; forms.length < 4; ) {
    const shorter = form.replace(PARTICLE, '');
    if (shorter === form || shorter === '') return forms;
    forms.push(shorter);
    form = shorter;
  }
  return forms;
}

/** A compound by its last part: 초등학교 is a 학교. */
function compound(form: string): readonly Entry[] {
  for (let at = 1; at <= form.length - 2; at++) {
    const found = CUES.ko.words.get(form.slice(at));
    if (found) return found;
  }
  return [];
}

function nounsOf(word: string, before: string, isLast: boolean): readonly Entry[] {
  const forms = formsOf(word);
  for (const form of forms) {
    const found = CUES.ko.words.get(form);
    if (!found || (form.length === 1 && COUNTED.test(before))) continue;
    if (form === word && OTHERWISE.test(form) && !isLast) continue;
    return found;
  }
  return forms.map(compound).find((found) => found.length > 0) ?? [];
}

/** As children write it: 던저요 is 던져요. */
const respelt = (word: string): string =>
  word.replaceAll('저', '져').replaceAll('젔', '졌').replaceAll('처', '쳐').replaceAll('첬', '쳤');

function verbsOf(word: string, before: string): readonly Entry[] {
  if (NOT.test(before.trim())) return [];
  const found = namedByStem(word, before);
  return found.length > 0 || respelt(word) === word ? found : namedByStem(respelt(word), before);
}

function namedByStem(word: string, before: string): readonly Entry[] {
  const stem = analyse(word, before)?.verb.stem ?? '';
  for (let at = 0; at < stem.length; at++) {
    const found = CUES.ko.stems.get(stem.slice(at));
    if (found && (at === 0 || stem.length - at > 1)) return found;
  }
  return [];
}

const PICTURED = /\p{Extended_Pictographic}/gu;
const spelledOut = (text: string): string => text.replace(PICTURED, (sign) => ` ${EMOJI[sign] ?? ''} `);

/** What a Korean text names; what it has of other languages is passed over. */
export function readKorean(text: string): readonly Hit[] {
  const typed = mend(spelledOut(text.normalize('NFC')));
  const words = [...typed.matchAll(/[가-힣\d]+/g)].slice(0, MOST_WORDS);
  const hits = words.flatMap(({ 0: word, index: at }, position): Hit[] => {
    const before = words[position - 1]?.[0] ?? '';
    const next = words[position + 1]?.[0];
    const isLast = next === undefined || /[,.!?\n]/.test(typed.slice(at + word.length, words[position + 1]?.index));
    // 아기 곰 is a bear.
    if (YOUNG.test(word) && next !== undefined && nounsOf(next, '', true).some(({ being }) => being)) return [];
    const nouns = nounsOf(word, before, isLast);
    const verbs = verbsOf(word, `${before} `.trimStart());
    return [...nouns, ...verbs].map((entry) => ({ entry, at }));
  });
  const inside = CUES.ko.phrases.flatMap(([phrase, entry]): Hit[] => {
    const at = typed.indexOf(phrase);
    return at < 0 ? [] : [{ entry, at }];
  });
  return [...hits, ...inside].sort((one, other) => one.at - other.at);
}
