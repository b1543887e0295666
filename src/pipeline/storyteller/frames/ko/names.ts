// Who a page is about, as they are called in a story: 민준 is told of as 민준이, 토끼 and 김민준 as they are.
// When unsure a name is left as typed, which is always right.
import { lettersOf } from './hangul.ts';
import { NOUNS_LIKE_VERBS } from './nouns.ts';

/** Closed last syllables of given names. */
const LAST = new Set([
  ...'준민현윤진은빈원훈석혁영연린율설찬환결솔별한람담건성정경형승용욱범철섭숙옥선순란온운문근균권헌완익슬봄샘겸엘랑산휼봉탁걸곤',
]);
const FIRST = new Set([
  ...'민서지예하도시주은이유수현준우재승태성동건정영진소채다나가아연윤호규경상종병광기창철희혜보세선한강라로미해효찬원인용',
]);
/** Words of the same build that are no names. */
const NOT_NAMES = new Set(
  `시민 주민 시장 병원 공원 정원 기린 사람 인형 군인 주인 영웅 미용 수건 조건 사건 물건 우산 하늘 바람 가운 기운 소원 구원 시원 회원 동산 강산 유산
  예술 미술 기술 마술 수술 화산 지진 사진 소문 신문 주문 대문 창문 질문 방문 지문 동문 정문 자연 공연 우연 인연 당연 수영 운영 환영 미음 가연 동영 상영 성경 안경 환경 배경 구경 풍경 주변 해변
  하원 상원 지원 가원 정성 우주선 유람선 어선 시선 우선 동선 지선 직선 곡선 여성 남성 인성 행성 혜성 지성 특별 이별 개별 우별 성별 소설 전설 시설 연설 동생 학생 선생 해변 지붕 소금 지금 조금 가을 마을 노을 거울 겨울 서울 가슴
  보석 주석 자석 다섯 여섯 유리병 인간 시간 공간 기간 주간 야간 현관 기관 도서관 미술관 이용 내용 사용 수용 비용 인용 유용 가족 부족 민족 이산 해산 재산 자산 예산 상현 표현 재현 실현 구현 한영 지구본 교환 순환 동환 기한 무한 유한 북한 남한 대한 소한
  이상 세상 상상 인상 동상 영상 시작 공작 동작 수박 호박 도란 소란 계란 노란 파란 하얀 작은 나은 다은달 해란 이란 우근 당근 야근 출근 퇴근 최근 서원 사원 요원 대원 선원 의원 직원 동원 유원 수원 상담 미담 농담 도담 정담 하산 등산 동일 생일 휴일 평일 과일 기일 제일 매일 내일 이솔`
    .trim()
    .split(/\s+/),
);

/** Whether `text` is a child's given name that takes 이 in a story. */
function isClosedGivenName(text: string): boolean {
  if (text.length !== 2 || NOT_NAMES.has(text) || NOUNS_LIKE_VERBS.has(text)) return false;
  const [first = '', last = ''] = text;
  return FIRST.has(first) && LAST.has(last) && lettersOf(last)?.final !== '';
}

/** Marks that close a name by mistake: 토끼. 토끼! */
const OUTER_MARKS = /^[\s.!?~…·:;*_#“”"‘’-]+|[\s.!?~…·:;*_#“”"‘’-]+$/gu;

/** The name as the story says it; undefined when nothing in it can be read. */
export function storyName(typed: string): string | undefined {
  const text = typed.replace(OUTER_MARKS, '');
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text)) return undefined;
  return isClosedGivenName(text) ? `${text}이` : text;
}

/** Someone who tells of themselves: nothing may then be told as hearsay. */
export const isFirstPerson = (name: string): boolean =>
  /^(?:나|저|우리|저희|우리들|나랑.*|나와.*|.*[와과랑] 나)$/.test(name);
