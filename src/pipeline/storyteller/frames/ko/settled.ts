// What a prediction already settles: a promise made, a plan decided, a supposition stay what the person typed.
import { type Predicate, say } from './clause.ts';

/** 안 싸우기로 약속했다, 가기로 했다, 가려고 한다: done by now, though what they speak of is to come. */
const isDecided = ({ before, verb }: Predicate): boolean =>
  /기로 (?:[가-힣]+ )*(?:약속을 |다짐을 |결심을 |마음을 )?$/.test(before) &&
  /^(?:하|약속하|결심하|다짐하|정하|마음먹|먹|맹세하)$/.test(verb.stem);

/** Whether a prediction is told as it stands rather than as what will be. */
export const isSettled = (clause: Predicate): boolean =>
  clause.mood === 'suppose' || isDecided(clause) || isUnsure(clause);

/** 잘 모르겠다. */
const isUnsure = ({ verb, mood, tense }: Predicate): boolean =>
  verb.stem === '모르' && mood === 'plain' && tense === 'present';

/** 또 싸울 것 같아요; 안 싸우기로 약속했어요; 잘 모르겠어요. */
export function settled(clause: Predicate): string {
  if (clause.mood === 'suppose') return `${say(clause, 'future')} 것 같아요`;
  return isUnsure(clause) ? `${clause.before}모르겠어요` : say(clause, 'past');
}
