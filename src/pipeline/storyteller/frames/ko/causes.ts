// Causes and ends as people type them, made ready for the reading of clauses: arrows, 때문, 니까, a 끝 left behind.
// What is said with them is left to `told.ts`.
import { type Clause, readClauses, say } from './clause.ts';

const ARROW = /\s*(?:→|⇒|➡\uFE0F?|->|=>)\s*/u;
const WHY = /^(?:왜냐하면|왜냐면|왜냐),? /;
const MARKS = /[\s.!?~…]+$/u;
/** 너무 더웠기 때문: the noun that is left when 에 or 이다 is. */
const FOR = /기 ?때문(?:이다|임|이에요|이었다|이었어요|입니다)?$/;
/** 생일이니까, 생일이라서, 도우려고, 노느라: reasons, whatever else the word might be. */
const REASON = /(?:니까|라서|려고|고자|느라|느라고|싶어서|위해서?)$/;

/** 동생이 울었다 → 나도 울었다: the arrow says 울어서. */
function unarrowed(item: string, names: readonly string[]): string {
  const pieces = item.split(ARROW).filter((piece) => piece !== '');
  return pieces.slice(1).reduce((told, piece) => {
    const clause = readClauses(told, names).at(-1);
    const leads = clause?.kind === 'predicate' && clause.mood === 'plain';
    if (!leads) return `${told} ${piece}`;
    const named = clause.subject === 'name' ? told.slice(0, told.indexOf(clause.before)) : '';
    return `${named}${say(clause, 'because')} ${piece}`;
  }, pieces[0] ?? item);
}

/** The clauses of one cause. */
export function readCauses(item: string, names: readonly string[]): readonly Clause[] {
  const text = unarrowed(item, names).replace(WHY, '');
  const body = text.replace(MARKS, '').replace(/재밌/g, '재미있');
  if (body === '그냥') return [{ kind: 'reason', text: body }];
  if (FOR.test(body)) return [{ kind: 'reason', text: body.replace(FOR, '기 때문에') }];
  const reason = body.replace(/요$/, '');
  return REASON.test(reason) ? [{ kind: 'reason', text: reason }] : readClauses(text, names);
}

/** 배부르게 먹었다 끝~ ends without saying so. */
export const withoutEnd = (item: string): string => item.replace(/(?<=[가-힣][다요음])[.!~]* ?\(?끝\)?[.!~]*$/u, '');
