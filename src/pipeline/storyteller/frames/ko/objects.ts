// The words in front of a verb as a sentence has them: 밥먹다 and 자전거 탐 leave out blanks and particles.
import { analyse } from './analyse.ts';
import { LEXICON } from './lexicon.ts';
import { isDoing, isPlace, NOUNS_LIKE_VERBS } from './nouns.ts';
import { withParticle } from './particles.ts';
import type { Verb } from './verb.ts';

const TAKES_OBJECT =
  /^(?:하|보|읽|먹|마시|그리|만들|씻|닦|차|던지|받|타|치|쓰|입|심|따|줍|쌓|접|자르|찾|부르|듣|신|사|팔|배우|키우|돌보|굽|캐|잡|풀|열|닫|켜|끄|찍|꽂|돕|안|업|끌|밀|널|털|뽑|꾸미|가꾸|나누|굴리|(?:관찰|구경|연주|청소|정리|조사|공부|운전|색칠|소개|발견|사랑|좋아|준비|응원|칭찬|축하)하|보살피|도와주|도와드리|안아주|맞|[가-힣]+시키|주|들|덮|메|매|끓이|끄|빌|싸|뀌|놓치|먹이|쏟|부수|깨|숨기|치우|버리|잃어버리|뺏|보내|꺼내|고치|기르|말리|볶|튀기|삶|썰|섞|오리|붙이|만나|파|쏘|날리|뿌리|흔들|두드리|따르|고르|건너|바르|누르|나르|가르|찌르|거르|지르|문지르|주무르|엎지르|어지르|저지르|휘두르|앞지르|가로지르)$/;
/** Words in front of a verb that are no objects: adverbs, and whatever has a particle already. */
const NO_OBJECT =
  /(?:^|[^가-힣])(?:빨리|멀리|널리|자꾸|살짝|활짝|깜짝|몰래|그냥|계속|실컷|힘껏|마음껏|골고루|잘|안|못|더|다|또|꼭|막|참|너무|혼자|먼저|서로|매우|아주|정말|진짜|모두|다시|함께|조금|거의|자주|가끔|이제|아까|어제|오늘|내일|지금|수|것)$|(?:[을를은는이가히게서고며에로도만와과랑씩쯤께아어야지면려러던음여켜쳐져겨혀춰줘봐와워해데]|\d+ ?(?:번|개|바퀴|시간|분|번째|살|명|마리|쪽|장|초)|까지|부터|처럼|한테|하다|듯)$|(.+)\1$/;

/** Nouns whose last syllable looks like a particle. */
const NOUN_IN_I =
  /(?:볶이|먹이|쟁이|구이|걸이|목걸이|고양이|어린이|호랑이|원숭이|종이|오이|거북이|달팽이|지렁이|송이|덩이|냉이|방울이|말이|라면|냉면|짜장면|가면|코딱지|바지|가지|반지|단무지|상어|문어|인어|악어|연어|고등어|붕어|잉어|영어|지도|파도|태권도|횡단보도)$/;

/** Nouns that stand without a particle. */
const BARE = /^(?:혼자|오늘|내일|어제|하루|다음|처음|여기|거기|저기|아침|점심|저녁|이|그|저|다|가|와|해|봐)$/;

/** 공놀이 하기, 손 씻기: notes leave the object's particle out; a sentence has it. */
export function withObject(before: string, verb: Verb): string {
  const word = before.trim().split(' ').at(-1) ?? '';
  if (!TAKES_OBJECT.test(verb.stem) || !/[가-힣A-Za-z]$/.test(word) || /[을를] /.test(before)) return before;
  if ((NOUNS_LIKE_VERBS.has(word) && !BARE.test(word)) || NOUN_IN_I.test(word))
    return `${withParticle(before.trimEnd(), '을/를')} `;
  if (!isDoing(word) && NO_OBJECT.test(word)) return before;
  // 알려 주다, 가 보다: a verb in front makes the second an auxiliary.
  if (!isDoing(word) && analyse(word, '')?.shape === 'casual') return before;
  return `${withParticle(before.trimEnd(), '을/를')} `;
}

/** One-syllable nouns that are written into their verb: 밥먹다, 책읽다. */
const SHORT_OBJECTS = new Set([...'밥책손물공꽃빵약떡국옷땅집문북글이춤연상똥불']);
const KNOWN = new Map([...LEXICON].reverse().map((verb) => [verb.stem, verb]));
const TAKEN =
  /^(?:먹|마시|그리|만들|타|읽|씻|찾|부르|키우|던지|잡|쌓|접|닦|심|치|차|보|사|입|신|맞|주|잃|쏘|굽|받|쓰|싸|뀌|열|빌|끄|닫)$/;
/** Verbs as short as these end many words: they are apart only from nouns that go with them. */
const SHORT = /^(?:보|사|치|차|신|가|주|쓰|싸|열|끄)$/;

interface Split {
  readonly front: string;
  readonly verb: Verb;
}

/** 친구랑놀, 안울, 가기싫: words that end where a particle, 안 or -기 does. */
function splitAtMark(stem: string): Split | undefined {
  for (let at = 1; at < stem.length; at++) {
    const [front, verb] = [stem.slice(0, at), KNOWN.get(stem.slice(at))];
    if (verb === undefined) continue;
    const marked = /^(?:안|못)$/.test(front) || /[가-힣](?:[을를에]|에서|랑|한테|에게|으로)$/.test(front);
    const wanted = /[가-힣]기$/.test(front) && /^(?:싫|좋|어렵|힘들|쉽|시작하|싫어하|좋아하)$/.test(verb.stem);
    const subject =
      /^(?:비|배|화|피|해|코|차|새|새가|친구|엄마|아빠|누나)가$|^(?:눈|신|달|별|꽃|동생|잠|손|발|목|몸)이$/.test(front);
    const along = /[가-힣]고$/.test(front) && /^(?:가|오|놀|나가)$/.test(verb.stem);
    if (marked || wanted || subject || along) return { front: `${front} `, verb };
  }
  return undefined;
}

