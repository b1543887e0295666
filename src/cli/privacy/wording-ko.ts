// The privacy statement in Korean: the five mandatory criteria of school software one by one, and how AI is told of.
import { classesKo } from './classes-ko.ts';
import { hasClasses, LEAST_AGE, type PrivacyFacts, type Sent } from './facts.ts';
import { blank, li, p, sub, when } from './parts.ts';
import type { Compose, Section } from './types.ts';

const SENT: Readonly<Record<Sent, string>> = {
  pictures: '그림(설명을 얻으려고)',
  captions: '그림 설명(옮기려고)',
  words: '적은 칸의 말, 그림 설명, 제목과 쪽의 글(이야기와 추천 낱말을 얻으려고)',
  'checked-words': '적은 말과 쪽의 글(어린이에게 맞지 않는 말인지 살피려고)',
};

const listed = (names: readonly string[]): string => names.join(', ');

function summary(facts: PrivacyFacts): Section {
  const { chats, service, web, retentionDays } = facts;
  const outside = [...chats, ...(service && !service.isHere ? [service.name] : [])];
  return {
    id: 'summary',
    heading: '한눈에 보기',
    parts: [
      li('하는 일: 어린이의 그림과 짧은 말로 인쇄할 그림책(PDF)을 만들어요. 그림은 다시 그리거나 자르지 않아요.'),
      li(
        outside.length === 0
          ? '지금 설정에서는 책을 만들 때 그림과 글을 바깥으로 보내지 않아요. 이 컴퓨터에서 끝나요.'
          : `지금 설정에서 그림이나 글이 가는 바깥 서비스: ${listed(outside)}.`,
      ),
      li(
        `보관: ${hasClasses(facts) ? '교실(반)에 들지 않은 책' : '만들고 있는 책'}은 마지막으로 바뀐 뒤 ${retentionDays}일이 지나면 저절로 지워요.`,
      ),
      ...when(
        hasClasses(facts),
        li(
          '교실의 책은 교실의 설정대로 하고, 교실의 설정이 프로그램의 설정보다 먼저예요. 아래 ‘교실(반)마다의 설정’에 적었어요.',
        ),
      ),
      ...when(web, li('계정: 이 컴퓨터의 페이지에서는 아이가 계정 없이 써요.')),
    ],
  };
}

const processing = ({ chats, web }: PrivacyFacts): Section => ({
  id: 'processing',
  heading: '1. 최소 처리',
  parts: [
    sub('처리하는 것'),
    li('올린 그림과 파일 이름, 칸에 적은 말(이름·행동·이야기 분류, 더 적은 것), 그림 설명, 쪽의 글, 제목과 지은이.'),
    li('책을 시작한 사람의 번호(서비스의 번호나 이 페이지가 지은 번호)와 책의 언어, 읽기 수준, 크기.'),
    li('만든 책 PDF와 쪽의 그림.'),
    sub('처리하지 않는 것'),
    li('주민등록번호, 연락처, 생년월일, 성적, 위치를 묻지 않아요.'),
    li('사진 파일에 들어 있는 촬영 장소·시각·기기 정보(EXIF, GPS)는 받을 때 새로 인코딩하면서 지워요.'),
    li('지은이 칸에는 이름 대신 번호나 별명을 적을 수 있어요(예: 3번 하늘). 실제 이름을 요구하지 않아요.'),
    li('광고, 이용 통계, 프로그램을 만든 사람에게 보내는 기록이 없어요.'),
    ...when(chats.length > 0, li(`대화방에서는 책과 이어진 메시지와 첨부 그림만 저장해요(${listed(chats)}).`)),
    ...when(
      web,
      li(
        '쓰는 컴퓨터의 브라우저가 시작한 책의 주소(24권까지)와, 아직 저장되지 않은 말과 올리던 그림을 기억해요. 함께 쓰는 컴퓨터라면 브라우저의 사이트 데이터를 지워 주세요.',
      ),
    ),
    p(
      '얼굴이 나온 사진이나 이름이 적힌 그림은 개인정보가 될 수 있어요. 되도록 그림을 쓰고, 이름은 번호로 적어 주세요.',
    ),
  ],
});

const outsideOf = (facts: Pick<PrivacyFacts, 'classes'>): string => (hasClasses(facts) ? '교실에 들지 않은 책: ' : '');

const LOOKED_FOR: Readonly<Record<PrivacyFacts['moderation'], string>> = {
  off: '어린이에게 맞지 않는 말을 찾는 기능은 꺼져 있어요.',
  here: '어린이에게 맞지 않는 말을 이 컴퓨터의 낱말 목록으로 찾아요.',
  service: '어린이에게 맞지 않는 말을 이 컴퓨터의 낱말 목록과 바깥 서비스로 찾아요.',
};

