// Notes as children jot them down: things typed into their verb, slips of spelling, sentences left unfinished.
import { describe, expect, it } from 'vitest';
import { readClauses, say } from '../../../../../src/pipeline/storyteller/frames/ko/clause.ts';
import { everyTelling } from './told.ts';

const read = (typed: string): string =>
  readClauses(typed, ['서연이'])
    .map((clause) => (clause.kind === 'predicate' ? say(clause, 'past') : `${clause.kind}: ${clause.text}`))
    .join(' / ');

type Rows = readonly (readonly [typed: string, told: string])[];
const TABLES: Readonly<Record<string, Rows>> = {
  'a thing typed into its verb': [
    ['물따르기', '물을 따랐어요'],
    ['종이자르기', '종이를 잘랐어요'],
    ['옷고르기', '옷을 골랐어요'],
    ['강건너기', '강을 건넜어요'],
    ['풀바르기', '풀을 발랐어요'],
    ['노래부르기', '노래를 불렀어요'],
    ['버튼누르기', '버튼을 눌렀어요'],
    ['물고기기르기', '물고기를 길렀어요'],
    ['어깨주무르기', '어깨를 주물렀어요'],
    ['방어지르기', '방을 어질렀어요'],
    ['물마시기', '물을 마셨어요'],
    ['산오르기', '산에 올랐어요'],
    ['소리지르기', '소리를 질렀어요'],
    ['소리지른다', '소리를 질렀어요'],
    ['소리질렀다', '소리를 질렀어요'],
    ['소리지르며 놀기', '소리를 지르며 놀았어요'],
    ['종이잘라서 붙이기', '종이를 잘라서 붙였어요'],
    ['물따라서 마시기', '물을 따라서 마셨어요'],
  ],
  'a thing without its particle': [
    ['풀 바르기', '풀을 발랐어요'],
    ['얼굴에 로션 바르기', '얼굴에 로션을 발랐어요'],
    ['횡단보도 건너기', '횡단보도를 건넜어요'],
    ['할머니 어깨 주무르기', '할머니 어깨를 주물렀어요'],
    ['우유 엎지르기', '우유를 엎질렀어요'],
    ['크게 소리 지르기', '크게 소리를 질렀어요'],
    ['나무 오르기', '나무에 올랐어요'],
  ],
  'what is one verb stays one': [
    ['뛰놀다', '뛰놀았어요'],
    ['풀숲에서 뛰놀기', '풀숲에서 뛰놀았어요'],
    ['손뼉치다', '손뼉쳤어요'],
    ['물들이기', '물들였어요'],
    ['길들이기', '길들였어요'],
    ['앞지르기', '앞질렀어요'],
    ['뛰어 건너기', '뛰어 건넜어요'],
    ['조르기', '졸랐어요'],
  ],
  'slips of spelling': [
    ['호수가에서 놀았다', '호숫가에서 놀았어요'],
    ['바다가에서 놀기', '바닷가에서 놀았어요'],
    ['종이를 짤라서 붙였다', '종이를 잘라서 붙였어요'],
    ['종이 짜르기', '종이를 잘랐어요'],
    ['버튼을 눌르기', '버튼을 눌렀어요'],
    ['옷을 골르고 입기', '옷을 고르고 입었어요'],
    ['배가 고퍼서 울었다', '배가 고파서 울었어요'],
    ['머리가 아퍼요', '머리가 아팠어요'],
    ['바뻤다', '바빴어요'],
    ['조개를 줏었다', '조개를 주웠어요'],
    ['문을 잠궜어요', '문을 잠갔어요'],
    ['의자가 부셔졌다', '의자가 부서졌어요'],
    ['줄을 땡기기', '줄을 당겼어요'],
    ['밥을 않 먹었다', '밥을 안 먹었어요'],
    ['나무가지를 주웠다', '나뭇가지를 주웠어요'],
    ['바다물이 차갑다', '바닷물이 차가웠어요'],
    ['해살이 따뜻하다', '햇살이 따뜻했어요'],
  ],
  'what only looks like a slip': [
    ['호수가 넓다', '호수가 넓었어요'],
    ['바다가 보인다', '바다가 보였어요'],
    ['가게에 들르기', '가게에 들렀어요'],
    ['짤랑짤랑 소리가 났다', '짤랑짤랑 소리가 났어요'],
    ['해가 떴다', '해가 떴어요'],
    ['비가 왔다', '비가 왔어요'],
    ['머리카락을 자르다', '머리카락을 잘랐어요'],
  ],
  'sentences left unfinished': [
    ['그리고 물을', 'noun: 물'],
    ['물을', 'noun: 물'],
    ['하얀 눈을', 'noun: 하얀 눈'],
    ['컵에', 'noun: 컵'],
    ['친구랑', 'noun: 친구'],
    ['놀이터에서', 'noun: 놀이터'],
    ['토끼는', 'noun: 토끼'],
    ['그리고', 'words: 그리고'],
    ['그리고 물을 컵에', 'words: 그리고 물을 컵에'],
    ['서연이는', 'words: 서연이는'],
    ['그리고 서연이가', 'words: 그리고 서연이가'],
    ['서연이는 달렸다', '달렸어요'],
  ],
  'nouns that end like particles': [
    ['가을', 'noun: 가을'],
    ['마을', 'noun: 마을'],
    ['파도', 'noun: 파도'],
    ['오이', 'noun: 오이'],
    ['화가', 'noun: 화가'],
    ['회의', 'noun: 회의'],
    ['도로', 'noun: 도로'],
    ['사랑', 'noun: 사랑'],
    ['빨간 사과', 'noun: 빨간 사과'],
    ['친구의 도움', 'noun: 친구의 도움'],
    ['친구의 웃음', 'noun: 친구의 웃음'],
    ['자라는', '자랐어요'],
  ],
};