/** Verbs long enough to be no mere tail, that do something to the noun in front of them: 물따르, 종이자르. */
const TRANSITIVE =
  /^(?:따르|자르|고르|건너|바르|누르|나르|가르|기르|부르|찌르|거르|지르|문지르|주무르|엎지르|어지르|저지르|휘두르|마시|만들|그리|버리|던지|꾸미|가꾸|치우|고치|두드리|뿌리|흔들|오리|붙이|섞|썰|볶|튀기|말리|끓이|모으|나누|굴리|당기|숨기|부수|키우|배우|빌리|옮기|채우|지우)$/;
/** Things children do something to, beside those that might be taken for verbs (`nouns.ts`). */
const THINGS =
  /(?:물|옷|강|풀|약|책|밥|국|떡|빵|꽃|공|북|줄|흙|논|밭|문|집|방|벽|땅|짐|돌|콩|쌀|꿀|선|길|숨|등|종이|머리카락|손톱|발톱|과일|야채|채소|두부|케이크|리본|크림|로션|연고|버튼|단추|초인종|건반|개울|시내|횡단보도|블록|물건|장난감|인형|쓰레기|낙엽|음료수|커피|병아리|화분|색깔|비명|고함|반죽|찰흙|어깨|메뉴|배추|동생)$/;
const isThing = (noun: string): boolean =>
  THINGS.test(noun) || (noun.length > 1 && NOUNS_LIKE_VERBS.has(noun) && !BARE.test(noun));

function splitAtLong(stem: string): Split | undefined {
  for (let at = 1; at < stem.length - 1; at++) {
    const [noun, verb] = [stem.slice(0, at), KNOWN.get(stem.slice(at))];
    if (verb === undefined) continue;
    if (verb.stem === '오르' && (isPlace(noun) || CLIMBED.test(noun))) return { front: `${noun}에 `, verb };
    if (TRANSITIVE.test(verb.stem) && isThing(noun)) return { front: `${withParticle(noun, '을/를')} `, verb };
  }
  return undefined;
}

/** 떡볶이먹: a noun, the object of the verb it is written into. */
function splitAtNoun(stem: string): Split | undefined {
  const long = splitAtLong(stem);
  if (long !== undefined) return long;
  const verb = KNOWN.get(stem.slice(-2)) ?? KNOWN.get(stem.slice(-1));
  const noun = verb === undefined ? '' : stem.slice(0, -verb.stem.length);
  if (verb === undefined || noun === '') return undefined;
  if (verb.stem === '가' && isDoing(noun))
    return { front: `${withParticle(noun, '을/를')} ${OUTING.test(noun) ? '' : '하러 '}`, verb };
  if (verb.stem === '되' && BECOME.test(noun)) return { front: `${withParticle(noun, '이/가')} `, verb };
  if (verb.stem === '가' && isPlace(noun)) return { front: `${noun}에 `, verb };
  if (!TAKEN.test(verb.stem)) return undefined;
  if (noun.length === 1 ? !SHORT_OBJECTS.has(noun) : analyse(noun, '')?.shape === 'casual') return undefined;
  if (noun.length > 1 && SHORT.test(verb.stem) && !OBJECTS.test(noun)) return undefined;
  return { front: `${withParticle(noun, '을/를')} `, verb };
}
const OUTING = /(?:산책|소풍|여행|캠핑|등산|견학|구경|나들이)$/;
const BECOME = /(?:친구|공주|왕자|선생님|어른|부자|영웅|[가-힣]왕|하나)$/;
const OBJECTS =
  /(?:피아노|영화|티비|축구|야구|농구|배구|장난감|박수|북|기타|선물|먹이|간식|과자|사탕|그림책|만화|편지|일기|글씨|글|모자|오줌|방귀|방구|소원|파티|촛불|창문|선물)$/;

/** Words written together, apart. */
export function apart(before: string, verb: Verb): { readonly before: string; readonly verb: Verb } {
  const split = KNOWN.has(verb.stem) ? undefined : (splitAtMark(verb.stem) ?? splitAtNoun(verb.stem));
  return split === undefined ? { before, verb } : { before: before + split.front, verb: split.verb };
}

const CLIMBED = /^(?:나무|언덕|계단|무대|미끄럼틀|사다리|지붕|정글짐|바위)$/;

/** 학교 감: where one goes takes 에. */
export function withGoal(before: string, { stem }: Verb): string {
  const word = before.trim().split(' ').at(-1) ?? '';
  const climbs = stem === '오르' && (isPlace(word) || CLIMBED.test(word));
  const goes = /^(?:가|오|다녀오|도착하|놀러가)$/.test(stem) && isPlace(word);
  return climbs || goes ? `${before.trimEnd()}에 ` : before;
}

/** 불 꺼짐, 문 열림: what happens of itself happens to its subject. */
const HAPPENS =
  /^(?:꺼지|켜지|열리|닫히|깨지|부서지|무너지|터지|나오|나타나|사라지|내리|뜨|부러지|찢어지|떨어지|끝나)$/;
export function withHappening(before: string, { stem }: Verb): string {
  const word = before.trim();
  const bare =
    /^[가-힣]+$/.test(word) && !NO_OBJECT.test(word) && (analyse(word, '') === undefined || word.length === 1);
  return HAPPENS.test(stem) && bare ? `${withParticle(word, '이/가')} ` : before;
}
