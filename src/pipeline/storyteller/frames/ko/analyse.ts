// Surface form → stem, tense and shape: "달려요" is 달리다, present, polite. Lexicon first, then rules.
// Forms are found by taking typed endings off and looking the rest up among the bases of known words.
import type { Analysis } from './analysis.ts';
import { conjugate, euBase, infinitive, otherInfinitives } from './conjugate.ts';
import { type Base, TYPED_ENDINGS, type TypedEnding } from './endings.ts';
import { changeLast, lastSyllable, letters } from './hangul.ts';
import { preferred } from './homonyms.ts';
import { LEXICON } from './lexicon.ts';
import { isPlace, NOUNS_LIKE_VERBS } from './nouns.ts';
import { guessVerb } from './unknown.ts';
import type { Verb } from './verb.ts';

const dropL = (text: string): string =>
  lastSyllable(text)?.final === 'ㄹ' ? changeLast(text, () => ({ final: '' })) : text;

const BASES: Readonly<Record<Base, (verb: Verb) => readonly string[]>> = {
  stem: (verb) => [verb.stem],
  dropped: (verb) => [dropL(verb.stem)],
  eu: (verb) => [euBase(verb)],
  euDropped: (verb) => [dropL(euBase(verb))],
  infinitive: (verb) => [infinitive(verb), ...otherInfinitives(verb)],
};

type Index = Readonly<Record<Base, ReadonlyMap<string, readonly Verb[]>>>;

function indexOf(bases: (verb: Verb) => readonly string[]): ReadonlyMap<string, readonly Verb[]> {
  const index = new Map<string, Verb[]>();
  for (const verb of LEXICON) {
    for (const base of new Set(bases(verb).map(letters))) index.set(base, [...(index.get(base) ?? []), verb]);
  }
  return index;
}

let built: Index | undefined;
/** Built at the first use: a few thousand forms. */
function index(): Index {
  built ??= {
    stem: indexOf(BASES.stem),
    dropped: indexOf(BASES.dropped),
    eu: indexOf(BASES.eu),
    euDropped: indexOf(BASES.euDropped),
    infinitive: indexOf(BASES.infinitive),
  };
  return built;
}

/** One-syllable verbs that also end longer words: 공부하다, 미끄러지다, 데려오다, 알아보다. */
const TAILS = new Set([
  ...'하가오보주되나서지치내들놀넣놓타뛰웃울앉쓰쌓닦먹걷잡짓듣눕돌날살맞싫읽씻심던쏘굽뜨피받싸뀌열빌닫끄',
]);
const isTail = (verb: Verb): boolean => verb.stem.length > 1 || TAILS.has(verb.stem);

const fits = (verb: Verb, ending: TypedEnding): boolean =>
  !ending.verbsOnly || verb.kind === 'verb' || (verb.kind === 'exist' && ending.shape === 'modifier');

/** Known verbs that `tail` (the word from its `prefix` on) is a form of. */
function knownForms(prefix: string, tail: string): Analysis[] {
  const row = letters(tail);
  return TYPED_ENDINGS.filter((ending) => row.endsWith(ending.letters)).flatMap((ending) => {
    const base = row.slice(0, row.length - ending.letters.length);
    const verbs = (index()[ending.base].get(base) ?? []).filter((verb) => fits(verb, ending));
    return verbs
      .filter((verb) => prefix === '' || isTail(verb))
      .map(({ stem, ...verb }) => ({
        verb: { ...verb, stem: prefix + stem },
        tense: ending.tense,
        shape: ending.shape,
        known: true,
      }));
  });
}

/** Unknown words are read as verbs only from endings that hardly any noun has. */
const TELLING =
  /(?:ㄴㄷㅏ|ㄴㅡㄴㄷㅏ|ㅆㄷㅏ|ㅆㅇㅓㅇㅛ|ㅆㅇㅓ|ㅅㅡㅂㄴㅣㄷㅏ|ㅂㄴㅣㄷㅏ|ㅇㅛ|ㅆㅇㅡㅁ|ㅆㅈㅣㅇㅛ|ㅆㄷㅐㅇㅛ|ㅎㅏㄷㅏ|ㅎㅐㅅㅓ|ㅎㅏㄱㅗ|ㄹㄲㅏ|ㄹㄲㅏㅇㅛ|ㄱㅔㅆㄷㅏ|ㄴㅡㄴ)$/;

function guessedForm(word: string): Analysis | undefined {
  const row = letters(word);
  const plainDictionary = word.length >= 3 && word.endsWith('다');
  if (!TELLING.test(row) && !plainDictionary) return undefined;
  for (const ending of TYPED_ENDINGS) {
    if (ending.letters === '' || !row.endsWith(ending.letters)) continue;
    const verb = guessVerb(row.slice(0, row.length - ending.letters.length), ending.base, ending.verbsOnly);
    if (verb !== undefined && roundTrips(verb, ending))
      return { verb, tense: ending.tense, shape: ending.shape, known: false };
  }
  return undefined;
}

