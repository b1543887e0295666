// Who wrote what: whole conversations in which the child, a teacher and an engine write on the same page.
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/bots/conversation/events.ts';
import { chosenOf } from '../../../src/bots/conversation/session.ts';
import type { Passage } from '../../../src/story.ts';
import { described, doneNews, type finished, MINA, TEACHER } from './talk.ts';

type Talk = ReturnType<typeof finished>;
const ENGINE = '별이, 달을 1번 본다';

/** A book of one page, told in two sentences. */
function toldInTwo(): Talk {
  const talk = described(1);
  talk.click('책 만들기');
  const [job] = talk.jobs();
  if (job?.kind !== 'write') throw new Error('nothing to write');
  const source = { kind: 'model', engine: 'gpt' } as const;
  const told: Passage = { text: `${ENGINE}. 달이 밝다.`, locale: 'ko', source };
  talk.hear({ type: 'news', news: { ...doneNews(job), type: 'done', kind: 'write', output: { told: [told] } } });
  talk.work();
  talk.deliver();
  return talk;
}

const passage = (talk: Talk): Passage => {
  const chosen = chosenOf(talk.scene(1));
  if (!chosen) throw new Error('no text');
  return chosen.passage;
};
const hands = (told: Passage | undefined): readonly string[] =>
  (told?.sentences ?? (told ? [told] : [])).map(({ source, text }) => {
    const who = source.kind === 'person' ? (source.role ?? 'child') : source.engine;
    return `${who}: ${text.trim()}`;
  });
const write = (talk: Talk, text: string, actor: Actor = MINA) => talk.submit('text', { text }, 1, actor);
const printedOnes = (talk: Talk): readonly string[] => {
  talk.click('다시 만들기');
  const [job] = talk.jobs();
  if (job?.kind !== 'print') throw new Error('nothing to print');
  return hands(job.input.book.pages[0]?.told);
};

describe('a page', () => {
  it('that the child changes keeps the engine’s other sentences the engine’s, to the print', () => {
    const talk = toldInTwo();
    write(talk, `${ENGINE}. 나는 달이 좋다.`);
    expect(hands(passage(talk))).toEqual([`gpt: ${ENGINE}.`, 'child: 나는 달이 좋다.']);
    expect(printedOnes(talk)).toEqual([`gpt: ${ENGINE}.`, 'child: 나는 달이 좋다.']);
  });

  it('tells a teacher’s sentences from those of the child who owns the book', () => {
    const talk = toldInTwo();
    write(talk, `${ENGINE}. 나는 달이 좋다.`);
    write(talk, `${ENGINE}. 나는 달이 좋다. 참 밝구나!`, TEACHER);
    expect(printedOnes(talk)).toEqual([`gpt: ${ENGINE}.`, 'child: 나는 달이 좋다.', 'teacher: 참 밝구나!']);
  });

  it('takes a teacher who owns the book for its author', () => {
    const talk = toldInTwo();
    write(talk, '달이 떴다.', { ...MINA, teacher: true });
    expect(hands(passage(talk))).toEqual(['child: 달이 떴다.']);
  });

  it('stays the engine’s when it is saved or locked as it is', () => {
    const talk = toldInTwo();
    write(talk, passage(talk).text);
    talk.press({ type: 'lock', scene: talk.scene(1).key });
    expect(hands(passage(talk))).toEqual([`gpt: ${ENGINE}. 달이 밝다.`]);
    expect(talk.scene(1)).toMatchObject({ locked: true, versions: [{}] });
  });

  it('keeps its authors when it is told again and taken back', () => {
    const talk = toldInTwo();
    write(talk, `${ENGINE}. 나는 달이 좋다.`);
    const { key } = talk.scene(1);
    talk.press({ type: 'unlock', scene: key });
    talk.press({ type: 'retell', scene: key, version: 0 });
    talk.work();
    expect(hands(passage(talk))).toEqual([expect.stringContaining('scripted: ')]);
    const [answer] = talk.press({ type: 'versions', scene: key });
    const field = answer?.type === 'form' ? answer.form.fields[0] : undefined;
    if (field?.kind !== 'choice') throw new Error('no choice');
    talk.submit('versions', { version: field.choices[1]?.value ?? '' }, 1);
    expect(printedOnes(talk)).toEqual([`gpt: ${ENGINE}.`, 'child: 나는 달이 좋다.']);
  });

  it('is nobody else’s for being typed again from an earlier version', () => {
    const talk = toldInTwo();
    const first = passage(talk).text;
    write(talk, '내가 새로 썼다.');
    write(talk, first);
    expect(hands(passage(talk))).toEqual([`gpt: ${ENGINE}. 달이 밝다.`]);
    expect(talk.scene(1).versions).toHaveLength(2);
  });

  it('keeps its authors when an engine tells the very same words', () => {
    const talk = toldInTwo();
    write(talk, `${ENGINE}. 나는 달이 좋다.`);
    const { key } = talk.scene(1);
    talk.press({ type: 'unlock', scene: key });
    talk.press({ type: 'retell', scene: key, version: 0 });
    const [job] = talk.jobs();
    if (job?.kind !== 'write') throw new Error('nothing to write');
    const { text, locale } = passage(talk);
    const told: Passage = { text, locale, source: { kind: 'rules', engine: 'frames' } };
    talk.hear({ type: 'news', news: { ...doneNews(job), type: 'done', kind: 'write', output: { told: [told] } } });
    expect(printedOnes(talk)).toEqual([`gpt: ${ENGINE}.`, 'child: 나는 달이 좋다.']);
  });

  it('forgets what engines told before what anybody wrote with them', () => {
    const talk = toldInTwo();
    write(talk, `${ENGINE}. 나는 달이 좋다.`);
    const { key } = talk.scene(1);
    talk.press({ type: 'unlock', scene: key });
    for (let version = 0; version < 12; version++) {
      talk.press({ type: 'retell', scene: key, version });
      talk.work();
    }
    expect(talk.scene(1).versions.length).toBeLessThan(12);
    expect(talk.scene(1).versions.flatMap((version) => hands(version.passage))).toContain('child: 나는 달이 좋다.');
  });
});

describe('a caption', () => {
  it('that a teacher writes is the teacher’s, and outlives the picture it was written for', () => {
    const talk = described(1);
    talk.submit('A', { caption: '언덕 위의 아이' }, 1, TEACHER);
    expect(hands(talk.scene(1).caption)).toEqual(['teacher: 언덕 위의 아이']);
  });

  it('to which a child adds something keeps what the engine saw, and is kept when the picture is replaced', () => {
    const talk = described(1);
    const seen = talk.scene(1).caption?.text ?? '';
    talk.submit('A', { caption: `${seen}\n손에 사과가 있다.` }, 1);
    const both = [`scripted: ${seen}`, 'child: 손에 사과가 있다.'];
    expect(hands(talk.scene(1).caption)).toEqual(both);
    const { key } = talk.scene(1);
    const picture = { source: 'p9', place: '9', name: '9.png' };
    talk.hear({ type: 'posted', id: 'another', actor: MINA, pictures: [picture], into: key });
    talk.upload(9);
    talk.work();
    expect(talk.scene(1).source).toBe('p9');
    expect(hands(talk.scene(1).caption)).toEqual(both);
  });
});
