// Whether the words in front of a verb bring their own subject, so that none is put before it twice.
import { conjugate } from './conjugate.ts';
import { LEXICON } from './lexicon.ts';
import { NOUNS_LIKE_VERBS } from './nouns.ts';
import { particle } from './particles.ts';
import type { Verb } from './verb.ts';

/** `inner` is a subject that belongs to someone (배가 고프다): a topic may still come before it. */
export type Subject = 'none' | 'name' | 'inner' | 'own';

/** What is somebody's: body, mood, voice. */
const INNER =
  /^(?:배|기분|마음|신|화|눈물|콧물|눈|코|귀|입|키|힘|겁|잠|목|다리|팔|손|발|가슴|땀|숨|웃음|얼굴|볼|머리|몸|이|몸무게|기운|용기|생각|호기심|목소리|걸음|발걸음|소리|짜증|정신|재미|열|침|하품|피|코피|재채기|기침|꿈|궁금증|자신감|힘|흥|정|샘|심장|무릎|엉덩이|어깨|두 눈|싹|잎|뿌리|꼬리|날개|뿔|털|이빨|무엇|뭐|것)$/;
/** 높이높이, 틈틈이, 깨끗이. */
const ADVERB = /^(.+)\1$|(.)\2이$|[긋끗듯뜻붓틋]이$/;
/** Words in 는/은/이/가 that are no subjects: adnominals and nouns of their own. */
const NOT_SUBJECTS =
  /^(?:같이|많이|높이|깊이|멀리|빨리|일찍이|가까이|나란히|고양이|어린이|호랑이|원숭이|강아지|아이|놀이|종이|사이|하나하나|다시는|또는|혹은|[가-힣]*(?:놀이|걸이|볶이|먹이|쟁이|(?<!천)둥이|풀이|구이|말이|맞이|나들이))$/;

/** The names a page is about, in the forms in which they begin a sentence. */
function leadingName(before: string, names: readonly string[]): string | undefined {
  const calls = names.flatMap((name) => (name.endsWith('이') ? [name, name.slice(0, -1)] : [name]));
  for (const name of [calls.join('와 '), ...calls]) {
    if (!before.startsWith(name)) continue;
    const rest = before.slice(name.length);
    const marked = /^(?:께서는?|이가|이는|[은는이가도]),? /.exec(rest);
    if (marked !== null) return name + marked[0];
    if (rest.startsWith(' ') && particle(name, '이/가') !== '' && names.length === 1) return `${name} `;
  }
  return undefined;
}

const MODIFIERS = new Set(
  LEXICON.flatMap((verb) => [conjugate(verb, 'modifier'), conjugate(verb, 'pastModifier')]).filter((form) =>
    /[은는]$/.test(form),
  ),
);
/** One-syllable nouns that stories are about; others before 은/는 are stems. */
const SHORT_NOUNS = new Set([...'곰새해배개나너저달별소말양닭꽃눈비산밤집책공빵뱀쥐용왕꿀벌']);
/** Particles and verbs that end in 는 or 은 without making a subject. */
const NO_SUBJECT =
  /(?:하는|있는|없는|싶은|같은|지는|에는|에게는|서는|로는|까지는|부터는|보다는|때는|오늘은|어제는|내일은|지금은|이제는|엔|다음은|나중은|고는|다가는|아침은|이번은)$/;

function isModifier(word: string): boolean {
  const noun = word.slice(0, -1);
  if (noun.length === 1) return !SHORT_NOUNS.has(noun);
  return NO_SUBJECT.test(word) && !/아지는$|돼지는$/.test(word)
    ? true
    : MODIFIERS.has(word) && !NOUNS_LIKE_VERBS.has(noun);
}

/** 올라가 and 달려가 lead on; they are nobody's names. */
const GOING = new Set(LEXICON.map(({ stem }) => stem).filter((stem) => stem.length > 1 && stem.endsWith('가')));
/** 엄마가 보고 싶다: what is longed for is no subject. */
const LONGED_FOR = /\S+[이가] (?=(?:너무 |정말 |많이 |꼭 )?[가-힣]+고 싶)/g;
/** 당근이 좋다, 친구가 없다: somebody likes, somebody lacks. */
const FELT_OF = /^(?:좋|싫|무섭|부럽|궁금하|그립|필요하|밉|고맙|반갑|생각나|떠오르|있|없|많|신기하|재미있|맛있|싶)$/;

function bringsSubject(before: string, stem: string): Subject {
  const words = before.trim().split(' ');
  for (const word of words) {
    const noun = /^(.+)(?:이|가|은|는|께서|이도)$/.exec(word)?.[1];
    if (noun === undefined || NOT_SUBJECTS.test(word) || ADVERB.test(word) || GOING.has(word)) continue;
    if (/[은는]$/.test(word) && isModifier(word)) continue;
    if (/^(?:내가|나는|제가|저는|우리가|우리는)$/.test(word)) return 'own';
    if (noun === '눈' && /^(?:내리|오|쌓이|녹|그치|날리)$/.test(stem)) return 'own';
    if (INNER.test(noun)) return 'inner';
    if (endsAsNoun(word, noun))
      return /[이가]$/.test(word) && FELT_OF.test(stem) && !/에 /.test(before) ? 'inner' : 'own';
  }
  return 'none';
}

/** 이 and 은 follow consonants, 가 and 는 vowels; a word that breaks this is not a subject. */
function endsAsNoun(word: string, noun: string): boolean {
  const mark = word.slice(noun.length);
  if (mark === '께서' || mark === '이도') return true;
  return mark === '이' || mark === '가' ? particle(noun, '이/가') === mark : particle(noun, '은/는') === mark;
}

/** The subject in front of a verb, and the words left when it is the page's own name. */
export function subjectOf(
  before: string,
  names: readonly string[],
  verb?: Verb,
): { readonly subject: Subject; readonly rest: string } {
  const lead = leadingName(before, names);
  if (lead !== undefined) return { subject: 'name', rest: before.slice(lead.length) };
  const outside = before.replace(/“[^”]*”|"[^"]*"|‘[^’]*’/gu, '');
  // 친구가 되다, 토끼가 아니다: what one becomes or is not is no subject.
  const complement =
    verb !== undefined && /^(?:되|아니)$/.test(verb.stem) ? outside.replace(/\S+[이가] $/, '') : outside;
  return {
    subject: bringsSubject(
      complement.replace(LONGED_FOR, '').replace(/\S+[이가] (?=되|된|됐|아니)/g, ''),
      verb?.stem ?? '',
    ),
    rest: before,
  };
}
