// The voice of each classification: what a reader may notice, ask or try, whatever the page is about.
// Nothing here says anything of the picture that its fields do not say.
import type { Classification } from '../../../../../story.ts';
import type { Line } from '../teller.ts';
import type { View } from '../view.ts';
import { isSpeakable } from './action.ts';

const lines = (id: string, texts: readonly string[]): readonly Line<View>[] =>
  texts.map((text, at) => ({ id: `${id}-${at + 1}`, say: () => text }));

/** For pages on which somebody moves. */
const lively = (id: string, texts: readonly string[]): readonly Line<View>[] =>
  lines(id, texts).map((line) => ({ ...line, fits: ({ theme }: View) => theme.lively === true }));

/** For pages whose doing is known: what is not known may not be good for anybody. */
const known = (id: string, texts: readonly string[]): readonly Line<View>[] =>
  lines(id, texts).map((line) => ({ ...line, fits: ({ theme }: View) => theme.lively !== undefined }));

/** For pages on which somebody is not alone. */
const together = (id: string, texts: readonly string[]): readonly Line<View>[] =>
  lines(id, texts).map((line) => ({ ...line, fits: ({ company }: View) => company }));

/** Lines that call the page's people by name are not for tales in the first person. */
const named = (id: string, say: (view: View) => string): Line<View> => ({ id, fits: (view) => view.single, say });

export const VOICES: Readonly<Record<Classification, readonly Line<View>[]>> = {
  의사소통: [
    ...lines('talk', [
      '무슨 이야기가 들리나요? 귀를 쫑긋 세워 보아요.',
      '“안녕!” 하고 먼저 인사해 볼까요?',
      '소곤소곤, 이야기 소리가 들리는 것 같아요.',
      '“그래서? 그다음은?” 자꾸자꾸 묻고 싶어져요.',
      '고운 말 한마디는 마음을 톡톡 두드려요.',
      '이 이야기를 누구에게 들려줄까요?',
      '쉿, 가만히 귀 기울여 보세요.',
      '눈빛만 보아도 무슨 말인지 알 것 같아요.',
      '하고 싶은 말이 퐁퐁 솟아나요.',
    ]),
    named('talk-listen', ({ s }) => `“내 이야기 좀 들어 볼래?” ${s('이/가')} 말하는 것 같아요.`),
    named('talk-tell', ({ who }) => `${who}에게 뭐라고 말해 주고 싶나요?`),
    named('talk-voice', ({ who }) => `${who}의 목소리가 들릴 것만 같아요.`),
  ],
  자연탐구: [
    ...lines('nature', [
      '왜 그럴까요? 참 궁금해요.',
      '가까이, 더 가까이 들여다볼까요?',
      '자세히 보면 더 많은 것이 보여요.',
      '세상에는 신기한 것이 참 많아요.',
      '눈을 크게 뜨고 찬찬히 살펴보아요.',
      '작은 것 하나에도 비밀이 숨어 있어요.',
      '무엇이 달라졌는지 찾아볼까요?',
      '“어떻게 된 걸까?” 생각이 꼬리에 꼬리를 물어요.',
      '손끝에 닿으면 어떤 느낌일까요?',
      '소리도 들어 보고, 냄새도 맡아 보고 싶어요.',
      '궁금한 것이 하나둘 늘어나요.',
      '돋보기로 보면 무엇이 보일까요?',
    ]),
  ],
  사회관계: [
    ...lines('social', ['우리라면 어떻게 했을까요?', '옆 친구와 나누고 싶은 이야기예요.']),
    ...together('social-together', [
      '곁에 누가 있으면 마음이 든든해요.',
      '마음과 마음은 서로 이어져 있어요.',
      '오늘도 서로 다정하게 지내요.',
      '“고마워!” 한마디면 마음이 따뜻해져요.',
      '나누면 나눌수록 마음은 커져요.',
      '서로 도우면 못 할 일이 없어요.',
      '친구가 된다는 건 참 멋진 일이에요.',
      '손을 내밀면 마음도 따라와요.',
      '작은 친절이 퐁퐁 퍼져 나가요.',
      '“우리 같이 하자!” 참 반가운 말이지요?',
    ]),
    named('social-friend', ({ who }) => `${who}, 우리 친구 할까요?`),
  ],
  예술경험: [
    ...lines('art', [
      '이 그림에는 어떤 노래가 어울릴까요?',
      '랄랄라, 노래가 될 것만 같아요.',
      '마음속에 고운 빛깔이 번져 나가요.',
      '무슨 색이 가장 먼저 보이나요?',
      '톡톡, 쿵쿵! 장단을 맞춰 볼까요?',
      '눈을 감으면 가락이 들리는 것 같아요.',
      '꼭 한 편의 노래 같아요.',
      '반짝반짝, 멋진 생각이 떠올라요.',
      '손가락으로 살살 따라 그려 볼까요?',
      '“참 곱다!” 하는 소리가 절로 나와요.',
      '몸짓으로 흉내 내 볼까요?',
      '아름다운 것은 마음에 오래 남아요.',
    ]),
  ],
  신체운동_건강: [
    ...lively('move', [
      '하나 둘, 하나 둘! 우리도 따라 해 볼까요?',
      '씩씩하게, 한 번 더!',
      '숨을 크게 들이마시고, 후우!',
      '팔도 쭉쭉, 다리도 쭉쭉!',
      '온몸에 힘이 불끈 솟는 것 같아요.',
      '머리부터 발끝까지 기운이 차올라요.',
    ]),
    ...known('body', [
      '몸도 마음도 쑥쑥 자라는 것 같아요.',
      '몸이 조금씩 튼튼해지고 있어요.',
      '잘 놀고, 잘 먹고, 잘 자면 쑥쑥 커요.',
      '튼튼한 몸에 튼튼한 마음이 깃들어요.',
    ]),
  ],
};

