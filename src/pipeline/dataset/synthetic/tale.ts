// A synthetic book: who it is about, its scenes, and what people said of each, as fields; told by the built-in storyteller.
// Fields may be absent, as often as they are in the data set whose layout this is.
import type { Classification, Fields, ReadingLevel } from '../../../story.ts';
import type { Choice } from '../../storyteller/frames/types.ts';
import type { Storyteller } from '../../types.ts';
import { koreanAction } from './captions.ts';
import { chooseScene, type DrawnScene, type Hero, namesOf } from './scene.ts';
import { COLOURS, COMPANIONS, KINDS, PLACES, type Place, SKIES, type Sky } from './vocabulary.ts';

export interface TalePage {
  readonly scene: DrawnScene;
  readonly fields: Fields;
  readonly text: string;
}

export interface Tale {
  readonly title: string;
  readonly author: string;
  readonly classification: Classification;
  readonly level: ReadingLevel;
  readonly pages: readonly TalePage[];
}

export interface TalePlan {
  readonly classification: Classification;
  readonly level: ReadingLevel;
  readonly pages: number;
}

const NAMES =
  '별이 하늘이 보라 민지 도윤 새봄 가온 나래 다온 라온 마루 바다 서아 지우 초롱 토리 하루 은별 봄이 콩이'.split(' ');
const AUTHORS = '김하늘 이바다 박소라 최나무 정다온 강산들 윤슬기 한여름'.split(' ');
const MORE = '웃었다,손뼉을 쳤다,깡충깡충 뛰었다,주위를 둘러보았다,콧노래를 불렀다,고개를 끄덕였다,친구를 불렀다'.split(
  ',',
);
const FEELINGS = '기쁘다 신난다 행복하다 설렌다 궁금하다 뿌듯하다 즐겁다 편안하다 두근두근하다'.split(' ');
const OUTCOMES = '모두 함께 웃었다,마음이 따뜻해졌다,친구와 더 친해졌다,좋은 하루가 되었다'.split(',');
const PREDICTIONS =
  '내일 또 놀러 올 것이다,다음에는 친구를 데려올 것이다,집에 가서 이야기할 것이다,맛있는 저녁을 먹을 것이다'.split(',');

/** How often a field is given. */
const OFTEN = {
  character: 0.85,
  friend: 0.2,
  setting: 0.7,
  action: 0.6,
  feeling: 0.5,
  cause: 0.15,
  outcome: 0.12,
  prediction: 0.15,
};
/** Of the names of figures, so many are names of their own. */
const NAMED = 0.4;

const capped = (items: readonly string[], choice: Choice, most: number): string =>
  [...new Set(Array.from({ length: 1 + Math.floor(choice.next() * most) }, () => choice.pick(items)))].join(',');

function settingOf({ place, sky }: DrawnScene, choice: Choice): string {
  const { ko, inside }: Place = PLACES[place];
  const { setting }: Sky = SKIES[sky];
  return inside || setting === undefined || choice.next() < 0.5 ? ko : `${setting},${ko}`;
}

function fieldsOf(scene: DrawnScene, name: string, classification: Classification, choice: Choice): Fields {
  const often = (share: number): boolean => choice.next() < share;
  const along = scene.companion ? [COMPANIONS[scene.companion].ko] : [];
  return {
    name,
    i_action: `${koreanAction(scene)}${choice.next() < 0.5 ? '.' : ''}`,
    classification,
    ...(often(OFTEN.character) && {
      character: [...new Set([name, ...along, ...(often(OFTEN.friend) ? [choice.pick(NAMES)] : [])])].join(','),
    }),
    ...(often(OFTEN.setting) && { setting: settingOf(scene, choice) }),
    ...(often(OFTEN.action) && { action: capped(MORE, choice, 2) }),
    ...(often(OFTEN.feeling) && { feeling: choice.pick(FEELINGS) }),
    ...(often(OFTEN.cause) && { causalRelationship: SKIES[scene.sky].cause }),
    ...(often(OFTEN.outcome) && { outcomeResolution: choice.pick(OUTCOMES) }),
    ...(often(OFTEN.prediction) && { prediction: choice.pick(PREDICTIONS) }),
  };
}

export async function makeTale(plan: TalePlan, choice: Choice, storyteller: Storyteller): Promise<Tale> {
  const { classification, level } = plan;
  const hero: Hero = { kind: choice.pick(namesOf(KINDS)), clothes: choice.pick(namesOf(COLOURS)) };
  const name = choice.next() < NAMED ? choice.pick(NAMES) : KINDS[hero.kind].ko;
  const scenes = Array.from({ length: plan.pages }, () => {
    const scene = chooseScene(hero, classification, choice);
    return { scene, fields: fieldsOf(scene, name, classification, choice) };
  });
  const seed = Math.floor(choice.next() * 2 ** 32);
  const wanted = scenes.map((_, index) => index);
  const told = await storyteller.tell({ locale: 'ko', level, seed, scenes }, wanted);
  return {
    title: `${name}의 하루`,
    author: choice.pick(AUTHORS),
    classification,
    level,
    pages: scenes.map((page, index) => ({ ...page, text: told[index]?.text ?? '' })),
  };
}
