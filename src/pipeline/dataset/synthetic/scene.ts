// Chooses what a synthetic picture shows. Pure: all chance comes in.
import type { Classification } from '../../../story.ts';
import type { Choice } from '../../storyteller/frames/types.ts';
import {
  ACTIONS,
  type Action,
  type ActionName,
  COLOURS,
  COMPANIONS,
  type Colour,
  type CompanionName,
  type KindName,
  PLACES,
  type Place,
  type PlaceName,
  type SkyName,
} from './vocabulary.ts';

/** Whom a book is about; the same on all of its pages. */
export interface Hero {
  readonly kind: KindName;
  readonly clothes: Colour;
}

/** All that is drawn in one picture. */
export interface DrawnScene {
  readonly hero: Hero;
  readonly action: ActionName;
  /** Of the thing at hand. */
  readonly colour: Colour;
  readonly place: PlaceName;
  readonly sky: SkyName;
  readonly companion?: CompanionName;
  /** Where things stand and how large they are: numbers from 0 to 1. */
  readonly sway: { readonly x: number; readonly size: number; readonly things: readonly number[] };
  /** Looking to the left. */
  readonly flip: boolean;
}

export const namesOf = <K extends string>(table: Readonly<Record<K, unknown>>): readonly K[] =>
  Object.keys(table) as K[];

const ALL_PLACES = namesOf(PLACES);
const ALL_ACTIONS = namesOf(ACTIONS);
const placeOf = (name: PlaceName): Place => PLACES[name];
const actionOf = (name: ActionName): Action => ACTIONS[name];

/** How often a page's action suits the kind of book that it is in, and how often somebody is along. */
const SUITABLE = 0.75;
const ACCOMPANIED = 0.35;

export function chooseScene(hero: Hero, classification: Classification, choice: Choice): DrawnScene {
  const suitable = ALL_ACTIONS.filter((name) => actionOf(name).classifications.includes(classification));
  const action = choice.pick(choice.next() < SUITABLE ? suitable : ALL_ACTIONS);
  const place = choice.pick(actionOf(action).places ?? ALL_PLACES);
  const sky = choice.pick(placeOf(place).skies);
  return {
    hero,
    action,
    colour: choice.pick(namesOf(COLOURS)),
    place,
    sky,
    ...(choice.next() < ACCOMPANIED && { companion: choice.pick(namesOf(COMPANIONS)) }),
    sway: { x: choice.next(), size: choice.next(), things: Array.from({ length: 12 }, () => choice.next()) },
    flip: choice.next() < 0.5,
  };
}
