// 의성어 and 의태어: the sound or look of what is done, by verb. They make a page sing when read aloud.

/** Verb stems (or the object and the stem) → words; the longest match wins. */
const TABLE: readonly (readonly [verbs: string, words: string])[] = [
  ['달리 달려가 달려오 뛰어가 뛰어오', '다다다 쌩쌩 타다닥'],
  ['뛰 뛰어다니 뛰놀 뛰어놀', '폴짝폴짝 깡충깡충'],
  ['뛰어넘 넘', '훌쩍'],
  ['걷 걸어가 걸어오', '뚜벅뚜벅 타박타박'],
  ['기 기어가 기어다니', '꼬물꼬물 엉금엉금'],
  ['먹', '냠냠 오물오물'],
  ['마시', '꿀꺽꿀꺽 꼴깍꼴깍'],
  ['웃', '방긋방긋 까르르'],
  ['울', '훌쩍훌쩍 엉엉'],
  ['자 잠들', '새근새근 쿨쿨'],
  ['앉 걸터앉', '살포시'],
  ['날 날아가 날아오 날아다니', '훨훨 파닥파닥'],
  ['헤엄치 수영하', '첨벙첨벙 찰방찰방'],
  ['노래하 노래를_부르', '랄랄라 라라라'],
  ['춤추 추', '덩실덩실 살랑살랑'],
  ['그리 칠하 색칠하', '쓱쓱 쓱싹쓱싹'],
  ['던지', '휙'],
  ['공을_차 축구를_하', '뻥뻥'],
  ['오르 올라가 기어오르', '영차영차'],
  ['찾 찾아보', '두리번두리번'],
  ['살금살금_걷', '살금살금'],
  ['숨', '꼭꼭'],
  ['심', '꼭꼭'],
  ['물을_주', '졸졸'],
  ['씻 닦', '뽀득뽀득'],
  ['만들 꾸미 고치', '뚝딱뚝딱'],
  ['자르 오리', '싹둑싹둑'],
  ['자전거를_타', '쌩쌩'],
  ['그네를_타', '흔들흔들'],
  ['썰매를_타 미끄럼틀을_타 미끄러지', '쭈르륵 슝슝'],
  ['안 껴안', '꼬옥'],
  ['불', '후우후우'],
  ['흔들', '살랑살랑'],
  ['쌓 담', '차곡차곡'],
  ['읽', '또박또박'],
  ['이야기하 이야기를_하', '도란도란'],
  ['속삭이', '소곤소곤'],
  ['놀라', '깜짝'],
  ['구르 굴러가', '데굴데굴'],
  ['돌', '빙글빙글'],
  ['쓰다듬', '살살'],
  ['반짝이 빛나', '반짝반짝'],
  ['두드리', '톡톡 통통'],
  ['파', '쓱쓱'],
  ['피', '활짝'],
  ['줍 따', '하나하나'],
  ['줄넘기를_하', '폴짝폴짝'],
  ['박수를_치 손뼉을_치', '짝짝짝'],
  ['불을_끄', '훅'],
  ['문을_열 창문을_열', '활짝'],
  ['나누 나누어_먹 나눠_먹', '사이좋게'],
  ['돌보 보살피', '포근포근'],
  ['인사하 인사를_하', '꾸벅'],
  ['비가_오', '주룩주룩'],
  ['눈이_오', '펑펑'],
  ['물놀이를_하', '첨벙첨벙'],
];

const BY_END = new Map(
  TABLE.flatMap(([verbs, words]) =>
    verbs.split(' ').map((verb) => [verb.replaceAll('_', ' '), words.split(' ')] as const),
  ),
);
const ALL = new RegExp([...new Set(TABLE.flatMap(([, words]) => words.split(' ')))].join('|'));
/** Anything said twice over, or already mimetic. */
const REPEATED = /([가-힣]{1,3})\1/;

/** Where an adverb may go: at the beginning or after a particle, not between a verb and its auxiliary. */
const ROOM = /^$|(?:[을를은는도]|[에로]|에서|에게|한테|[와과랑]|함께|같이|위|[이가]) $/;
const REFUSED = /(?:^| )(?:안|못|잘|꼭|더|다시|많이|빨리|천천히|열심히|깜짝|활짝|살짝|조용히|가만히) $/;

/** Words that go with a verb and its object; none where the text already has some or leaves no room. */
export function mimeticsOf(before: string, stem: string): readonly string[] {
  if (/우주|로켓|비행기|달나라/.test(before)) return [];
  if (!ROOM.test(before) || REFUSED.test(before) || REPEATED.test(before) || ALL.test(before)) return [];
  const object = before.trim().split(' ').at(-1) ?? '';
  return BY_END.get(`${object} ${stem}`) ?? BY_END.get(stem) ?? [];
}

const DOING = new Map(
  [...TABLE]
    .reverse()
    .flatMap(([verbs, words]) =>
      words.split(' ').map((word) => [word, verbs.split(' ')[0]?.split('_').at(-1) ?? ''] as const),
    ),
);

/** Words that stand for a doing when typed alone, but are not put into sentences. */
const ALONE = new Map(
  Object.entries({
    먹: '쩝쩝 얌얌',
    울: '흑흑 앙앙 응애응애 잉잉',
    웃: '하하 호호 히히 깔깔 킥킥 헤헤 낄낄 키득키득 생글생글 싱글싱글',
    자: '콜콜 드르렁드르렁',
    걷: '뒤뚱뒤뚱 아장아장 터벅터벅 사뿐사뿐',
    뛰: '깡총깡총 껑충껑충 쿵쾅쿵쾅 콩콩',
    헤엄치: '어푸어푸 풍덩풍덩',
    짖: '멍멍 왈왈',
    날: '슝슝 펄럭펄럭',
    내리쬐: '쨍쨍',
    무너지: '와르르',
    피: '활짝',
  }).flatMap(([stem, words]) => words.split(' ').map((word) => [word, stem] as const)),
);

/** 쿨쿨 alone stands for 자다; what belongs to no verb moves. */
export function verbOfMimetic(word: string): string {
  return ALONE.get(word) ?? DOING.get(word) ?? '움직이';
}

const SINGLE =
  /^(?:찰칵|쾅|퐁당|풍덩|첨벙|쿵|휙|펑|빵|쨍그랑|와장창|뿡|뻥|꽈당|콰당|우당탕|슝|쌩|휘리릭|철썩|털썩|훌쩍|꿀꺽|까르르|으앙|앙|야호|와아?|짠|뿅|번쩍|활짝|깜짝|냠냠쩝쩝|덩기덕|쪽|쪼르르|쭈르륵|주르륵|스르르|부웅|부릉|빵빵|칙칙폭폭|엉엉|하하|호호|히히|깔깔)$/;
/** Looks and sounds that tell what a thing does: 탑이 와르르. */
export const isTelling = (word: string): boolean => /^([가-힣]{1,3})\1$/.test(word) || /^(?:와르르|활짝)$/.test(word);
/** A sound or a look by itself: 슝슝, 찰칵. */
export const isMimetic = (word: string): boolean => /^([가-힣]{1,3})\1$/.test(word) || SINGLE.test(word);
