// What a drawn picture shows, as one plain caption in English, as captioners put it, and in Korean, as people translate it.
// Says nothing that is not drawn, and always says the same of the same picture.
import type { DrawnScene } from './scene.ts';
import {
  ACTIONS,
  COLOURS,
  COMPANIONS,
  KINDS,
  type Kind,
  PLACES,
  type Place,
  type PlaceName,
  SKIES,
} from './vocabulary.ts';

const COLOURED = '~';
const words = (...parts: readonly string[]): string => parts.filter(Boolean).join(' ');
const placeOf = (name: PlaceName): Place => PLACES[name];
const kindOf = ({ hero }: DrawnScene): Kind => KINDS[hero.kind];

/** Under a roof the sky is not seen. */
const skyOf = ({ place, sky }: DrawnScene): { readonly en: string; readonly ko: string } =>
  placeOf(place).inside ? { en: '', ko: '' } : SKIES[sky];

/** One colour is told: that of the thing at hand, else that of the clothes. */
const isClothed = (scene: DrawnScene): boolean =>
  kindOf(scene).clothes !== undefined && !ACTIONS[scene.action].en.includes(COLOURED);

export function englishCaption(scene: DrawnScene): string {
  const { hero, action, colour, place, companion } = scene;
  const kind = kindOf(scene);
  const who = `${/^[aeiou]/.test(kind.en) ? 'an' : 'a'} ${kind.en}`;
  return words(
    who,
    isClothed(scene) ? `in a ${hero.clothes} ${kind.clothes?.en}` : '',
    ACTIONS[action].en.replace(COLOURED, colour),
    PLACES[place].en,
    skyOf(scene).en,
    companion ? `with ${COMPANIONS[companion].en}` : '',
  );
}

/** What is done, as a sentence with its colour. */
export const koreanAction = ({ action, colour }: DrawnScene): string =>
  ACTIONS[action].ko.replace(COLOURED, COLOURS[colour].ko);

/** 새와, 달팽이와 — all companions end in a vowel. */
export function koreanCaption(scene: DrawnScene): string {
  const { hero, place, companion } = scene;
  const kind = kindOf(scene);
  return words(
    skyOf(scene).ko,
    `${PLACES[place].ko}에서`,
    companion ? `${COMPANIONS[companion].ko}와 함께` : '',
    koreanAction(scene).replace(/있다$/u, '있는'),
    isClothed(scene) ? `${COLOURS[hero.clothes].ko} ${kind.clothes?.ko}` : '',
    kind.ko,
  );
}