const COPULA =
  /^(.+?)(?:(이)(?:다|라서|니까|에요|야|지요|랍니다|래요)|(?:예요|에요|라서)|(이어|이여|여)서|(이었|였)(?:다|어요|습니다|음|지요|답니다)|(?:입니다))$/;

/** 학생이다, 의사예요, 토끼였다: a noun that something is. */
function copulaForm(word: string): Analysis | undefined {
  const match = COPULA.exec(word);
  const noun =
    match?.[1] ?? (NOUNS_LIKE_VERBS.has(word.slice(0, -1)) && word.endsWith('다') ? word.slice(0, -1) : undefined);
  if (noun === undefined) return undefined;
  const open = lastSyllable(noun)?.final === '';
  const fitting = match?.[2] === '이' || match?.[4] === '이었' ? !open : match?.[4] === '였' ? open : true;
  const tense = match?.[4] === undefined ? 'present' : 'past';
  const shape = /(?:라서|니까|[어여]서)$/.test(word) ? 'reason' : word.endsWith('요') ? 'polite' : 'plain';
  return fitting
    ? { verb: { stem: `${noun}이`, stemClass: '이다', kind: 'copula' }, tense, shape, known: false }
    : undefined;
}

/** -는다 wants a closed stem, -ㄴ다 an open one, -아/어 the stem's own vowel. */
function roundTrips(verb: Verb, { base, letters: ending }: TypedEnding): boolean {
  if (verb.stem.length === 1 && base !== 'infinitive' && ending !== letters('는다')) return false;
  return ending !== letters('는다') || lastSyllable(verb.stem)?.final !== '';
}

/**
 * The last word of a clause, `before` being the words in front of it; undefined when it is no verb or adjective.
 * `surely` reads the word as a modifier whatever else it may be: what stands before 것 can be nothing else.
 */
export function analyse(word: string, before: string, surely = false): Analysis | undefined {
  if (!/^[\dA-Za-z]*[가-힣]+$/.test(word)) return undefined;
  if (!surely && NOUNS_LIKE_VERBS.has(word) && !isNoted(word, before)) return undefined;
  const because =
    /라서$|이니까$|이[어여]서$/.test(word) && knownForms('', word).length === 0 ? copulaForm(word) : undefined;
  if (because !== undefined) return because;
  const recent = word.slice(-14);
  for (let at = 0; at < recent.length; at++) {
    const prefix = word.slice(0, word.length - recent.length + at);
    const forms = knownForms(prefix, recent.slice(at)).filter((form) =>
      surely ? form.shape === 'modifier' : plausible(form, word, before),
    );
    const best = preferred(forms, before);
    if (best !== undefined) return honoured(best);
  }
  const guess = copulaForm(word) ?? guessedForm(word);
  return guess && honoured(guess);
}

/** -세요 speaks of someone with respect: 오세요 is 오시다. */
function honoured(form: Analysis): Analysis {
  if (form.shape !== 'honorific') return form;
  const verb: Verb = {
    stem: conjugate(form.verb, 'since').replace(/니$/, '시'),
    stemClass: 'regular',
    kind: form.verb.kind,
  };
  return { ...form, verb: form.verb.stem.endsWith('시') ? form.verb : verb, shape: 'polite' };
}

/** What stands before a verb rather than before a noun. */
const LED = /(?:[을를에]|에서|으로|로|고|[아어러려]|서|이|가|히|게)$/;

const ADVERB =
  /(?:^| )(?:너무|진짜|정말|엄청|되게|완전|많이|아주|계속|안|못|잘|더|또|다시|같이|혼자|빨리|열심히|매우|조금|제일|아직|참|다|막|짱|무지|겁나) $|[가-힣]기 $/;

/** 공을 참, 공 참 and 영화 봄 are notes; 따뜻한 봄 and 참 are not. */
function isNoted(word: string, before: string): boolean {
  const noun = before.trim().split(' ').at(-1) ?? '';
  if (LED.test(before.trim())) return /(?:ㅁ|ㄴㄷㅏ)$/.test(letters(word));
  if (word === '감') return isPlace(noun);
  return /^[봄침참]$/.test(word) && noun !== '' && !/[ㄴ는은의]$/.test(noun) && lastSyllable(noun)?.final !== 'ㄴ';
}

/** 친구의 도움: what is somebody's is a noun; 회의 함 is not. */
const OWNED = /[가-힣](?<!(?:^| )[회주강논동합거정예])의 $/;

/** Short words are nouns more often than forms: 산, 곰, 해 are read as verbs only after words that lead to one. */
function plausible({ shape }: Analysis, word: string, before: string): boolean {
  const led = LED.test(before.trim()) || ADVERB.test(before);
  if (shape === 'note' && OWNED.test(before)) return false;
  if (shape === 'note' || shape === 'casual')
    return shape === 'note' || led || (word.length > 1 && (word.length > 2 || before === ''));
  if (shape === 'modifier') return word.length > 1;
  if (shape === 'link' || shape === 'noun' || shape === 'propose') return word.length > 1;
  return true;
}
