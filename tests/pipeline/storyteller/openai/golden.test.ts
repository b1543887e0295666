// Whole answers as good models give them, read aloud and found good at each level and in both languages; and the same
// pages spoiled in one way each, with what the model is told of it.
import { describe, expect, it } from 'vitest';
import { createFrames } from '../../../../src/pipeline/storyteller/frames.ts';
import { faultsIn } from '../../../../src/pipeline/storyteller/openai-checks.ts';
import { type Fields, type Manuscript, READING_LEVELS } from '../../../../src/story.ts';

interface Golden extends Pick<Manuscript, 'locale' | 'level' | 'title'> {
  readonly pages: readonly { readonly fields: Fields; readonly told: string }[];
}

const CARROT: Golden = {
  title: '토끼의 당근',
  locale: 'ko',
  level: '유아',
  pages: [
    {
      fields: { name: '토끼', i_action: '당근을 심는다', classification: '자연탐구', setting: '밭' },
      told: '토끼가 밭에 당근을 심었어요. 톡톡, 흙을 덮어 주었지요.',
    },
    {
      fields: { name: '토끼', i_action: '물을 준다', classification: '자연탐구', feeling: '신난다' },
      told: '토끼는 날마다 물을 주었어요. 쑥쑥, 초록 잎이 올라왔어요!',
    },
    {
      fields: { name: '토끼, 곰', i_action: '당근을 나누어 먹는다', classification: '사회관계' },
      told: '토끼와 곰이 당근을 나누어 먹었어요. 아삭아삭, 참 달콤했답니다.',
    },
  ],
};

const MOON: Golden = {
  title: '별이와 루나의 달빛 소풍',
  locale: 'ko',
  level: '저학년',
  pages: [
    {
      fields: {
        name: '별이',
        i_action: '지붕 위에서 달을 올려다본다',
        classification: '자연탐구',
        character: '고양이 루나',
        setting: '별이 총총한 밤',
        feeling: '가슴이 두근거린다',
        prediction: '달까지 소풍을 가고 싶다',
      },
      told: '별이 총총한 밤이었어요. 별이는 지붕 위에서 달을 올려다보았어요. 고양이 루나도 곁에 앉았지요. “우리 달까지 소풍 갈까?” 별이의 가슴이 두근거렸어요.',
    },
    {
      fields: {
        name: '별이, 루나',
        i_action: '등불을 들고 달을 향해 걸어간다',
        classification: '신체운동_건강',
        character: '부엉이, 토끼',
        setting: '반딧불이 숲',
        feeling: '신난다',
      },
      told: '별이와 루나는 등불을 들고 숲길을 걸었어요. 반딧불이가 반짝반짝 길을 밝혀 주었지요. 부엉이와 토끼가 “잘 다녀와!” 하고 인사했어요. 둘은 신이 나서 발걸음이 빨라졌어요.',
    },
    {
      fields: {
        name: '별이',
        i_action: '높은 달을 바라본다',
        classification: '자연탐구',
        setting: '호숫가',
        feeling: '속상하다',
        causalRelationship: '달이 너무 높아서 손이 닿지 않는다',
      },
      told: '호숫가에 이르자 별이는 높은 달을 바라보았어요. 아무리 손을 뻗어도 닿지 않았어요. 별이는 속상해서 고개를 떨구었답니다.',
    },
    {
      fields: {
        name: '숲속 친구들',
        i_action: '높은 탑을 쌓는다',
        classification: '사회관계',
        character: '별이, 루나',
        action: '힘을 모은다',
        causalRelationship: '모두 도와주어서 별이의 손이 달에 닿았다',
      },
      told: '그때 숲속 친구들이 하나둘 모여들었어요. 곰 위에 너구리, 너구리 위에 여우가 올라섰지요. 모두 힘을 모으자 높은 탑이 되었어요. 마침내 별이의 손이 달에 닿았어요!',
    },
    {
      fields: { name: '별이', i_action: '떡을 나누어 먹는다', classification: '사회관계', setting: '달나라' },
      told: '달나라에서는 달토끼들이 쿵덕쿵덕 떡방아를 찧었어요. 별이는 루나와 떡을 나누어 먹었지요. 모두 깔깔 웃었어요. 참 행복한 밤이었답니다.',
    },
  ],
};

