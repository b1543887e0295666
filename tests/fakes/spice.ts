// Stands in for `java -jar spice-1.0.jar`, which is not part of this project: the same arguments, the same files, and for
// scores the share of words that a text has in common with its reference. It shows that the program is called and read as it
// should be, and nothing of what SPICE would say.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

interface Given {
  readonly image_id: number;
  readonly test: string;
  readonly refs: readonly string[];
}

const args = process.argv.slice(2);
const after = (flag: string): string => args[args.indexOf(flag) + 1] ?? '';
const input = args[2] ?? '';
if (args[0] !== '-jar' || !existsSync(after('-cache')) || !args.includes('-subset') || !args.includes('-silent')) {
  process.stderr.write('usage\n');
  process.exit(2);
}
if (after('-jar').includes('broken')) {
  process.stderr.write('Error: Invalid or corrupt jarfile\n  at somewhere\n');
  process.exit(1);
}
const cases = JSON.parse(readFileSync(input, 'utf8')) as readonly Given[];
const scored = cases.map(({ image_id, test, refs }) => {
  const told = test.split(' ');
  const shared = told.filter((word) => refs[0]?.split(' ').includes(word)).length;
  // As the program does, NaN is written as a bare word where nothing can be compared.
  return `{"image_id": ${image_id}, "scores": {"All": {"pr": 0, "re": 0, "f": ${test === '' ? 'NaN' : shared / told.length}}}}`;
});
if (!after('-jar').includes('silent')) writeFileSync(after('-out'), `[${scored.join(', ')}]`);
