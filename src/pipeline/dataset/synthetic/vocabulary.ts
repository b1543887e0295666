// What the synthetic pictures show, in pictures' terms and in words: who, doing what, where, under which sky, with whom.
// How each is drawn is left to `draw*.ts`, what is told of it to `tale.ts`.
import type { Classification } from '../../../story.ts';

export const COLOURS = {
  red: { hex: '#d8433a', ko: '빨간' },
  blue: { hex: '#3b74c4', ko: '파란' },
  yellow: { hex: '#f2c230', ko: '노란' },
  green: { hex: '#4d9a4a', ko: '초록' },
  purple: { hex: '#8b5bb5', ko: '보라색' },
  pink: { hex: '#ee8fb0', ko: '분홍색' },
} as const;
export type Colour = keyof typeof COLOURS;

/** How a figure is built; the rest of its looks is in `draw-figure.ts`. */
export interface Kind {
  readonly en: string;
  readonly ko: string;
  /** What its clothes are called, for those whose colour is told. */
  readonly clothes?: { readonly en: string; readonly ko: string };
}

export const KINDS = {
  girl: { en: 'girl', ko: '여자아이', clothes: { en: 'dress', ko: '원피스를 입은' } },
  boy: { en: 'boy', ko: '남자아이', clothes: { en: 'shirt', ko: '옷을 입은' } },
  cat: { en: 'cat', ko: '고양이' },
  dog: { en: 'dog', ko: '강아지' },
  rabbit: { en: 'rabbit', ko: '토끼' },
  bear: { en: 'bear', ko: '곰' },
  fox: { en: 'fox', ko: '여우' },
  pig: { en: 'pig', ko: '돼지' },
  frog: { en: 'frog', ko: '개구리' },
  elephant: { en: 'elephant', ko: '코끼리' },
  lion: { en: 'lion', ko: '사자' },
  mouse: { en: 'mouse', ko: '생쥐' },
} as const satisfies Readonly<Record<string, Kind>>;
export type KindName = keyof typeof KINDS;

export interface Action {
  /** `~` stands for the colour of the thing at hand, where it has one. */
  readonly en: string;
  readonly ko: string;
  readonly classifications: readonly Classification[];
  /** Places where it can be done; absent: anywhere. */
  readonly places?: readonly PlaceName[];
}

const OUTSIDE = ['forest', 'beach', 'hill', 'park', 'house', 'lake', 'garden', 'playground'] as const;

export const ACTIONS = {
  read: { en: 'reading a ~ book', ko: '~ 책을 읽고 있다', classifications: ['의사소통', '예술경험'] },
  balloon: { en: 'holding a ~ balloon', ko: '~ 풍선을 들고 있다', classifications: ['사회관계'] },
  eat: { en: 'eating an apple', ko: '사과를 먹고 있다', classifications: ['자연탐구', '사회관계'] },
  kick: { en: 'kicking a ~ ball', ko: '~ 공을 차고 있다', classifications: ['신체운동_건강'], places: OUTSIDE },
  kite: {
    en: 'flying a ~ kite',
    ko: '~ 연을 날리고 있다',
    classifications: ['신체운동_건강', '자연탐구'],
    places: OUTSIDE,
  },
  umbrella: { en: 'holding a ~ umbrella', ko: '~ 우산을 쓰고 있다', classifications: ['자연탐구'], places: OUTSIDE },
  sleep: { en: 'sleeping on a ~ blanket', ko: '~ 담요 위에서 자고 있다', classifications: ['신체운동_건강'] },
  water: { en: 'watering a flower', ko: '꽃에 물을 주고 있다', classifications: ['자연탐구'] },
  paint: { en: 'painting a picture', ko: '그림을 그리고 있다', classifications: ['예술경험'] },
  drum: { en: 'playing a ~ drum', ko: '~ 북을 치고 있다', classifications: ['예술경험'] },
  sing: { en: 'singing a song', ko: '노래를 부르고 있다', classifications: ['예술경험', '의사소통'] },
  ride: { en: 'riding a ~ bicycle', ko: '~ 자전거를 타고 있다', classifications: ['신체운동_건강'], places: OUTSIDE },
  wave: { en: 'waving a hand', ko: '손을 흔들고 있다', classifications: ['의사소통', '사회관계'] },
  rope: { en: 'jumping rope', ko: '줄넘기를 하고 있다', classifications: ['신체운동_건강'], places: OUTSIDE },
  fish: { en: 'fishing', ko: '낚시를 하고 있다', classifications: ['자연탐구'], places: ['lake', 'beach'] },
  bubbles: { en: 'blowing bubbles', ko: '비눗방울을 불고 있다', classifications: ['자연탐구', '예술경험'] },
  gift: { en: 'holding a ~ gift', ko: '~ 선물을 들고 있다', classifications: ['사회관계', '의사소통'] },
} as const satisfies Readonly<Record<string, Action>>;
export type ActionName = keyof typeof ACTIONS;

export interface Place {
  readonly en: string;
  readonly ko: string;
  /** What can be seen of the sky; in a room, through its window. */
  readonly skies: readonly SkyName[];
  readonly inside?: true;
}

const ANY_SKY = ['sunny', 'cloudy', 'night', 'rain', 'rainbow'] as const;

export const PLACES = {
  forest: { en: 'in the forest', ko: '숲속', skies: ANY_SKY },
  beach: { en: 'on the beach', ko: '바닷가', skies: ANY_SKY },
  hill: { en: 'on a green hill', ko: '언덕', skies: ANY_SKY },
  snow: { en: 'in a snowy field', ko: '눈밭', skies: ['sunny', 'cloudy', 'night'] },
  park: { en: 'in the park', ko: '공원', skies: ANY_SKY },
  room: { en: 'in a room', ko: '방', skies: ['sunny', 'night'], inside: true },
  house: { en: 'in front of a house', ko: '집 앞', skies: ANY_SKY },
  lake: { en: 'by a lake', ko: '호숫가', skies: ANY_SKY },
  garden: { en: 'in a flower garden', ko: '꽃밭', skies: ANY_SKY },
  playground: { en: 'on a playground', ko: '놀이터', skies: ANY_SKY },
} as const satisfies Readonly<Record<string, Place>>;
export type PlaceName = keyof typeof PLACES;

export interface Sky {
  /** Empty where nothing is said of it. */
  readonly en: string;
  readonly ko: string;
  /** As a field of its own: when, or in what weather. */
  readonly setting?: string;
  readonly cause: string;
}

export const SKIES = {
  sunny: { en: 'on a sunny day', ko: '맑은 날', setting: '맑은 날', cause: '날씨가 맑아서 밖으로 나왔다' },
  cloudy: { en: '', ko: '', cause: '바람이 불어서 구름이 몰려왔다' },
  night: { en: 'at night', ko: '밤에', setting: '밤', cause: '밤이 되어서 별이 떴다' },
  rain: { en: 'in the rain', ko: '비 오는 날', setting: '비 오는 날', cause: '비가 와서 땅이 젖었다' },
  rainbow: { en: 'under a rainbow', ko: '무지개 아래', cause: '비가 그쳐서 무지개가 떴다' },
} as const satisfies Readonly<Record<string, Sky>>;
export type SkyName = keyof typeof SKIES;

export const COMPANIONS = {
  bird: { en: 'a bird', ko: '새' },
  butterfly: { en: 'a butterfly', ko: '나비' },
  snail: { en: 'a snail', ko: '달팽이' },
  duck: { en: 'a duck', ko: '오리' },
  turtle: { en: 'a turtle', ko: '거북이' },
} as const;
export type CompanionName = keyof typeof COMPANIONS;
