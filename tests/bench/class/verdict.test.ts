// A class in which everything went well, and what is found when something did not.
import { describe, expect, it } from 'vitest';
import { acknowledging, fairness, held } from './figures.ts';
import type { Soaked } from './soak.ts';
import { breaches } from './verdict.ts';

const drawing = { posted: 'a', kept: 'b' } as const;
const plan = {
  ...{
    number: 5,
    label: '5번',
    title: '달',
    isLate: false,
    hasBroken: false,
    isReturned: true,
    isPaused: false,
    isHanded: false,
  },
  ...{ messages: [[{ name: '1.png', bytes: new Uint8Array(1) }]], after: [], pictures: [drawing] },
};
const story = { plan, thread: 't', posted: 1000, described: 3000, asked: 4000, reviewed: 9000 };
const delivered = { channelId: 't', text: '완성!', files: ['5.pdf'], at: 31 };
const announced = { channelId: 'c', text: '새 그림책이 나왔어요! 5번 – “달”', files: ['5.pdf'], at: 32 };
const pressed = { what: 'click', at: 500, milliseconds: 20, isAnswered: true } as const;
const killed = { kills: 'talking', from: 20_000, to: 22_000 } as const;
const sample = { role: 'talking', pid: 1, rss: 200, mostRss: 300, heap: 100, external: 1 } as const;
const kept = {
  thread: 't',
  pictures: [drawing],
  captions: ['아이 1명이 꽃밭에 서 있다.'],
  approvedPages: 1,
  hasFile: true,
};

const WELL: Soaked = {
  options: {
    ...{ children: 1, pictures: 3, seed: 1, deaths: ['talking'], thinking: 1000, beside: 1 },
    ...{ linger: 0, answerWithin: 3000 },
  },
  plans: [plan],
  stories: [story],
  decisions: [
    { label: '5번', type: 'returned', at: 10 },
    { label: '5번', type: 'approved', at: 30 },
  ],
  postings: [delivered, announced],
  presses: [pressed],
  absences: [killed],
  samples: [],
  described: [],
  kept: { books: [kept], shelf: ['t'], anthologies: [{ books: 1, volumes: 1, pages: 5 }] },
  ...{ channelId: 'c', desk: 'd', anthology: '완성! 책 1권을 묶었어요.', finished: 0, ended: 1, seconds: 1 },
  ...{ refusals: [], errors: 'Ready.', exitCode: 0 },
};

describe('the verdict', () => {
  it('finds nothing where all went well', () => expect(breaches(WELL)).toEqual([]));

  it.each<[string, Partial<Soaked>, string]>([
    ['a book that came twice', { postings: [delivered, delivered, announced] }, 'delivered to its thread: 2 times'],
    [
      'one that was announced twice',
      { postings: [delivered, announced, announced] },
      'announced in the class: 2 times',
    ],
    ['one that never came', { postings: [announced] }, 'delivered to its thread: 0 times'],
    [
      'one that came before the yes',
      { postings: [{ ...delivered, at: 29 }, announced] },
      'before the teacher had said yes',
    ],
    [
      'a lost picture',
      { kept: { ...WELL.kept, books: [{ ...kept, pictures: [] }] } },
      '0 pictures are kept, 1 were posted',
    ],
    [
      'a picture whose bytes are others',
      { kept: { ...WELL.kept, books: [{ ...kept, pictures: [{ posted: 'a', kept: 'c' }] }] } },
      'or others',
    ],
    ['a book that is on no shelf', { kept: { ...WELL.kept, shelf: [] } }, '5번: not on the shelf'],
    ['an anthology without it', { kept: { ...WELL.kept, anthologies: [] } }, 'the anthology has undefined books'],
    [
      'a press that nobody answered',
      { presses: [{ ...pressed, isAnswered: false }] },
      '1 interactions were never answered',
    ],
    ['an error in the log', { errors: '{"level":50,"msg":"broken"}' }, 'an error was logged'],
    ['a death that did not come', { absences: [] }, 'only 0 processes were killed'],
  ])('finds %s', (_, change, said) => {
    expect(breaches({ ...WELL, ...change })).toEqual(expect.arrayContaining([expect.stringContaining(said)]));
  });

  it('forgives what nobody could answer, as the program was dead', () => {
    expect(breaches({ ...WELL, presses: [{ ...pressed, at: 21_000, isAnswered: false }] })).toEqual([]);
  });
});

describe('the figures', () => {
  it('leave out what was asked of a program that was dead', () => {
    const presses = [pressed, { ...pressed, milliseconds: 40 }, { ...pressed, at: 21_000, milliseconds: 2500 }];
    expect(acknowledging({ ...WELL, presses })).toEqual({ count: 2, p50: 20, p95: 40, p99: 40, most: 40 });
  });

  it('compare the child that waited longest with a queue that takes pictures as they come', () => {
    const long = { ...plan, messages: [Array(9).fill({ name: '1.png', bytes: new Uint8Array(1) })] };
    const other = { ...story, plan: long, thread: 'u', posted: 900 };
    const second = { ...kept, captions: ['아이 2명이 꽃밭에 서 있다.'] };
    const books = [second, { ...kept, thread: 'u' }];
    const found = fairness({ stories: [story, other], kept: { ...WELL.kept, books }, described: [950, 1010] });
    // One of the nine was described before the second child posted.
    expect(found).toMatchObject({ lastRank: 1, plainRank: 9, last: 2.1 });
  });

  it('compare the second quarter of a process with its last', () => {
    const samples = [100, 110, 120, 130].map((heap, at) => ({ ...sample, heap, at }));
    const dead = { ...sample, pid: 0, mostRss: 900, at: 0 };
    expect(held({ samples: [dead, ...samples], finished: 0 }, 'talking')).toEqual({
      ...{ second: { heap: 110, rss: 200 }, last: { heap: 130, rss: 200 }, mostRss: 900, samples: 4 },
    });
    expect(held({ samples, finished: 2 }, 'talking')).toBeUndefined();
  });
});
