// Whole books, word for word: a change of any line shows here and has to be read aloud again.
import { describe, expect, it } from 'vitest';
import { seededChoice } from '../../../../../src/pipeline/storyteller/frames/choice.ts';
import { tellKorean } from '../../../../../src/pipeline/storyteller/frames/ko/grammar.ts';
import { planBook } from '../../../../../src/pipeline/storyteller/frames/plan.ts';
import type { Fields, Manuscript } from '../../../../../src/story.ts';

interface Golden {
  readonly title: string;
  readonly level: Manuscript['level'];
  readonly pages: readonly { readonly fields: Fields; readonly told: string }[];
}

const BOOKS: Readonly<Record<string, Golden>> = {
  '달려라 토끼: ten pages of three fields': {
    title: '달려라 토끼',
    level: '저학년',
    pages: [
      {
        fields: { name: '토끼', i_action: '달린다', classification: '신체운동_건강' },
        told: '토끼 이야기를 들려줄게요. 토끼가 다다다 달렸어요. 두근두근, 심장이 북을 치는 것 같아요.',
      },
      {
        fields: { name: '토끼', i_action: '당근을 먹는다', classification: '신체운동_건강' },
        told: '이것 좀 보세요. 토끼가 당근을 오물오물 먹어요! 잘 놀고, 잘 먹고, 잘 자면 쑥쑥 커요.',
      },
      {
        fields: { name: '토끼', i_action: '깡충깡충 뛴다', classification: '신체운동_건강' },
        told: '어느새 토끼는 깡충깡충 뛰었어요. 바람도 나란히 달리는 것 같아요. 몸이 조금씩 튼튼해지고 있어요.',
      },
      {
        fields: { name: '토끼', i_action: '물을 마신다', classification: '신체운동_건강' },
        told: '깡충깡충 뛰고 나서 토끼는 물을 꿀꺽꿀꺽 마셨대요. 목이 시원해졌어요. 몸도 마음도 쑥쑥 자라는 것 같아요.',
      },
      {
        fields: { name: '토끼', i_action: '언덕을 오른다', classification: '신체운동_건강' },
        told: '이제 토끼가 언덕을 영차영차 올랐답니다. 높이 오를수록 더 멀리 보여요. 숨을 크게 들이마시고, 후우!',
      },
      {
        fields: { name: '토끼', i_action: '나무 밑에서 쉰다', classification: '신체운동_건강' },
        told: '토끼가 나무 밑에서 쉬었지요. 튼튼한 몸에 튼튼한 마음이 깃들어요. 조용히, 그러나 분명히 무언가 달라지고 있었어요.',
      },
      {
        fields: { name: '토끼', i_action: '노래를 부른다', classification: '신체운동_건강' },
        told: '토끼는 노래를 라라라 불렀어요. 한 번만 더 들려주세요! 하나 둘, 하나 둘! 우리도 따라 해 볼까요?',
      },
      {
        fields: { name: '토끼', i_action: '친구를 만난다', classification: '신체운동_건강' },
        told: '토끼는 무엇을 했을까요? 친구를 만났대요. 만남은 언제나 두근두근해요.',
      },
      {
        fields: { name: '토끼', i_action: '집에 간다', classification: '신체운동_건강' },
        told: '그다음에 토끼는 집에 갔어요. 가는 길에 무엇을 만날까요? 온몸에 힘이 불끈 솟는 것 같아요.',
      },
      {
        fields: { name: '토끼', i_action: '잠을 잔다', classification: '신체운동_건강' },
        told: '와, 토끼가 잠을 새근새근 자네요! “잘 자요.” 가만히 속삭여 주세요. 이렇게 이야기는 끝이 났답니다.',
      },
    ],
  },
  '비 오는 날: two pages of everything': {
    title: '비 오는 날',
    level: '저학년',
    pages: [
      {
        fields: {
          name: '민지',
          i_action: '우산을 쓰고 걷는다',
          classification: '자연탐구',
          character: '강아지',
          setting: '비 오는 날, 골목길',
          action: '물웅덩이를 밟는다',
          feeling: '신남',
          causalRelationship: '비가 와서 웅덩이가 생겼다',
          outcomeResolution: '옷이 흠뻑 젖었다',
          prediction: '집에 가서 목욕을 할 것이다',
        },
        told: '비 오는 날, 골목길에서 민지가 우산을 쓰고 걸었어요. 또 물웅덩이를 밟았어요. 강아지도 함께였어요. 비가 와서 웅덩이가 생겼어요. 민지는 신나서 두 볼이 발그레해졌어요. 그만 옷이 흠뻑 젖었어요. 다음에는 집에 가서 목욕을 할 거예요.',
      },
      {
        fields: {
          name: '민지',
          i_action: '목욕을 한다',
          classification: '자연탐구',
          character: '강아지, 엄마',
          setting: '집',
          action: '거품을 분다',
          feeling: '따뜻하다, 편안하다',
          causalRelationship: '옷이 젖었기 때문에',
          outcomeResolution: '깨끗해졌다',
          prediction: '내일은 해가 뜰 것이다',
        },
        told: '조금 뒤, 민지는 옷이 젖었기 때문에 집에서 목욕을 하고 거품을 불었어요. 곁에는 엄마와 강아지도 있었어요. 민지는 얼마나 따뜻하고 편안했는지 온몸이 솜사탕처럼 스르르 풀렸어요. 그리고 깨끗해졌어요. 내일은 해가 뜰 거예요. 처음부터 한 번 더 읽어 볼까요?',
      },
    ],
  },
  '가을 운동회: names, feelings, lists': {
    title: '가을 운동회',
    level: '저학년',
    pages: [
      {
        fields: {
          name: '민준',
          i_action: '달리기',
          classification: '신체운동_건강',
          setting: '학교 운동장',
          character: '친구들',
          feeling: '떨린다',
        },
        told: '학교 운동장에서 민준이가 달리기를 했어요. 그곳에는 친구들도 있었어요. 민준이는 떨려서 손에 땀이 났어요.',
      },
      {
        fields: {
          name: '민준',
          i_action: '넘어졌어요',
          classification: '신체운동_건강',
          causalRelationship: '돌에 걸려서',
          feeling: '아프다, 속상하다',
        },
        told: '민준이가 돌에 걸려서 넘어졌어요. 얼마나 아프고 속상했는지 어깨가 축 처졌어요.',
      },
      {
        fields: {
          name: '서윤',
          i_action: '민준이를 일으켜 준다',
          classification: '사회관계',
          character: '친구들',
          feeling: '걱정',
        },
        told: '서윤이는 민준이를 일으켜 주었어요. 친구들도 여전히 곁에 있었어요. 서윤이의 마음은 어땠을까요? 참 걱정되었어요.',
      },
      {
        fields: { name: '민준', i_action: '다시 일어나 달린다', classification: '신체운동_건강', feeling: '용기' },
        told: '민준이가 다시 일어나 달렸지요. 민준이의 마음이 한 뼘 더 자랐어요. 용기가 났어요.',
      },
      {
        fields: {
          name: '민준, 서윤',
          i_action: '줄다리기',
          classification: '신체운동_건강',
          character: '선생님, 친구들',
          action: '영차영차 줄을 당긴다',
          outcomeResolution: '이겼다',
        },
        told: '이제 민준이와 서윤이가 줄다리기를 하고 영차영차 줄을 당겼어요. 곁에는 선생님과 친구들도 있었어요. 그렇게 이겼답니다.',
      },
      {
        fields: {
          name: '친구들',
          i_action: '만세를 부른다',
          classification: '신체운동_건강',
          feeling: '기쁨',
          prediction: '내년에도 운동회를 하고 싶다',
        },
        told: '친구들은 무엇을 했을까요? 만세를 불렀어요. 얼마나 기뻤는지 웃음이 퐁퐁 솟아났어요. 내년에도 운동회를 하고 싶었어요. 이렇게 이야기는 끝이 났답니다.',
      },
    ],
  },
  '눈사람 친구: a sad end, told quietly': {
    title: '눈사람 친구',
    level: '저학년',
    pages: [
      {
        fields: {
          name: '지우',
          i_action: '눈사람을 만들어요',
          classification: '예술경험',
          setting: '눈 오는 아침, 마당',
          character: '동생',
          feeling: '신나요',
        },
        told: '눈 오는 아침, 마당에서 지우가 눈사람을 뚝딱뚝딱 만들었어요. 동생도 함께였어요. 지우는 신나서 두 볼이 발그레해졌어요.',
      },
      {
        fields: {
          name: '지우',
          i_action: '목도리를 둘러 줬다',
          classification: '사회관계',
          character: '동생, 눈사람',
          causalRelationship: '눈사람이 추워 보여서',
          feeling: '뿌듯',
        },
        told: '어느새 지우는 눈사람이 추워 보여서 목도리를 둘러 주었어요. 이번에도 동생이 함께했어요. 지우는 얼마나 뿌듯했는지 고개가 저절로 들렸어요.',
      },
      {
        fields: {
          name: '눈사람',
          i_action: '눈을 번쩍 떴어요!',
          classification: '예술경험',
          setting: '깊은 밤',
          feeling: '깜짝',
          prediction: '지우를 만나러 갈 거예요',
        },
        told: '때는 깊은 밤이었어요. 눈사람은 눈을 번쩍 떴어요! 눈사람은 깜짝 놀라서 “어머나!” 소리가 절로 나왔어요. 지우를 만나러 갈 거예요.',
      },
      {
        fields: {
          name: '눈사람',
          i_action: '창문을 똑똑 두드려요',
          classification: '의사소통',
          setting: '지우네 집 앞',
          action: '손을 흔든다',
          outcomeResolution: '지우가 잠에서 깼다',
        },
        told: '이제 지우네 집 앞에서 눈사람이 창문을 똑똑 두드리고 손을 흔들었어요. 지우가 잠에서 깼어요.',
      },
      {
        fields: {
          name: '지우, 눈사람',
          i_action: '썰매를 타고 달린다',
          classification: '신체운동_건강',
          setting: '하얀 언덕',
          feeling: '짜릿하다, 즐겁다',
        },
        told: '이번에는 지우와 눈사람 이야기예요. 지우와 눈사람은 하얀 언덕에서 썰매를 타고 달렸어요. 지우와 눈사람의 마음은 어땠을까요? 짜릿하고 즐거웠어요.',
      },
      {
        fields: {
          name: '눈사람',
          i_action: '조금씩 녹는다',
          classification: '자연탐구',
          causalRelationship: '해가 떠서 따뜻해졌다',
          feeling: '슬프다',
        },
        told: '해가 떠서 따뜻해졌어요. 그때 눈사람이 조금씩 녹았어요. 눈사람은 얼마나 슬펐는지 눈물이 그렁그렁 맺혔어요.',
      },
      {
        fields: {
          name: '지우',
          i_action: '눈사람을 꼭 안아 준다',
          classification: '사회관계',
          outcomeResolution: '눈사람은 물이 되었다',
          prediction: '내년 겨울에 다시 만날 것이다',
        },
        told: '지우는 눈사람을 꼭 안아 주었지요. 그만 눈사람은 물이 되었어요. 내년 겨울에 다시 만날 거예요. 처음부터 한 번 더 읽어 볼까요?',
      },
    ],
  },
};

describe('a whole book', () => {
  it.each(Object.entries(BOOKS))('%s', (_, { title, level, pages }) => {
    const scenes = pages.map(({ fields }) => ({ fields }));
    const plan = planBook({ title, locale: 'ko', level, seed: 21, scenes });
    expect(tellKorean(plan, seededChoice(21)).map((page) => page.join(' '))).toEqual(pages.map(({ told }) => told));
  });
});
