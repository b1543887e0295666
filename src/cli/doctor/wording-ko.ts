// What `storybook doctor` says in Korean.
import type { DoctorWording, Why } from './wording-types.ts';

function why(reason: Why): string {
  switch (reason.kind) {
    case 'named':
      return `${reason.variable}=${reason.value} 설정대로예요.`;
    case 'there':
      return `${reason.variables.join(', ')} 값이 있어서 골랐어요.`;
    case 'fetched':
      return 'storybook models로 받거나 알려 준 모델이 있어서 골랐어요.';
    case 'nothing':
      return '따로 정한 것이 없어서 이것을 써요.';
  }
}

export const ko: DoctorWording = {
  sections: {
    machine: '컴퓨터',
    keeping: '보관',
    engines: '엔진',
    platforms: '이야기하는 곳',
    network: '네트워크',
  },
  summary: (broken, absent) => {
    if (broken > 0) return `고쳐야 할 것이 ${broken}가지 있어요(✗).`;
    return absent > 0 ? `모두 잘 돼요. 없어도 되는 것이 ${absent}가지 있어요(–).` : '모두 잘 돼요.';
  },

  machine: '기본',
  pictures: '그림 읽기',
  fonts: '글꼴',
  printable: (families) => `${families.join(', ')}. 한국어와 영어 책을 찍을 수 있어요.`,
  memory: '메모리',
  memoryFree: (free, total) => `전체 ${total} 가운데 ${free}를 쓸 수 있어요.`,
  memoryNeeded: (needed) => `지금 고른 모델에는 어림잡아 ${needed}가 필요해요.`,
  memoryShort: '다른 프로그램을 끄거나, PRECISION=int8로 줄이거나, 더 작은 모델을 골라 주세요.',
  computing: '모델 계산',

  dataFolder: '보관 폴더',
  free: (folder, size) => `${folder} (남은 공간 ${size})`,
  kept: '보관한 것',
  keptNothing: '아직 아무것도 없어요.',
  keptBooks: (books, bytes, days) =>
    `만들던 책 ${books}권, 그림과 책 파일 ${bytes}. 마지막으로 바꾸고 ${days}일 뒤에 지워요.`,
  redis: 'Redis 서버',
  redisAnswers: (address, version, memory, workers) =>
    `${address} (Redis ${version}), 메모리 ${memory}. 지금 일하는 프로그램 ${workers}개.`,
  redisForgetful: '메모리가 차면 맡긴 것을 지우게 되어 있어요. maxmemory-policy를 noeviction으로 바꿔 주세요.',
  redisFleeting: '서버가 꺼지면 책이 사라져요. 남기려면 Redis의 appendonly를 yes로 바꿔 주세요.',
  running: '프로그램',
  isRunning: '켜져 있어요. 이 폴더를 쓰고 있어요.',
  isNotRunning: '지금은 꺼져 있어요. npm start로 켜요.',
  models: '받은 모델',
  modelsFolder: (folder) => `${folder}에 두어요.`,
  modelsNone: (folder) => `아직 없어요. 받으면 ${folder}에 두어요.`,

  seams: { captioner: '그림 설명', translator: '번역', keywords: '낱말 제안', storyteller: '이야기 쓰기' },
  engines: {
    captioner: {
      none: '그림을 설명하는 엔진이 없어서, 그림 설명은 사람이 적어요.',
      blip: '그림에 보이는 것을 영어로 설명해요.',
      openai: '그림에 보이는 것을 책의 언어로 설명해요.',
    },
    translator: {
      none: '번역기가 없어서, 영어 설명은 영어 그대로예요.',
      t5: '그림 설명을 영어에서 한국어로 옮겨요.',
      openai: '그림 설명을 책의 언어로 옮겨요.',
    },
    keywords: {
      local: '적은 말과 그림 설명에서 어울리는 낱말을 골라 드려요. 네트워크가 필요 없어요.',
      openai: '그림과 이야기에 어울리는 낱말을 골라 드려요.',
    },
    storyteller: {
      frames: '적어 준 말로 규칙에 따라 문장을 지어요. 모델도 네트워크도 필요 없어요.',
      kot5: '한국어 책의 쪽마다 글을 지어요.',
      kogpt2: '한국어 책의 쪽마다 글을 지어요. KoT5와 견주어 보는 데 쓰는 모델이라, 적은 말을 되풀이하기도 해요.',
      openai: '책 전체를 한 번에 이어지게 지어요.',
    },
  },
  better: {
    captioner:
      '설명도 맡기려면 storybook models pull blip으로 모델을 받거나, 있는 BLIP 모델 폴더를 BLIP_DIR에, 또는 OPENAI_API_KEY나 OPENAI_BASE_URL을 적어 주세요.',
    translator:
      '한국어로 옮기려면 영한 T5 모델 폴더를 TRANSLATOR_DIR에, 또는 OPENAI_API_KEY나 OPENAI_BASE_URL을 적어 주세요.',
    storyteller: '모델이 쓰게 하려면 KoT5 모델 폴더를 KOT5_DIR에, 또는 OPENAI_API_KEY나 OPENAI_BASE_URL을 적어 주세요.',
  },
  why,
  known: (names) => `고를 수 있는 것: ${names.join(', ')}.`,
  weights: (folder, size) => `폴더: ${folder} (가중치 ${size}).`,
  trying: '엔진 해 보기',
  opened: (opening, answering) => `해 보니 여는 데 ${opening}초, 답하는 데 ${answering}초 걸렸어요.`,
  answered: (answering) => `해 보니 ${answering}초 걸렸어요.`,
  slowOpening: (seconds) => `모델을 여는 데만 ${seconds}초 걸려요. 첫 책이 그만큼 늦게 시작해요.`,
  late: (seconds) => `${seconds}초 안에 대답하지 않아서 그만 기다렸어요. 큰 모델은 처음에 더 오래 걸려요.`,
  tooBig: '남은 메모리보다 커서 열어 보지 않았어요.',
  service: '인공지능 서비스',
  serviceUsed: (name, model, visionModel) =>
    model === visionModel ? `${name}, 모델 ${model}.` : `${name}, 글 모델 ${model}, 그림 모델 ${visionModel}.`,
  serviceIdle: (name) => `${name}: 적혀 있지만 쓰는 엔진이 없어요.`,
  key: (isThere) => (isThere ? 'OPENAI_API_KEY가 있어요.' : 'OPENAI_API_KEY 없이 물어봐요.'),
  noService: '쓰지 않아요.',
  moderation: '거친 말 살피기',
  moderationOn: '켜져 있어요. 아이들에게 맞지 않는 말이 있으면 책을 만들기 전에 알려요.',
  moderationOff: '꺼져 있어요.',
  moderationAdvice: '켜려면 MODERATION=on이라고 적어 주세요.',

  nowhere: '밖으로',
  noNetwork: '쓰지 않아요. 그림도 글도 이 컴퓨터를 떠나지 않아요.',
  toPlatforms: '채팅 서비스',
  toService: '인공지능 서비스',
  toRedis: 'Redis 서버',
  booksThere: '만들고 있는 책과 그림을 맡겨요.',
  toHub: '모델 받기',
  toOthers: '그림 주소',
  onlyPulling: (host) => `${host}: storybook models pull을 할 때만 이어져요.`,
  sends: (hosts, what) => `${hosts.join(', ')}: ${what}`,
  talk: '스레드에서 주고받는 그림과 글, 책이 오가요.',
  questions: '엔진이 묻는 그림과 글을 보내요.',
  downloads: '스레드에 올린 그림을 여기에서도 받아 와요.',
  thisComputer: '이 컴퓨터 안이에요.',
};
