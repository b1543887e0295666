// Pages about death, illness, blows and wounds: they are told plainly, with nothing added and nothing called out.
import type { PagePlan } from '../types.ts';

const GRAVE =
  /\b(?:die[ds]?|dying|dead|death|passed away|passes away|funeral|grave|buried|kill(?:s|ed|ing)?|sick|ill|illness|cancer|hospital|ambulance|surgery|accident|blood|bleed(?:s|ing)?|bled|wound(?:s|ed)?|hurt(?:s|ing)?|injured|broke (?:his|her|my|their|an?) (?:arm|leg|hand|foot|bone)|hit(?:s|ting)?|punch(?:es|ed|ing)?|slap(?:s|ped|ping)?|beat(?:s|ing)? up|bull(?:y|ies|ied|ying)|war|gun|drown(?:s|ed|ing)?|in heaven)\b/i;
/** Said of games and of things, not of people: "hit the ball", "hit a home run". */
const HARMLESS =
  /\b(?:hit(?:s|ting)?|beat(?:s|ing)?|slap(?:s|ped|ping)?|punch(?:es|ed|ing)?) (?:(?:the|a|an|his|her|my|their) )?(?:\w+ )?(?:ball|baseball|balls|home run|drum|drums|goal|target|shuttlecock|nail|bell|bag|card|time|note)\b/gi;

export function isGrave(page: PagePlan): boolean {
  const { actions, moreActions, causes, outcomes, feelings, predictions } = page;
  return [...actions, ...moreActions, ...causes, ...outcomes, ...feelings, ...predictions].some((text) =>
    GRAVE.test(text.replace(HARMLESS, '')),
  );
}
