// Feelings: the families they belong to, and how each shows in a face, a voice or a step.
import { NOUN_VERBS } from './nouns.ts';

export type Family =
  | 'joy'
  | 'pride'
  | 'love'
  | 'eager'
  | 'wonder'
  | 'surprise'
  | 'calm'
  | 'sad'
  | 'fear'
  | 'worry'
  | 'anger'
  | 'shy'
  | 'sorry'
  | 'tired'
  | 'lonely';

const FAMILIES: readonly (readonly [Family, RegExp])[] = [
  ['pride', /뿌듯|자랑|자신|보람|대견|흐뭇|만족|용기|당당|씩씩/],
  ['love', /고맙|고마|감사|사랑|감동|뭉클|다정|우정|따뜻|포근|든든/],
  ['eager', /설레|설렘|기대|두근|콩닥|들뜨/],
  ['wonder', /궁금|신기|호기심|놀랍|신비|흥미/],
  ['surprise', /놀라|놀람|깜짝|당황|황당/],
  ['calm', /편안|평화|평온|차분|느긋|조용|고요|아늑|시원|상쾌|개운|후련|안심/],
  ['sorry', /미안|죄송|후회/],
  ['shy', /부끄|창피|수줍|쑥스|민망/],
  ['lonely', /외로|외롭|쓸쓸|심심|그립|그리움|허전|지루/],
  ['worry', /걱정|조마조마|염려/],
  ['fear', /무섭|무서|두렵|두려|(?<!즐)겁|불안|긴장|떨/],
  ['anger', /화나|화가|화를|짜증|분노|억울|밉|미움|답답|질투/],
  ['sad', /슬프|슬픔|속상|서운|섭섭|서럽|울|우울|아쉽|아쉬|아프|안타|서글|괴로|괴롭/],
  ['tired', /피곤|힘들|지치|졸리|배고프|고프/],
  ['joy', /기쁘|기쁨|기뻐|행복|즐겁|즐거|신나|신남|신이|좋|재미|반갑|반가|웃|상쾌|유쾌|흥|짜릿|최고/],
];

/** The family of a feeling as typed or as a stem; undefined for what is none of them. */
export const familyOf = (text: string): Family | undefined => FAMILIES.find(([, pattern]) => pattern.test(text))?.[0];

const DARK: ReadonlySet<Family> = new Set(['sad', 'fear', 'worry', 'anger', 'sorry', 'tired', 'lonely', 'shy']);
export const isDark = (family: Family | undefined): boolean => family !== undefined && DARK.has(family);

