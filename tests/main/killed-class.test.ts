// A small class through the whole program while its worker and the program itself are killed: `npm run bench -- --class`
// is the same with thirty children, and measures.
import { expect, it } from 'vitest';
import { soakClass } from '../bench/class/soak.ts';
import { breaches } from '../bench/class/verdict.ts';

it.skipIf(process.platform !== 'linux')(
  'a class of five loses nothing and shows nothing twice, or without a yes, although processes die (needs /proc to find the worker)',
  { timeout: 480_000 },
  async () => {
    const soaked = await soakClass({
      ...{ children: 5, pictures: 4, seed: 5, deaths: ['worker', 'talking'] },
      ...{ thinking: 50, beside: 4, linger: 0 },
      // Here the class, the service and the program share one machine with other tests: how quick it is shows nothing.
      answerWithin: 15_000,
    });
    expect(breaches(soaked)).toEqual([]);
    expect(soaked.decisions.map(({ type }) => type).sort()).toEqual([...Array(5).fill('approved'), 'returned']);
    expect(soaked.absences.map(({ kills }) => kills)).toEqual(['worker', 'talking']);
  },
);
