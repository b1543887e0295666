// Slips of spelling that belong to single words: 짤라서, 호수가에서, 아퍼요, 줏었다. Each is wrong wherever it stands.
// What children write as it sounds, and blanks left out, is `spelling.ts`.
import { changeLast } from './hangul.ts';

type Slip = readonly [RegExp, string];

const WORDS: readonly Slip[] = [
  [/짤(?=[라랐])/gu, '잘'],
  [/짜(?=르[기고는다며자]|른다)/gu, '자'],
  [/[꺼꺽]꾸로/gu, '거꾸로'],
  [/(^| )쎄게(?= |$)/gu, '$1세게'],
  [/뿌러(?=[지졌진])/gu, '부러'],
  [/[뿌부]셔(?=졌|진다|지[고는다])/gu, '부서'],
  [/뿌셨/gu, '부쉈'],
  [/뿌[시수](?=[기고는다])/gu, '부수'],
  [/땡(?=[기겨겼긴])/gu, '당'],
  [/줏(?=[기고는다])/gu, '줍'],
  [/줏었/gu, '주웠'],
  [/줏어/gu, '주워'],
  [/(?<=[담잠])궜/gu, '갔'],
  [/(?<=[담잠])궈/gu, '가'],
  [/치뤘/gu, '치렀'],
  [/치뤄/gu, '치러'],
  [/(?<=[바나])뻐/gu, '빠'],
  [/(?<=[바나])뻤/gu, '빴'],
  [/(?<=[아고])퍼(?=[요서도 ]|$)/gu, '파'],
  [/(?<=[아고])펐/gu, '팠'],
  [/(?<=괜|귀)찬(?=[아았은고])/gu, '찮'],
  [/(^| )않 ?(?=[했하한해갔먹놀좋왔])/gu, '$1안 '],
  [/(^| )웬지(?= )/gu, '$1왠지'],
  [/희안(?=[하한했해])/gu, '희한'],
  [/어의(?=없)/gu, '어이'],
  [/숨박꼭질/gu, '숨바꼭질'],
  [/낭떨어지/gu, '낭떠러지'],
  [/통채로/gu, '통째로'],
  [/설겆이/gu, '설거지'],
  [/돌맹이/gu, '돌멩이'],
];

/** A ㅅ left out between two nouns. */
const COMPOUNDS: readonly Slip[] = [
  [/(^| )호수가(?=에|를|로|의)/gu, '$1호숫가'],
  [/(^| )바다가(?=에|로|의)/gu, '$1바닷가'],
  [/(^| )바다(?=[물속](?:[이을은에도로 ]|$))/gu, '$1바닷'],
  [/나무(?=잎|가지(?:[가를에도와는 ]|$))/gu, '나뭇'],
  [/(^| )코물/gu, '$1콧물'],
  [/(^| )비(?=방울|물(?:[이을은에 ]|$))/gu, '$1빗'],
  [/(^| )해(?=살|빛|볕)/gu, '$1햇'],
  [/(^| )초불/gu, '$1촛불'],
  [/(^| )시내물/gu, '$1시냇물'],
];

/** 눌르다, 골르다: the ㄹ that 눌러 and 골라 have is not there before 르. */
const DOUBLED = /[잘골눌불몰찔질발굴흘길](?=르[기고는다며자니면려겠게지]|른다|를게|를래)/gu;

export const mendSlips = (text: string): string =>
  [...WORDS, ...COMPOUNDS]
    .reduce((now, [from, to]) => now.replace(from, to), text)
    .replace(DOUBLED, (found) => changeLast(found, () => ({ final: '' })));
