// How a page is put together: a place and a time said once, guests who are guests, connectors that mean something.
import { describe, expect, it } from 'vitest';
import { book, everyTelling } from './told.ts';

const times = (text: string, part: string): number => text.split(part).length - 1;

describe('a place', () => {
  it.each([
    ['공룡 박물관', '공룡 박물관에 갔다', '박물관'],
    ['결승선', '결승선에 도착했다', '결승선'],
    ['나무 밑', '나무 밑에서 잔다', '나무 밑'],
    ['학교 운동장', '운동장에서 달린다', '운동장'],
  ])('%s is said once with the action %s', (setting, i_action, part) => {
    for (const page of everyTelling([{}, { setting, i_action }])) expect(times(page, part)).toBe(1);
    for (const page of everyTelling([{ setting, i_action }])) expect(page).toContain(setting);
  });

  it.each([
    ['일주일 뒤', /일주일 뒤, /],
    ['옛날 옛적', /옛날 옛적에,? /],
    ['멀리', /멀리 /],
    ['집에 와서', /집에 와서 /],
  ])('%s is no place to be in', (setting, stands) => {
    for (const page of everyTelling([{}, { setting, i_action: '도망감' }])) {
      expect(page).toMatch(stands);
      expect(page).not.toMatch(/뒤에서|멀리에서|와서 그랬|옛적이에요|어느새 옛날/);
    }
  });

  it('in the sky is where it happens', () => {
    for (const page of everyTelling([{ setting: '학교 위 하늘' }])) {
      expect(page).toContain('학교 위 하늘');
      expect(page).not.toMatch(/하늘이 (?:함께|이야기)/);
    }
  });

  it('in English is said to be nowhere written', () => {
    for (const page of everyTelling([{ setting: 'park' }])) expect(page).not.toContain('적혀');
  });
});

describe('people', () => {
  it('who tell the tale are no guests in it', () => {
    for (const page of everyTelling([{ character: '나' }, { character: '나' }])) {
      expect(page).not.toMatch(/나를|내가 함께|곁에는 나|나도 또|앗|저기/);
      expect(page).toContain('나도 함께 있었어요.');
    }
  });

  it('are called alike whether listed or joined', () => {
    for (const page of everyTelling([{ name: '은서와 다온' }])) expect(page).toMatch(/은서와 다온이[는가]/);
  });
});

describe('a word of surprise', () => {
  it('is kept for surprises', () => {
    for (const page of everyTelling([{}, { i_action: '김장을 한다' }])) expect(page).not.toContain('어머');
  });

  it('does not put a told day into the present', () => {
    for (const page of everyTelling([{}, { setting: '어제', i_action: '까르르 웃는다' }])) {
      expect(page).not.toMatch(/웃네요|웃어요!/);
    }
  });
});

describe('the highest level', () => {
  it('joins what belongs together', () => {
    const pages = everyTelling(
      [{}, { name: '별이', i_action: '달을 바라본다', causalRelationship: '달이 높아서 손이 닿지 않는다' }],
      ['고학년'],
    );
    for (const page of pages) expect(page).toMatch(/별이가 .*달을 바라보았지만,? 달이 높아서 손이 닿지 않았어요\./);
  });

  it('joins a doing and what came of it', () => {
    const pages = everyTelling(
      [{}, { i_action: '창문을 두드린다', outcomeResolution: '곰이 잠에서 깼다' }],
      ['고학년'],
    );
    for (const page of pages) expect(page).toMatch(/토끼가 .*창문을 .*두드리자 곰이 잠에서 깼어요\./);
  });

  it('tells a cause in the sentence it explains', () => {
    for (const page of everyTelling([{}, { i_action: '물을 마신다', causalRelationship: '비가 왔다' }], ['고학년']))
      expect(page).toMatch(/비가 와서 .*물을 .*마[셨시]/);
  });

  it('lets three doings be one sentence', () => {
    const i_action = '떡을 먹는다';
    for (const page of everyTelling([{}, { i_action, action: '춤을 춘다, 깔깔 웃는다' }], ['고학년']))
      expect(page).toMatch(/떡을 먹고 춤을 추며 깔깔 웃었/);
  });

  it('adds no line to a page that has enough to tell', () => {
    const rich = { setting: '숲', character: '곰', feeling: '기쁘다', i_action: '당근을 먹는다' };
    for (let seed = 0; seed < 40; seed++) {
      const [, page = ''] = book([{}, rich, {}], seed, '고학년');
      expect(page.split(/(?<=[.!?]) /).length).toBeLessThanOrEqual(4);
      expect(page).not.toMatch(/것 같았어요|바라보는|여러분|그림/);
    }
  });
});