const SEED: Golden = {
  title: '운동장의 보물',
  locale: 'ko',
  level: '고학년',
  pages: [
    {
      fields: {
        name: '도윤',
        i_action: '작은 씨앗을 찾았다',
        classification: '자연탐구',
        character: '민서',
        setting: '햇살 가득한 운동장',
        prediction: '씨앗을 심어 보고 싶다',
      },
      told: '햇살이 가득한 운동장에서 도윤이는 반짝이는 무언가를 보았어요. 허리를 굽혀 살펴보니 줄무늬가 있는 작은 씨앗이었지요. “이게 무슨 씨앗일까?” 도윤이가 씨앗을 높이 들자 민서가 달려왔어요. 둘은 고개를 맞대고 한참 동안 들여다보았어요. 도윤이는 이 씨앗을 꼭 심어 보고 싶어졌답니다.',
    },
    {
      fields: {
        name: '아민',
        i_action: '새싹에 우산을 씌워 준다',
        classification: '사회관계',
        setting: '비 오는 운동장',
        feeling: '걱정된다',
        causalRelationship: '비가 많이 와서 새싹이 쓰러질 것 같다',
      },
      told: '며칠 뒤, 하늘에 구멍이 난 듯 비가 쏟아졌어요. 아민이는 새싹이 쓰러질까 봐 걱정이 되었어요. 그래서 우산을 들고 운동장으로 달려갔지요. 빗방울이 어깨를 적셨지만 아민이는 우산을 새싹 위로 기울였어요. 여린 떡잎이 고맙다는 듯 살랑 흔들렸답니다.',
    },
  ],
};

const PICNIC: Golden = {
  title: 'Byeori and Luna’s Moonlight Picnic',
  locale: 'en',
  level: '저학년',
  pages: [
    {
      fields: {
        name: 'Byeori',
        i_action: 'looks up at the moon from the roof',
        classification: '자연탐구',
        character: 'Luna the cat',
        setting: 'a starry night',
        prediction: 'wants to have a picnic on the moon',
      },
      told: 'One starry night, Byeori sat on the roof with Luna the cat. She looked up at the big, round moon. “Let’s have a picnic up there!” she said. Her heart went thump, thump, thump.',
    },
    {
      fields: {
        name: 'Byeori, Luna',
        i_action: 'walk towards the moon with a lantern',
        classification: '신체운동_건강',
        character: 'an owl, a rabbit',
        setting: 'the firefly forest',
        feeling: 'happy',
      },
      told: 'Byeori and Luna took a lantern and walked into the firefly forest. Tiny lights danced all around them. An owl called, “Have a good trip!” The two friends felt so happy that they began to skip.',
    },
    {
      fields: { name: 'Byeori', i_action: 'shares rice cakes', classification: '사회관계', setting: 'the moon' },
      told: 'On the moon, the rabbits were pounding rice. Byeori shared the warm rice cakes with everyone. They laughed until the stars laughed, too.',
    },
  ],
};

const BOOKS = { 'a book for 유아': CARROT, 저학년: MOON, 고학년: SEED, 'English, 저학년': PICNIC };

const manuscriptOf = ({ pages, ...book }: Golden): Manuscript => ({
  ...book,
  seed: 1,
  scenes: pages.map(({ fields }) => ({ fields })),
});

/** What is said of the answer, with page 1 as given and all others as they are. */
function faultsOf(book: Golden, first?: string): readonly string[] {
  const pages = book.pages.map(({ told }, index) => ({
    number: index + 1,
    text: index === 0 && first !== undefined ? first : told,
  }));
  return faultsIn(pages, manuscriptOf(book), new Set(pages.keys()));
}