const safety = ({
  dataDir,
  storeFile,
  redis,
  web,
  chats,
  publicThreads,
  logLevel,
  moderation,
  classes,
}: PrivacyFacts): Section => ({
  id: 'safety',
  heading: '2. 개인정보 안전성 확보 조치',
  parts: [
    ...when(
      redis,
      li(
        `만들고 있는 책과 그림은 Redis 서버(${redis})에 있어요. 이 서버와 오가는 길을 지키는 일은 서버를 맡은 사람이 해야 해요. 아래의 폴더에는 받은 모델처럼 책이 아닌 것만 있어요.`,
      ),
    ),
    li(
      `자료가 있는 곳: ${dataDir} 폴더와 ${storeFile} 파일. 이 컴퓨터의 사용자 계정만 읽을 수 있게 만들어요(Windows에서는 폴더의 권한을 따로 확인해 주세요).`,
    ),
    li('저장한 자료를 프로그램이 따로 암호화하지는 않아요. 컴퓨터의 디스크 암호화와 화면 잠금을 켜 주세요.'),
    ...when(web && !web.open, li('페이지는 이 컴퓨터에서만 열려요. 다른 컴퓨터에서는 들어올 수 없어요.')),
    ...when(
      web?.open,
      li(
        '페이지는 다른 컴퓨터에서도 열리고, 들어가는 말(access code)을 물어요. 통신을 암호화(HTTPS)하지 않으니 믿을 수 있는 학교 망에서만 여세요.',
      ),
    ),
    ...when(
      web && !web.code,
      li('이 컴퓨터의 페이지는 들어가는 말을 묻지 않아요. 책의 주소를 아는 사람은 그 책을 볼 수 있어요.'),
    ),
    ...when(
      chats.length > 0,
      li('대화방에서는 책을 시작한 사람과 선생님만 책을 바꿀 수 있고, 누를 때마다 서버에서 확인해요.'),
    ),
    ...when(
      publicThreads,
      li(`${outsideOf({ classes })}Discord의 책 스레드는 채널의 모든 사람이 볼 수 있게 설정되어 있어요.`),
    ),
    li('올린 파일은 크기와 화소를 제한하고, 그림인지 확인한 뒤 새로 인코딩해요. 원래 파일은 확인이 끝나면 지워요.'),
    li(
      `작동 기록에는 아이의 그림과 글, 비밀 값을 적지 않아요(지금 단계: ${logLevel}). 선생님이 다른 사람의 책에서 한 일은 info 단계에서 글 없이 한 줄로 남아요.`,
    ),
    li(
      `${outsideOf({ classes })}${LOOKED_FOR[moderation]}${hasClasses({ classes }) ? ' 교실에서는 교실의 설정대로 해요.' : ''}`,
    ),
  ],
});

const rights = ({ retentionDays, chats, classes }: PrivacyFacts): Section => ({
  id: 'rights',
  heading: '3. 열람·정정·삭제·처리정지',
  parts: [
    li(
      '열람: 책의 화면에서 적은 것을 모두 볼 수 있고, storybook export 명령으로 보관한 것을 모두 폴더에 담아 드릴 수 있어요.',
    ),
    li(
      '정정: 적은 말, 그림, 제목과 지은이를 언제든지 고칠 수 있어요. 쪽의 글은 예전 글도 남으니, 남기지 않으려면 책을 지워 주세요.',
    ),
    li(
      '삭제: ‘모두 지우기’를 누르거나, 운영하는 사람이 storybook books delete 명령으로 지워요. 무엇을 지웠고 무엇이 남는지 알려 드려요.',
    ),
    li(
      `저절로 지우기: ${outsideOf({ classes })}마지막으로 바뀐 뒤 ${retentionDays}일이 지나고 프로그램이 켜져 있으면 한 시간 안에, 꺼져 있으면 다음에 켤 때 지워요.${hasClasses({ classes }) ? ' 교실의 책은 교실의 설정에 적힌 때에 지워요.' : ''}`,
    ),
    li('처리정지: ‘그만 만들기’를 누르거나 프로그램을 끄면 더 처리하지 않아요.'),
    p('프로그램이 지울 수 없는 것: 내려받은 PDF, 인쇄한 책, 따로 만들어 둔 백업.'),
    ...when(
      chats.length > 0,
      p(
        `${listed(chats)}에 사람이 올린 메시지와 그림은 올린 사람이나 관리자가 그 서비스에서 지워야 해요. 봇이 올린 책은 ‘모두 지우기’ 때 거두지만, 보관 기간이 지나서 지울 때는 대화방에 남아요${hasClasses({ classes }) ? '(교실의 책은 교실의 설정대로)' : ''}.`,
      ),
    ),
  ],
});