describe.each(Object.entries(TABLES))('%s', (_, rows) => {
  it.each(rows)('%s', (typed, told) => expect(read(typed)).toBe(told));
});

describe('on a page', () => {
  it('no particle comes after a particle', () => {
    for (const given of [{ i_action: '그리고 물을' }, { action: '그리고 물을' }, { outcomeResolution: '컵에' }])
      for (const page of everyTelling([given])) expect(page).not.toMatch(/물을[이을도이]|컵에[가를도]/);
  });

  it('a present still to be given is not what everything is owed to', () => {
    const given = { i_action: '케이크를 만든다', causalRelationship: '엄마 생신 선물' };
    for (const page of everyTelling([given])) {
      expect(page).toMatch(/(?:바로|그건) 엄마 생신 선물 때문이었[어지]요\./);
      expect(page).not.toContain('덕분');
    }
  });

  it('help is', () => {
    for (const page of everyTelling([{ i_action: '일어났다', causalRelationship: '친구의 도움' }]))
      expect(page).toMatch(/(?:바로|모두) 친구의 도움 덕분이었[어지]요\./);
  });

  it.each([
    ['놀았다', '뛰어 놀기', /뛰어 놀았/],
    ['뛰어 놀기', '놀았다', /뛰어 놀았/],
    ['공원에서 놀았다', '뛰어 놀기', /공원에서 뛰어 놀았/],
  ])('%s and %s are one doing', (i_action, action, told) => {
    for (const page of everyTelling([{ i_action, action }])) {
      expect(page).toMatch(told);
      expect(page.match(/놀았|놀고/g)).toHaveLength(1);
    }
  });

  it('two doings of two things stay two', () => {
    for (const page of everyTelling([{ i_action: '당근을 먹는다', action: '사과를 먹는다' }])) {
      expect(page).toContain('당근을');
      expect(page).toContain('사과를');
    }
  });

  it('a reason about something else follows time, place and name', () => {
    const given = {
      name: 'Emma',
      i_action: '호수를 보았다',
      setting: '밤, 호수가',
      causalRelationship: '달이 너무 커서',
    };
    for (const page of everyTelling([given], ['저학년', '고학년']))
      expect(page).toMatch(/^어느 밤, 호숫가에서 Emma는 달이 너무 커서 호수를 (?:\S+ )?보았/);
  });

  it('a very long action keeps its words, one blank between them, and one end', () => {
    const long = `동물원에 가서 ${'사자도 보고 호랑이도 보고 '.repeat(12)}집에 와서 잠을 잤다`;
    for (const page of everyTelling([{ i_action: long }])) {
      expect(page).toContain(long.replace(/잤다$/, ''));
      expect(page).toMatch(/잠을 (?:\S+ )?잤(?:어요|지요|답니다|대요)\./);
      expect(page).not.toMatch(/ {2}|\.\.| \./);
    }
  });
});