/** What can be seen or heard of it. Each goes after 기뻐서 and stands alone as well. */
export const SIGNS: Readonly<Record<Family, readonly string[]>> = {
  joy: [
    '입꼬리가 살짝 올라갔어요',
    '어깨가 들썩들썩했어요',
    '콧노래가 절로 나왔어요',
    '마음이 풍선처럼 두둥실 떠올랐어요',
    '두 볼이 발그레해졌어요',
    '얼굴이 해님처럼 환해졌어요',
    '발걸음이 나비처럼 가벼워졌어요',
    '웃음이 퐁퐁 솟아났어요',
  ],
  pride: ['어깨가 으쓱으쓱했어요', '가슴이 쭉 펴졌어요', '고개가 저절로 들렸어요', '마음이 한 뼘 더 자랐어요'],
  love: [
    '가슴이 따끈따끈해졌어요',
    '마음이 몽글몽글해졌어요',
    '마음에 봄바람이 불었어요',
    '눈빛이 반짝반짝 다정해졌어요',
  ],
  eager: ['가슴이 콩닥콩닥 뛰었어요', '발끝이 간질간질했어요', '마음이 먼저 달려갔어요', '자꾸자꾸 웃음이 났어요'],
  wonder: [
    '두 눈이 반짝반짝 빛났어요',
    '고개가 갸우뚱갸우뚱했어요',
    '눈이 별처럼 커졌어요',
    '자꾸만 들여다보게 되었어요',
  ],
  surprise: ['두 눈이 동그래졌어요', '입이 딱 벌어졌어요', '가슴이 쿵쿵 뛰었어요', '“어머나!” 소리가 절로 나왔어요'],
  calm: [
    '마음이 잔잔한 물결 같았어요',
    '숨소리가 고르게 새근거렸어요',
    '온몸이 솜사탕처럼 스르르 풀렸어요',
    '마음에 산들바람이 불었어요',
  ],
  sad: ['눈물이 그렁그렁 맺혔어요', '고개가 푹 숙여졌어요', '마음에 비가 내리는 것 같았어요', '어깨가 축 처졌어요'],
  fear: ['가슴이 콩콩 뛰었어요', '몸이 잔뜩 움츠러들었어요', '손에 땀이 났어요', '숨소리가 작아졌어요'],
  worry: ['마음이 조마조마했어요', '자꾸만 눈길이 갔어요', '발을 동동 굴렀어요'],
  anger: ['얼굴이 빨개졌어요', '입이 삐죽 나왔어요', '마음이 부글부글 끓었어요', '콧김이 씩씩 나왔어요'],
  shy: ['얼굴이 사과처럼 빨개졌어요', '목소리가 개미만 해졌어요', '고개가 살며시 숙여졌어요'],
  sorry: ['고개가 살며시 숙여졌어요', '마음 한구석이 콕콕 찔렸어요', '목소리가 점점 작아졌어요'],
  tired: ['눈꺼풀이 자꾸 무거워졌어요', '어깨가 축 처졌어요', '발걸음이 느릿느릿해졌어요'],
  lonely: ['마음 한쪽이 텅 빈 것 같았어요', '한숨이 폭 나왔어요', '자꾸만 먼 곳을 바라보았어요'],
};

const FEELING_NOUNS: ReadonlyMap<string, string> = new Map([
  ...NOUN_VERBS,
  ...`기쁨:기쁘다 슬픔:슬프다 행복:행복하다 행복감:행복하다 설렘:마음이 설레다 설레임:마음이 설레다 아픔:아프다 놀람:놀라다 신남:신나다 짜증:짜증이 나다 분노:화가 나다 화:화가 나다
    감사:감사하다 궁금:궁금하다 걱정:걱정되다 불안:불안하다 편안:편안하다 만족:만족하다 감동:감동하다 당황:당황하다 자신감:자신감이 넘치다 호기심:호기심이 생기다
    용기:용기가 나다 평화:평화롭다 재미:재미있다 흥미:흥미롭다 미안:미안하다 속상:속상하다 피곤:피곤하다 심심:심심하다 답답:답답하다 창피:창피하다 억울:억울하다
    쓸쓸:쓸쓸하다 허전:허전하다 신기:신기하다 황당:황당하다 뿌듯:뿌듯하다 우울:우울하다 긴장:긴장되다 기대:기대되다 기대감:기대감이 부풀다 두려움:두렵다 그리움:그립다
    외로움:외롭다 즐거움:즐겁다 반가움:반갑다 고마움:고맙다 미움:밉다 아쉬움:아쉽다 부끄러움:부끄럽다 무서움:무섭다 부러움:부럽다 서운:서운하다 상쾌:상쾌하다 시원:시원하다
    사랑:사랑이 샘솟다 우정:우정이 자라다 희망:희망이 자라다 웃음:웃다 눈물:눈물이 나다 두근두근:가슴이 두근두근하다 콩닥콩닥:가슴이 콩닥콩닥하다 조마조마:마음이 조마조마하다 쿵쾅쿵쾅:가슴이 쿵쾅쿵쾅하다
    싱글벙글:싱글벙글하다 룰루랄라:룰루랄라 신나다 우울함:우울하다 안심:안심하다 후회:후회하다 질투:질투가 나다 보람:보람차다 신:신나다`
    .trim()
    .split(/\n\s*|(?<=다) (?=\S+:)/)
    .map((pair): readonly [string, string] => {
      const cut = pair.indexOf(':');
      return [pair.slice(0, cut), pair.slice(cut + 1)];
    }),
]);

/** 기쁨 → 기쁘다: the feeling as something felt. */
export const feltForm = (noun: string): string | undefined => FEELING_NOUNS.get(noun);
