// What a page is like as a whole: grave, sad or sore, crowded with fields, alone or in company.
import type { PagePlan } from '../types.ts';
import { familyOf, isDark } from './feelings.ts';

const SORE =
  /(?:^|[^가-힣])(?:울[었고며다]|운다|울어)|슬프|슬퍼|슬펐|무서|무섭|아프|아파|아팠|다쳤|다치|다쳐|넘어[지져졌질]|화가|화를|화난|싸우|싸운|싸웠|싸워|잃어|잃었|죽었|죽는|죽어|속상|외로|외롭|걱정|혼나|혼났|불안|미안|힘들|지쳐|지쳤|지친|짜증|깨졌|깨진|부서|무너|아쉬|심심|엉엉|훌쩍|쓰러|싫[어다]|외톨/;

/** Death, illness, injury, hitting, theft, war, loss. 북을 때리다 and 팥죽을 먹다 are none of it. */
const GRAVE =
  /돌아가[셨시신]|(?<![가-힣])죽(?:[었는은어인]|다|을 )(?! ?먹)|하늘나라|장례|무덤|세상을 (?:떠|뜨)|(?<!북을 |드럼을 |공을 )때(?:[려렸린]|리(?:고|다|는|면|지))|얻어맞|훔[치쳤친쳐]|폭력|학대|왕따|전쟁|폭탄|총을|총에|지진|홍수|화재|산불|불이 [나났]|사고[가를]|수술|입원|병원|암에|병[에이](?:[ 가]|$)|아프(?!리)|아파|아팠|아픈|다[치쳐쳤친]|부러[지졌져]|피[가를] (?:나|났|흘)|이혼|(?:길|엄마|아빠|부모|가족|강아지|고양이|친구|집|동생|아이|목숨)(?:님)?[을를] (?:모두 |그만 )?잃/;

const wordsOn = (page: PagePlan): string =>
  [...page.actions, ...page.moreActions, ...page.causes, ...page.outcomes, ...page.feelings].join(' ');

/** Something on the page is so grave that it is told as it is, and nothing beside it. */
export const isGravePage = (page: PagePlan): boolean => GRAVE.test(wordsOn(page));

/** Something on the page is sad, frightening or sore. */
export const isDarkPage = (page: PagePlan): boolean =>
  isGravePage(page) ||
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
