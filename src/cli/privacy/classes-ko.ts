// What the privacy statement says of classes, in Korean: what holds for all of them, and the settings of each.
import type { LeafletPart } from '../../render/index.ts';
import type { ClassFacts } from './classes.ts';
import type { PrivacyFacts } from './facts.ts';
import { blank, li, p, sub, when } from './parts.ts';
import type { Section } from './types.ts';

const MODERATION: Readonly<Record<ClassFacts['moderation'], string>> = {
  off: '살피지 않아요.',
  here: '이 컴퓨터의 낱말 목록으로 살펴요.',
  service: '이 컴퓨터의 낱말 목록과 서비스로 살펴요.',
};

const ENGINES: Readonly<Record<ClassFacts['engines'], string>> = {
  all: '프로그램에 정해 둔 것을 모두 쓸 수 있어요.',
  own: '이 프로그램의 컴퓨터 안에서만 해요. 다른 회사의 AI에 보내지 않아요.',
  plain: 'AI 없이 만들어요.',
};

const keptFor = (keep: ClassFacts['keep']): string =>
  'days' in keep
    ? `마지막으로 고친 날부터 ${keep.days}일 뒤에 모두 지워요.`
    : `${keep.until}까지 두고, 그날이 지나면 모두 지워요.`;

function ofClass(one: ClassFacts): readonly LeafletPart[] {
  const { place, title, isOpen, keep, moderation, engines, approval, starters, threads, clearing } = one;
  return [
    sub(`${title ?? '이름 없는 반'} (${place === 'web' ? '페이지' : place}, ${isOpen ? '열려 있음' : '닫혀 있음'})`),
    li(`보관: ${keptFor(keep)}`),
    ...when(
      clearing !== undefined,
      li(`때가 되면 대화방에 봇이 올린 책은: ${clearing ? '함께 거두어요.' : '대화방에 그대로 남아요.'}`),
    ),
    li(`어린이에게 맞지 않는 말: ${MODERATION[moderation]}`),
    li(`도움(AI): ${ENGINES[engines]}`),
    li(
      `나가기 전 검토: ${approval ? '선생님이 좋다고 하기 전에는 책이 건네지거나 보이지 않아요.' : '선생님의 검토 없이, 다 되면 바로 나가요.'}`,
    ),
    li(`책을 시작할 수 있는 사람: ${starters === 'teachers' ? '선생님만.' : '누구나.'}`),
    ...when(
      threads !== undefined,
      li(`만드는 동안 보는 사람: ${threads === 'public' ? '반 모두.' : '만드는 아이와 선생님만.'}`),
    ),
  ];
}

const NONE = [p('지금은 교실이 없어요. 교실을 열면 이 안내서를 다시 만들어 주세요.')];
const UNREADABLE = [
  p(
    '보관하는 곳을 읽지 못해서, 교실이 있는지와 교실마다의 설정을 이 안내서에 적지 못했어요. 위에 적은 보관 기간과 맞지 않는 말 살피기는 교실에 들지 않은 책에만 맞아요. npx storybook doctor로 까닭을 살펴본 뒤 다시 만들어 주세요.',
  ),
  blank('교실마다의 보관 기간과 검토(직접 적기)'),
];

export const classesKo = ({ classes }: PrivacyFacts): Section => ({
  id: 'classes',
  heading: '교실(반)마다의 설정',
  parts: [
    li('교실에서 만드는 책은 교실의 설정을 따라요. 교실의 설정이 프로그램의 설정보다 먼저예요.'),
    li('교실에서 아이는 번호나 별명으로 불려요. 실제 이름을 묻지 않아요.'),
    li(
      '교실에 보관하는 것: 책마다의 번호나 별명, 제목, 어디까지 했는지, 검토한 결과와 표지, 교실을 연 사람의 번호, 묶은 문집.',
    ),
    ...(classes === 'unreadable' ? UNREADABLE : classes.length === 0 ? NONE : classes.flatMap(ofClass)),
  ],
});