const children = ({ web, chats }: PrivacyFacts): Section => ({
  id: 'children',
  heading: '4. 만 14세 미만 아동',
  parts: [
    li(
      '어린이의 개인정보를 처리하려면 보호자(법정대리인)의 동의가 필요할 수 있어요. 프로그램은 동의를 받거나 확인하지 않으니, 학교가 가정통신문 등으로 받아 주세요.',
    ),
    li('나이나 생년월일을 묻지 않아요.'),
    ...when(web, li('아이는 계정 없이 이 컴퓨터의 페이지에서, 번호나 별명으로 만들 수 있어요.')),
    ...when(
      chats.length > 0,
      li(
        `${listed(chats)}에는 나이 제한이 있어요(한국에서 ${chats.map((chat) => `${chat} 만 ${LEAST_AGE[chat]}세`).join(', ')}; 바뀌었는지 확인해 주세요). 어린 학생은 대화방 대신 페이지에서 만들고, 대화방은 선생님이 써 주세요.`,
      ),
    ),
    blank('동의를 받는 방법과 날짜'),
  ],
});

const officer = ({ chats, service, hub }: PrivacyFacts): Section => ({
  id: 'officer',
  heading: '5. 개인정보 보호책임자와 제3자 제공',
  parts: [
    blank('학교 이름'),
    blank('개인정보 보호책임자(이름·직위)'),
    blank('연락처'),
    blank('운영하는 선생님'),
    sub('지금 설정에서 자료가 가는 곳'),
    ...when(chats.length === 0 && !service, li('없어요. 책을 만드는 동안 바깥 서비스와 이야기하지 않아요.')),
    ...chats.map((chat) =>
      li(`${chat}: 대화방에 올린 그림과 글, 봇이 올린 카드(적은 말과 작은 그림)와 책 PDF가 그 회사의 서버에 있어요.`),
    ),
    ...when(
      service,
      li(
        `${service?.name ?? ''}${service?.isHere ? ' (이 컴퓨터 안의 서버)' : ''}: ${listed((service?.sent ?? []).map((sent) => SENT[sent]))}. 그곳에서 얼마나 보관하고 어디에 쓰는지는 그곳의 약속을 확인해 주세요.`,
      ),
    ),
    li(`${hub}: 모델을 받는 명령을 쓸 때만 이야기하고, 그림과 글은 보내지 않아요.`),
    p('프로그램을 만든 사람에게는 아무것도 가지 않아요.'),
  ],
});

function ai({ usesModel, engines, service }: PrivacyFacts): Section {
  const names = Object.entries(engines).filter(([, name]) => name !== 'none');
  return {
    id: 'ai',
    heading: '인공지능 알림',
    parts: [
      li(
        usesModel
          ? '지금 설정에서는 인공지능 모델이 그림을 설명하거나 낱말을 추천하거나 글을 쓸 수 있어요.'
          : '지금 설정에서는 인공지능 모델을 쓰지 않아요. 글은 적어 준 말을 문법 규칙으로 이어서 지어요.',
      ),
      li(`쓰는 엔진: ${names.map(([seam, name]) => `${SEAMS[seam] ?? seam} ${name}`).join(', ')}.`),
      li(
        '문장마다 누가 썼는지(사람·규칙·AI) 기억해요. AI가 쓴 문장이 하나라도 남아 있으면 책의 마지막 쪽과 파일 정보(XMP)에 그렇다고 적어요.',
      ),
      li('아이의 그림을 AI가 그리거나 고치지 않아요. 아이가 쓴 문장은 그대로 실어요.'),
      ...when(service, li('AI가 쓴 글은 틀릴 수 있으니, 나누어 주기 전에 어른이 읽어 주세요.')),
    ],
  };
}

const SEAMS: Readonly<Record<string, string>> = {
  captioner: '그림 설명',
  translator: '번역',
  keywords: '추천 낱말',
  storyteller: '이야기',
};

const LIMITS: Section = {
  id: 'limits',
  heading: '이 안내서에 대해',
  parts: [
    p('이 안내서는 프로그램이 지금 설정과 교실을 읽고 만든 초안이에요. 설정이나 교실을 바꾸면 다시 만들어 주세요.'),
    p('법률 자문이 아니에요. 심의에 내기 전에 학교의 개인정보 담당자와 함께 살펴보고, 학교의 사정에 맞게 고쳐 주세요.'),
    blank('살펴본 사람과 날짜'),
  ],
};

export const composeKo: Compose = (facts) => ({
  title: '그림책 만들기 프로그램의 개인정보 안내',
  about:
    'TalesRunner를 수업에 쓰기 전에 살펴볼 것을 학습지원 소프트웨어의 필수 기준 다섯 가지에 따라 적었어요. 법률 자문이 아니에요.',
  sections: [summary, processing, safety, rights, children, officer, ai, classesKo]
    .map((section) => section(facts))
    .concat(LIMITS),
});
