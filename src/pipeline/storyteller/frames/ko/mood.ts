// What a page is like as a whole: sad or sore, crowded with fields, alone or in company.
import type { PagePlan } from '../types.ts';
import { familyOf, isDark } from './feelings.ts';

const SORE =
  /(?:^|[^가-힣])(?:울[었고며다]|운다|울어)|슬프|슬퍼|슬펐|무서|무섭|아프|아파|아팠|다쳤|다치|다쳐|넘어[지져졌질]|화가|화를|화난|싸우|싸운|싸웠|싸워|잃어|잃었|죽었|죽는|죽어|속상|외로|외롭|걱정|혼나|혼났|불안|미안|힘들|지쳐|지쳤|지친|짜증|깨졌|깨진|부서|무너|아쉬|심심|엉엉|훌쩍|쓰러|싫[어다]|외톨/;

/** Something on the page is sad, frightening or sore. */
export const isDarkPage = (page: PagePlan): boolean =>
  page.feelings.some((feeling) => isDark(familyOf(feeling))) ||
  SORE.test([...page.actions, ...page.moreActions, ...page.causes, ...page.feelings, ...page.settings].join(' '));

/** How many of the optional fields are given. */
export const givenFields = (page: PagePlan): number =>
  [
    page.characters,
    page.settings,
    page.moreActions,
    page.feelings,
    page.causes,
    page.outcomes,
    page.predictions,
  ].filter((items) => items.length > 0).length;

/** More than one is there, or somebody else is spoken of. */
export const hasCompany = (page: PagePlan): boolean =>
  page.names.length > 1 ||
  page.characters.length > 0 ||
  /친구|함께|같이|에게|한테|[와과랑] |모두|도와|돕/.test(page.actions.join(' '));
