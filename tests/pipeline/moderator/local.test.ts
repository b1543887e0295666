// Which texts the local moderator lets pass and which not. Everything that passes might stand in a child's book.
import { describe, expect, it } from 'vitest';
import { createLocalModerator } from '../../../src/pipeline/moderator/local.ts';

const { check } = createLocalModerator();
const topicOf = async (text: string) => (await check([text]))[0];

const PASSES = [
  '강아지가 공을 물고 달린다',
  '할머니가 끓여 준 죽을 먹었다',
  '개 새끼 강아지가 태어났어요',
  '새끼 고양이와 새끼 돼지가 놀아요',
  '이 새끼 강아지는 참 귀여워요',
  '달리기의 시발점에 섰다',
  '기차가 시발역을 떠났다',
  '토끼가 총총 걸어간다',
  '칼국수를 맛있게 먹었다',
  '칼로 사과를 깎는다',
  '피아노를 치고 피리를 분다',
  '노른자위와 흰자위가 섞인다',
  '애벌레가 변태해서 나비가 된다',
  '늑대가 아기 돼지를 잡아먹으려고 했어요',
  '용이 불을 뿜고 기사와 싸웠다',
  '마녀가 사과에 독을 넣었다',
  '사자가 얼룩말을 사냥한다',
  '꽃이 시들어 죽어 버렸다',
  '우리 집 금붕어가 죽어서 슬펐다',
  '배고파 죽겠어요',
  '엄마가 보고 싶어 죽겠다',
  '술래잡기를 하며 논다',
  '미술 시간에 입술을 그렸다',
  '요술 램프와 마술사',
  '예술 마을에서 기술을 배웠다',
  '엿 먹어 볼래? 하고 할머니가 물었다',
  '약을 먹고 감기가 나았다',
  '감기약을 먹기 싫어서 울었다',
  '마약김밥을 사 먹었다',
  '축구에서 자살골을 넣었다',
  '볍씨 발아를 관찰했다',
  '수박씨 발견!',
  '아저씨 발에 공이 맞았다',
  '우리는 3시.발표회는 4시',
  '가방을 뒤져서 연필을 찾았다',
  '촛불이 꺼져서 깜깜했다',
  '바보 이반은 착하다',
  '엄마를 졸라서 인형을 샀다',
  '목에 리본을 매고 걸었다',
  '그네를 매달았다',
  '무서운 귀신이 나타났다',
  '도깨비가 방망이를 휘둘렀다',
  '나무꾼이 도끼로 나무를 찍었다',
  '주사를 맞아서 피가 조금 났다',
  '경찰이 도둑을 잡았다',
  'ㅋㅋㅋ 너무 재밌다 ㅎㅎ',
  'ㅠㅠ 아이스크림이 떨어졌어요',
  '벌레를 잡았다! ㅇㅅㅇ',
  '잠을 자지 않고 별을 보지 못했다',
  '가슴이 두근두근했다',
  '🐶🎈 생일 축하해!!! ♡♡♡',
  '개미와 베짱이',
  '숙제를 혼자해요',
  '할머니는 시골에 혼자살아요',
  '나는 여섯 살인데 동생은 네 살인 아기예요',
  '창고문을 열었다',
  '엄마약 드세요',
  '고양이야동생이랑 놀자',
  '주말에 한강간다',
  '5개년 계획',
  '수박씨발라 먹기',
  '가시가 아이를 찔렀다',
  '다시체조를 하나체조를 둘',
  '생존나무 심기',
  '존경하는 선생님',
  '할아버지가 막걸리 항아리를 옮긴다',
  'hello, said the shell to the sea',
  'Dick and Jane run with Spot',
  'The wolf ate the first little pig',
  'The dragon breathes fire at the knight',
  'The witch was killed by a falling house',
  'A class of children sits on the grass',
  'The peacock and the cockatoo sing',
  'A blue tit and a robin in the tree',
  'Grandma weeds the garden',
  'We ate shiitake mushrooms and grapes',
  'The emperor is naked, said the boy',
  'The bass drum goes boom',
  'The dog had drunk the milk',
  'The rooster says cock-a-doodle-doo',
  'A pussycat went to London',
  'He shot the ball into the goal',
  'I am so happy I could die laughing',
  'She sent a kite up high into the sky',
  'Mom is fixing a sausage and an assortment of cookies',
  'A B C D E F G, I can sing my letters',
  'The hen had a hit song',
  'the boy hit a home run',
  'pinocchio tells a lie',
  'the scarecrow hung his hat',
  '',
  '   ',
  '😀😀😀',
  '12345 !!! ***',
];

