// An item of a field made ready for reading: its last word and the words in front, marks and laughter taken off,
// blanks and endings as the analysis expects them, a sound called out after the sentence moved into it.
import { analyse } from './analyse.ts';
import { unplayed } from './chatty.ts';
import { isMimetic } from './mimetics.ts';

export interface Typed {
  readonly text: string;
  readonly body: string;
  readonly word: string;
  readonly before: string;
}

const TAIL = /[\s.!?~…^;:ㅋㅎㅠㅜㅡ♥♡★☆*]+$/u;
const EMOJI_TAIL = /(?:\p{RGI_Emoji}|\p{Extended_Pictographic}|\s)+$/v;

/** The marks a text ends in, emoji looked through. */
export function marksOf(text: string): string {
  let rest = text;
  let marks = '';
  for (let last = ''; last !== rest; ) {
    last = rest;
    rest = rest.replace(EMOJI_TAIL, '');
    const tail = TAIL.exec(rest)?.[0] ?? '';
    marks = tail + marks;
    rest = rest.slice(0, rest.length - tail.length);
  }
  return marks;
}

/** Words whose short form the analysis does not know. */
const spaced = (text: string): string =>
  text
    .replace(/재밌|재밋/g, '재미있')
    .replace(/고 ?십([다어네])/g, '고 싶$1')
    .replace(/슴니다/g, '습니다')
    .replace(/깜놀$/g, '깜짝 놀라다')
    .replace(/신기방기$/g, '신기하다')
    .replace(/뿌듯뿌듯$/g, '뿌듯하다')
    .replace(/부끄부끄$/g, '부끄럽다')
    .replace(/줍줍$/g, '줍다')
    .replace(/(^| )(?:개|핵|존|졸)(?=재미|웃기|웃김|웃겼|무서|무섭|좋|맛있|힘들|신나|슬프|싫)/g, '$1정말 ')
    .replace(/(^| )빡(?:침|쳤다|친다|쳤음|쳤어)$/g, '$1화가 나다')
    .replace(/(엄마|아빠|할머니|할아버지|친구|강아지) (?=(?:너무 |정말 |많이 )?보고 싶)/g, '$1가 ')
    .replace(/(동생|선생님) (?=(?:너무 |정말 |많이 )?보고 싶)/g, '$1이 ')
    .replace(/노잼$/g, '재미없다')
    .replace(/(?:꿀|핵|개|존)잼$/g, '아주 재미있다')
    .replace(/그냥 그래(?:요|써|썼다|서)?$/g, '그저 그렇다')
    .replace(/(^| )기분 ?(?:최고|짱)(?:[다임야]|였다|예요)?$/g, '$1기분이 최고로 좋다')
    .replace(/(^| )짱 (?=[가-힣])/g, '$1정말 ')
    .replace(/(^| )기분 (?=정말|너무|진짜|참|최고로|아주|엄청|완전)/g, '$1기분이 ')
    .replace(/뻔$/g, '뻔하다')
    .replace(/뻔 (?=[했하한])/g, '뻔')
    .replace(/(^| )아직(?:도)? 화(?:가 )?(?:남|나|난다|났다|나요|났어요)$/g, '$1아직도 화가 나 있다')
    .replace(/(^| )(비|배|화) (?=[오온왔와내고아난났나])/g, '$1$2가 ')
    .replace(/(^| )(눈|바람|기분|신) (?=[오온왔와내부분불좋난났나])/g, '$1$2이 ')
    .replace(/([가-힣])고싶/g, '$1고 싶')
    .replace(/([가-힣])수있/g, '$1 수 있')
    .replace(/([가-힣])수없/g, '$1 수 없');

const cutOf = (text: string): number => text.lastIndexOf(' ') + 1;

/** 사진을 찍었다 찰칵 is 찰칵, 사진을 찍었다; 물총을 쏜다 슝슝 is 물총을 슝슝 쏜다. */
function withSoundInFront(body: string): string {
  const at = cutOf(body);
  const sound = body.slice(at);
  const rest = body.slice(0, at).replace(/[\s,.!?~]+$/u, '');
  if (at === 0 || !isMimetic(sound)) return body;
  const verbAt = cutOf(rest);
  const form = analyse(rest.slice(verbAt), rest.slice(0, verbAt));
  if (form === undefined || !['plain', 'polite', 'formal', 'casual', 'note'].includes(form.shape)) return body;
  // 강아지가 is somebody, not 강아지가다.
  if (form.shape === 'casual' && /[가이]$/u.test(rest)) return body;
  return /^(.+)\1$/u.test(sound) ? `${rest.slice(0, verbAt)}${sound} ${rest.slice(verbAt)}` : `${sound}, ${rest}`;
}

function stripped(text: string): string {
  let body = text.replace(/^[ㅋㅎㅠㅜ]+\s+(?=[가-힣])/u, '');
  for (let last = ''; last !== body; ) {
    last = body;
    body = body.replace(TAIL, '').replace(EMOJI_TAIL, '');
  }
  return body;
}

export function typed(text: string): Typed {
  const bare = stripped(text);
  const at = cutOf(bare);
  const plain = withSoundInFront(bare.slice(0, at) + unplayed(bare.slice(at), bare.slice(0, at)));
  const body = spaced(plain);
  const cut = cutOf(body);
  return {
    text: plain === bare ? text : plain + marksOf(text),
    body,
    word: body.slice(cut),
    before: body.slice(0, cut),
  };
}
