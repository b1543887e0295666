// What a doing is about, told from its words: eating, running, sleeping; and lines that would be odd anywhere else.

interface Topic {
  readonly id: string;
  /** Matched against the words of the page's action, its verb as a stem. */
  readonly of: RegExp;
  readonly lively: boolean;
  readonly lines: readonly string[];
}

export const TOPICS: readonly Topic[] = [
  {
    id: 'eat',
    of: /(?<!겁을 )먹(?!물|구름)|식사|간식|냠/,
    lively: false,
    lines: ['한입 더, 또 한입 더!', '무슨 맛일까요? 침이 꼴깍 넘어가요.', '배 속이 든든해졌어요.'],
  },
  { id: 'drink', of: /마시|마셔|마셨/, lively: false, lines: ['아, 시원하다!', '목이 시원해졌어요.'] },
  {
    id: 'sleep',
    of: /(?:^| )자$|잠[을이]|잠들|낮잠|주무시|잤어/,
    lively: false,
    lines: ['쉿, 발소리를 낮춰 주세요.', '무슨 꿈을 꾸고 있을까요?', '“잘 자요.” 가만히 속삭여 주세요.'],
  },
  {
    id: 'rest',
    of: /쉬|눕|누워|누웠/,
    lively: false,
    lines: ['후우, 숨을 고르는 시간이에요.', '잠깐 쉬어 가도 좋아요.', '구름도 쉬엄쉬엄 가는 것 같아요.'],
  },
  {
    id: 'run',
    of: /달리|달렸|달려|뛰|달리기/,
    lively: true,
    lines: [
      '바람도 나란히 달리는 것 같아요.',
      '발이 땅에 닿을 새도 없어요.',
      '두근두근, 심장이 북을 치는 것 같아요.',
      '하나, 둘, 셋, 넷! 발걸음도 가벼워요.',
      '어디까지 갈 수 있을까요?',
    ],
  },
  {
    id: 'go',
    of: /걷|걸어|걸었|떠나|출발|산책|소풍|[에로] 가$|[에로] 갔|가는 중/,
    lively: true,
    lines: ['한 걸음, 또 한 걸음.', '가는 길에 무엇을 만날까요?', '길이 어서 오라고 손짓하는 것 같아요.'],
  },
  {
    id: 'climb',
    of: /(?<!떠)오르|올라가|등산/,
    lively: true,
    lines: ['조금만 더, 조금만 더!', '“나도 할 수 있어!” 용기가 퐁퐁 솟아요.', '높이 오를수록 더 멀리 보여요.'],
  },
  {
    id: 'sing',
    of: /노래|연주|피아노|악기|합창|북을/,
    lively: true,
    lines: ['가락이 동글동글 퍼져 나가요.', '어깨가 절로 들썩여요.', '한 번만 더 들려주세요!'],
  },
  { id: 'dance', of: /춤|(?:^| )추$/, lively: true, lines: ['한 바퀴 빙글, 또 한 바퀴!', '발끝까지 신이 나요.'] },
  {
    id: 'draw',
    of: /그리$|그렸|그려|칠하|물감|그림(?!자)/,
    lively: false,
    lines: ['손끝에서 그림이 피어나요.', '무엇이 나타날까요?', '빛깔마다 이야기가 담겨 있어요.'],
  },
  {
    id: 'make',
    of: /만들|꾸미|쌓|접/,
    lively: false,
    lines: ['무엇이 될까요? 아직은 비밀이에요.', '손끝에서 멋진 것이 태어나요.', '조심조심, 하나씩 하나씩!'],
  },
  {
    id: 'grow',
    of: /심|물을 주|씨앗|가꾸|새싹|기르/,
    lively: false,
    lines: ['무럭무럭 자라라, 쑥쑥 자라라!', '흙냄새가 솔솔 나는 것 같아요.', '얼마나 크게 자랄까요?'],
  },
  {
    id: 'meet',
    of: /만나|인사|초대|마중/,
    lively: false,
    lines: ['“안녕, 반가워!” 인사말이 들리는 것 같아요.', '만남은 언제나 두근두근해요.'],
  },
  {
    id: 'play',
    of: /놀(?!라|랐|란)|게임|그네|미끄럼|시소|술래|숨바꼭질|장난/,
    lively: true,
    lines: ['왁자지껄, 즐거운 소리가 들리는 것 같아요.', '한 번만 더, 딱 한 번만 더!', '시간 가는 줄도 몰라요.'],
  },
  {
    id: 'talk',
    of: /말하|이야기|속삭|대답|대화|묻$|물어보/,
    lively: false,
    lines: ['그 말이 귓가에 맴돌아요.', '말은 마음을 실어 나르는 배 같아요.'],
  },
  {
    id: 'look',
    of: /(?:[을를] )보$|보았|관찰|바라보|살펴|찾|발견|구경/,
    lively: false,
    lines: ['어디 어디, 우리도 함께 볼까요?', '눈이 반짝, 무엇이 보이나요?', '가까이 보면 더 신기해요.'],
  },
  {
    id: 'read',
    of: /읽|독서|(?:^|그림|동화|이야기)책/,
    lively: false,
    lines: ['책 속에는 또 다른 세상이 있어요.', '한 장, 또 한 장, 책장이 넘어가요.'],
  },
  {
    id: 'help',
    of: /돕|도와|도왔|일으키|일으켜|나누|나눠|안아|껴안|돌보|챙기|태워 주/,
    lively: false,
    lines: ['참 고마운 마음이에요.', '따뜻한 손길이 전해지는 것 같아요.', '그 마음이 참 예뻐요.'],
  },
  {
    id: 'clean',
    of: /씻|세수|목욕|닦|청소|양치|치우|정리/,
    lively: false,
    lines: ['반질반질, 기분까지 상쾌해요.', '반짝반짝 빛이 나는 것 같아요.'],
  },
  {
    id: 'swim',
    of: /헤엄|수영|물놀이|물장구/,
    lively: true,
    lines: ['시원한 물방울이 톡톡 튀어요.', '물결도 함께 춤을 춰요.'],
  },
  { id: 'fly', of: /날$|날아|날갯/, lively: true, lines: ['구름이 손에 닿을 것만 같아요.', '높이높이, 더 높이!'] },
  {
    id: 'wake',
    of: /^일어나$|잠에서|깨어나/,
    lively: false,
    lines: ['기지개를 쭉 켜 볼까요?', '눈을 비비고, 하품도 한 번!'],
  },
  { id: 'smile', of: /웃/, lively: false, lines: ['웃음은 옆으로 옆으로 번져 가요.', '보는 사람도 따라 웃게 돼요.'] },
  { id: 'sit', of: /앉/, lively: false, lines: ['무슨 생각을 하고 있을까요?', '가만히 있으니 마음도 잔잔해요.'] },
  {
    id: 'ball',
    of: /공을|축구|야구|농구|던지|줄다리기|운동|체조|줄넘기/,
    lively: true,
    lines: ['하나, 둘, 셋, 야호!', '모두 힘내라, 힘!', '영차, 영차! 다 함께 응원해요.'],
  },
];

export interface Theme {
  readonly topics: readonly string[];
  /** `undefined` when nothing is known of the doing. */
  readonly lively: boolean | undefined;
}

/** What the words of an action are about. */
export function themeOf(words: string): Theme {
  const found = TOPICS.filter(({ of }) => of.test(words));
  const still = found.some(({ lively }) => !lively);
  return { topics: found.map(({ id }) => id), lively: found.length === 0 ? undefined : !still };
}