describe('an answer that can be printed', () => {
  it.each(Object.entries(BOOKS))('has no fault: %s', (_, book) => expect(faultsOf(book)).toEqual([]));

  it.each<[string, Golden, string]>([
    ['one sentence, where one is enough', CARROT, '토끼가 밭에 당근을 심었어요.'],
    ['one sentence more than asked', CARROT, '토끼가 밭에 갔어요. 당근을 심었어요. 톡톡, 흙을 덮었지요.'],
    [
      'one long sentence among short ones',
      MOON,
      '별이는 고양이 루나와 나란히 지붕 위에 앉아 둥근 달을 바라보았어요. 참 예뻤어요.',
    ],
    [
      'speech in any tone',
      MOON,
      '별이가 “달이다! 저기까지 갈 수 있다!” 하고 외쳤어요. 루나는 “야옹, 같이 갔으면 좋겠어.” 하고 말했지요.',
    ],
    ['a speech that closes the page', MOON, '별이는 지붕 위에서 달을 보았어요. 그리고 루나에게 말했어요. “소풍 가자!”'],
    [
      'a question and an exclamation',
      MOON,
      '와, 바다처럼 넓은 밤하늘이에요! 별이는 무엇을 보았을까요? 둥근 달이었어요.',
    ],
    ['a line break between sentences', MOON, '별이는 지붕 위에 올라갔어요.\n둥근 달이 환하게 웃고 있었지요.\n'],
    [
      'numbers as they are written in stories',
      MOON,
      '밤 9시, 별이는 지붕 위로 올라갔어요. 100까지 별을 세어 보았지요.',
    ],
    ['a title in words', PICNIC, 'Byeori asked Mr. Owl about the moon. “Is it far?” she asked. The owl laughed.'],
    [
      'a speech at the end of a sentence',
      PICNIC,
      'Byeori said, “Look at the moon!” Luna looked up. They were both very quiet.',
    ],
  ])('may have %s', (_, book, text) => expect(faultsOf(book, text)).toEqual([]));
});

/** Says how much there is; the built-in storyteller says all that it was given, however much that is. */
const LENGTH = /어절입니다|\d문장입니다|has \d+ (?:sentences|words)/;

describe('thousands of sentences that nobody wrote for these tests', () => {
  it.each(Object.entries(BOOKS))(
    'have no fault but their length, as the built-in storyteller tells %s',
    async (_, book) => {
      const scenes = manuscriptOf(book).scenes;
      for (const level of READING_LEVELS) {
        for (let seed = 0; seed < 25; seed += 1) {
          const manuscript: Manuscript = { ...manuscriptOf(book), level, seed };
          const told = await createFrames().tell(manuscript, [...scenes.keys()]);
          const pages = told.map(({ text }, index) => ({ number: index + 1, text }));
          const faults = faultsIn(pages, manuscript, new Set(scenes.keys()));
          expect(faults.filter((fault) => !LENGTH.test(fault))).toEqual([]);
        }
      }
    },
  );
});