/** For pages with tears, fear or anger. */
export const COMFORTS: readonly Line<View>[] = [
  ...lines('comfort', [
    '괜찮아요, 괜찮아요. 토닥토닥.',
    '누구에게나 그런 날이 있어요.',
    '그 마음을 꼭 안아 주고 싶어요.',
    '조금만 기다리면 괜찮아질 거예요.',
    '후우, 천천히 숨을 쉬어 보아요.',
    '“힘내!” 하고 말해 주고 싶어요.',
    '그런 마음이 들 때도 있어요.',
  ]),
  ...lines('comfort-hand', ['가만히 손을 잡아 주고 싶어요.']),
];

/** For any page that has room: the tale takes a breath. */
export const BREATHS: readonly Line<View>[] = [
  ...lines('breath', [
    '바람도 걸음을 멈추고 지켜보는 것 같았어요.',
    '시계도 잠깐 쉬어 가는 것 같았어요.',
    '마음속 사진기로 찰칵, 찍어 두고 싶은 순간이었어요.',
    '어쩐지 좋은 일이 생길 것만 같았어요.',
    '조용히, 그러나 분명히 무언가 달라지고 있었어요.',
    '온 세상이 숨을 죽이고 바라보는 것 같았어요.',
    '이 순간을 작은 상자에 담아 두고 싶었어요.',
    '이야기는 꼬불꼬불 길을 따라 이어졌어요.',
  ]),
  named('breath-big', ({ who }) => `작은 일 같아도 ${who}에게는 아주 큰일이었어요.`),
  named('breath-like', ({ who }) => `누가 보아도 참 ${who}다운 모습이었지요.`),
  named('breath-eyes', ({ who }) => `${who}의 눈에는 무엇이 담겨 있었을까요?`),
  named('breath-day', ({ who }) => `${who}의 하루에 고운 무늬 하나가 더해졌어요.`),
];

/** For any page: the reader and the book. */
export const ASIDES: readonly Line<View>[] = [
  { id: 'aside-next', fits: (view) => !view.last, say: () => '다음 장에는 무엇이 있을까요?' },
  { id: 'aside-turn', fits: (view) => !view.last, say: () => '자, 살며시 책장을 넘겨 볼까요?' },
  { id: 'aside-what', fits: (view) => !view.last, say: () => '이제 어떤 일이 생길까요?' },
  { id: 'aside-again', say: () => '그림을 다시 한번 들여다보아요.' },
  { id: 'aside-you', say: () => '여러분도 그런 적이 있나요?' },
  { id: 'aside-moment', say: () => '오래오래 기억하고 싶은 순간이에요.' },
  { id: 'aside-find', say: () => '그림 속에서 또 무엇을 찾았나요?' },
  named('aside-face', ({ who }) => `${who}의 얼굴을 한번 보세요.`),
];

export const GOODBYES: readonly Line<View>[] = [
  { id: 'bye-here', fits: (view) => view.single, say: ({ who }) => `${who} 이야기는 여기까지예요.` },
  { id: 'bye-heart', fits: (view) => !view.somber, say: () => '책을 덮어도 이야기는 마음속에서 반짝여요.' },
  { id: 'bye-end', say: () => '이렇게 이야기는 끝이 났답니다.' },
  { id: 'bye-again', fits: (view) => !view.somber, say: () => '처음부터 한 번 더 읽어 볼까요?' },
  {
    id: 'bye-other',
    fits: (view) => view.predictions.length === 0 && !view.somber,
    say: () => '다음에는 또 어떤 이야기가 기다릴까요?',
  },
  {
    id: 'bye-wave',
    fits: (view) => view.single && !view.somber,
    say: ({ who }) => `${who}에게 손을 흔들어 주세요. 안녕, 또 만나요!`,
  },
  {
    id: 'bye-title',
    fits: ({ title, somber }) => isSpeakable(title) && !somber,
    say: ({ title }) => `‘${title}’ 이야기, 재미있게 들었나요?`,
  },
];

interface Heard {
  readonly view: View;
  readonly sound: string;
}

/** A page's own sound, called out. */
export const SOUNDS: readonly Line<Heard>[] = [
  { id: 'sound-twice', say: ({ sound }) => `${sound}! ${sound}!` },
  {
    id: 'sound-follow',
    fits: ({ view }) => view.level !== '유아',
    say: ({ sound }) => `${sound}, 우리도 따라 해 볼까요?`,
  },
  {
    id: 'sound-hear',
    fits: ({ view }) => view.level !== '유아',
    say: ({ sound }) => `${sound}, 소리 내어 읽어 볼까요?`,
  },
  { id: 'sound-long', say: ({ sound }) => `${sound}, ${sound}, 또 ${sound}!` },
];