const FLAGGED = [
  ['insult', '씨발 놈아'],
  ['insult', '야 이 시발'],
  ['insult', '씨1발'],
  ['insult', '씨@발!'],
  ['insult', 'ㅅㅂ 짜증나'],
  ['insult', 'ㅆㅂ'],
  ['insult', 'ㅅ ㅂ'],
  ['insult', 'ㅆㅣㅂㅏㄹ'],
  ['insult', '씨ㅂㅏㄹ'],
  ['insult', '씨발'.normalize('NFD')],
  ['insult', '씨\u200B발'],
  ['insult', '씨 발 놈'],
  ['insult', '병신 같은 친구'],
  ['insult', '병1신'],
  ['insult', '지랄하지 마'],
  ['insult', '개새끼야'],
  ['insult', '개*새*끼'],
  ['insult', '저 새끼야'],
  ['insult', '미친놈이 나타났다'],
  ['insult', '존나 재밌다'],
  ['insult', '닥쳐!'],
  ['insult', '엿이나 먹어라'],
  ['violence', '친구를 죽여 버린다'],
  ['violence', '칼로 찔렀다'],
  ['violence', '너 죽어'],
  ['violence', '사람을 다 죽였다'],
  ['violence', '온통 피투성이가 되었다'],
  ['violence', '살인자가 왔다'],
  ['violence', '사람을 살해했다'],
  ['self-harm', '자해를 했다'],
  ['sexual', '강간'],
  ['sexual', '섹스'],
  ['sexual', '야동을 봤다'],
  ['sexual', '성폭행을 당했다'],
  ['self-harm', '자살했다'],
  ['self-harm', '죽고 싶다'],
  ['self-harm', '손목을 그었다'],
  ['drugs', '마약을 했다'],
  ['drugs', '아빠가 담배를 피운다'],
  ['drugs', '삼촌이 술을 마셨다'],
  ['insult', 'fuck you'],
  ['insult', 'f*ck this'],
  ['insult', 'FUUUCK'],
  ['insult', 'f u c k'],
  ['insult', 's h i t'],
  ['insult', 'sh1t happens'],
  ['insult', 'you b!tch'],
  ['insult', 'a$$hole'],
  ['insult', 'ｆｕｃｋ'],
  ['insult', 'go to hell'],
  ['violence', 'he murdered the man'],
  ['violence', 'I will kill you'],
  ['violence', 'she stabbed him'],
  ['sexual', 'they watch porn'],
  ['sexual', 'sexy girl'],
  ['self-harm', 'she wants to die'],
  ['self-harm', 'he killed himself'],
  ['drugs', 'he takes cocaine'],
  ['drugs', 'smoking weed'],
  ['drugs', 'they drink beer'],
] as const;

describe('the local moderator', () => {
  it('is tried with enough of both', () => {
    expect(PASSES.length).toBeGreaterThanOrEqual(60);
    expect(FLAGGED.length).toBeGreaterThanOrEqual(40);
  });

  it.each(PASSES)('lets “%s” pass', async (text) => {
    expect(await topicOf(text)).toBeUndefined();
    expect(await topicOf(text.normalize('NFD'))).toBeUndefined();
  });

  it.each(FLAGGED)('finds %s in “%s”', async (topic, text) => {
    expect(await topicOf(text)).toBe(topic);
    expect(await topicOf(`어느 날 ${text} 그리고`)).toBeDefined();
  });

  it('answers for each text, in order', async () => {
    expect(await check(['달님', '씨발', 'hello'])).toEqual([undefined, 'insult', undefined]);
    expect(await check([])).toEqual([]);
  });

  it('stops when the answer is no longer wanted', async () => {
    await expect(check(['달님'], { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('is done with the longest text a book takes in no time', async () => {
    const started = performance.now();
    await check([
      '가나다 라마바 '.repeat(700),
      'a b c d '.repeat(700),
      'ㅅ'.repeat(5000),
      '*'.repeat(5000),
      'a5S$'.repeat(1500),
      '!1'.repeat(2500),
    ]);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