describe('an answer that cannot be printed is told why:', () => {
  it.each<[string, Golden, string, string]>([
    ['too many sentences', CARROT, '토끼가 왔어요. 밭이 있었어요. 당근이에요. 심었어요.', '4문장입니다. 1–2문장으로'],
    ['too few sentences', SEED, '도윤이는 씨앗을 찾았어요. 참 작았어요.', '2문장입니다. 4–6문장으로'],
    [
      'a sentence that is too long for its readers',
      CARROT,
      '토끼가 햇살이 따뜻하게 비치는 넓은 밭에 작고 예쁜 당근 씨앗을 심었어요.',
      '1번째 문장이 11어절입니다. 5어절을',
    ],
    [
      'long sentences all along',
      CARROT,
      '토끼가 아침 일찍 밭에 나와 당근을 심었어요. 그리고 그 위에 보드라운 흙을 살살 덮었어요.',
      '모두 14어절입니다. 10어절을',
    ],
    [
      'a name left out',
      MOON,
      '아이는 지붕 위에 올라갔어요. 둥근 달을 바라보았지요.',
      '이름 가운데 1번째가 글에 없습니다',
    ],
    ['한국어 book told in English', MOON, 'Byeori looked at the moon. It was very bright.', '한국어가 아닙니다'],
    ['a stray English word', MOON, '별이는 지붕 위에서 moon을 보았어요. 참 밝았지요.', '한글이 아닌 글자'],
    ['Chinese characters', MOON, '별이는 지붕 위에서 달(月)을 보았어요. 참 밝았지요.', '한글이 아닌 글자'],
    ['letters of chatting', MOON, '별이는 달을 보고 웃었어요 ㅋㅋㅋ. 참 밝았지요.', '낱자'],
    ['plain style', MOON, '별이는 지붕에 올라갔다. 달이 참 밝았어요.', '1번째 문장이 해요체가 아닙니다'],
    ['formal style', MOON, '별이는 지붕에 올라갔어요. 달이 참 밝았습니다.', '2번째 문장이 해요체가 아닙니다'],
    ['casual style', MOON, '별이는 지붕에 올라갔어. 달이 참 밝았지.', '2번째 문장이 해요체가 아닙니다'],
    ['a page number', MOON, '1쪽: 별이는 지붕에 올라갔어요. 달이 참 밝았어요.', '쪽 번호나 제목'],
    ['a page in words', MOON, '첫 번째 쪽: 별이는 지붕에 올라갔어요. 달이 참 밝았어요.', '쪽 번호나 제목'],
    ['a list', MOON, '- 별이는 지붕에 올라갔어요.\n- 달이 참 밝았어요.', '목록입니다'],
    ['a numbered list', MOON, '1. 별이는 지붕에 올라갔어요.\n2. 달이 참 밝았어요.', '목록입니다'],
    ['markdown', MOON, '**별이**는 지붕에 올라갔어요. 달이 참 밝았어요.', '기호가 있습니다'],
    ['a particle left open', MOON, '별이은(는) 지붕에 올라갔어요. 달이 참 밝았어요.', '기호가 있습니다'],
    ['emoji', MOON, '별이는 지붕에 올라갔어요 🌙. 달이 참 밝았어요!', '기호가 있습니다'],
    ['quotation marks around everything', MOON, '“별이는 지붕에 올라갔어요. 달이 참 밝았어요.”', '따옴표로 싸여'],
    ['an end that is cut off', MOON, '별이는 지붕에 올라갔어요. 달이 참', '끝나지 않은 문장'],
    ['nothing', MOON, ' \n ', '글이 비어'],
    ['talk of the task', MOON, '요청하신 대로 별이의 이야기를 썼어요. 달이 밝았어요.', '이야기만 쓰세요'],
    ['another page said again', MOON, MOON.pages[2]?.told ?? '', '거의 같은 글입니다'],
    ['Korean in a book in English', PICNIC, '별이는 지붕에 올라갔어요. 달이 참 밝았어요.', 'is not in English'],
    [
      'Spanish in a book in English',
      PICNIC,
      'Byeori subió al tejado con su gata Luna. Las dos miraron la luna llena y pensaron en una merienda.',
      'is not in English',
    ],
    ['a name left out in English', PICNIC, 'The girl sat on the roof. The moon was big.', 'does not use name 1'],
    [
      'a name that is only a part of a word',
      PICNIC,
      'Byeoris sat on the roof. The moon was big.',
      'does not use name 1',
    ],
    ['a page number in English', PICNIC, 'Page 1: Byeori sat on the roof. The moon was big.', 'page number or a title'],
  ])('%s', (_, book, text, told) => {
    expect(faultsOf(book, text).join('\n')).toContain(told);
  });

  it('says which page it speaks of', () => {
    expect(faultsOf(MOON, '')).toEqual(['1쪽: 글이 비어 있습니다.']);
    expect(faultsOf(PICNIC, '')).toEqual(['Page 1 has an empty text.']);
  });
});
