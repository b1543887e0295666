// A book that says as much as it may: ten scenes, every field full, in Korean, each text escaped at its worst.
import { newScene, newSession, type OpenSession, type SceneFacts } from '../../../src/bots/conversation/session.ts';
import type { BlobRef, Picture } from '../../../src/story.ts';
import { CLASSIFICATIONS, TEXT_LIMITS } from '../../../src/story.ts';

export const blob = (key: string): BlobRef => ({ key, mediaType: 'image/jpeg', size: 40_000 });
const picture = (key: string): Picture => ({ ...blob(key), width: 40, height: 30, sha256: '0'.repeat(64) });

export interface Filling {
  /** What texts are made of. */
  readonly with: string;
  readonly scenes: number;
}

function fullScene(number: number, fill: (most: number) => string): SceneFacts {
  const text = { text: fill(TEXT_LIMITS.text), locale: 'ko', source: { kind: 'person' } } as const;
  const other = { ...text, text: `${number}${text.text.slice(1)}` };
  const field = fill(TEXT_LIMITS.field);
  return {
    ...newScene(`s${number}`, `${number}`),
    picture: picture(`pictures/${number}`),
    thumbnail: blob(`pictures/${number}-small`),
    described: true,
    caption: { ...text, text: fill(TEXT_LIMITS.caption) },
    fields: {
      name: fill(TEXT_LIMITS.name),
      i_action: field,
      classification: CLASSIFICATIONS[4],
      character: field,
      setting: field,
      action: field,
      feeling: field,
      causalRelationship: field,
      outcomeResolution: field,
      prediction: field,
    },
    versions: [
      text,
      other,
      ...Array.from({ length: 7 }, (_, index) => ({ ...text, text: `${index}판 ${text.text.slice(4)}` })),
    ].map((passage) => ({ passage })),
    chosen: 0,
  };
}

/** As full as a session can be. */
export function fullSession({ with: unit, scenes }: Filling): OpenSession {
  const fill = (most: number): string => unit.repeat(Math.ceil(most / unit.length)).slice(0, most);
  const session = newSession({
    id: 'discord:1',
    platform: 'discord',
    thread: '1',
    born: '1',
    owner: '42',
    locale: 'ko',
    seed: 1,
    title: fill(TEXT_LIMITS.title),
  });
  return {
    ...session,
    authors: Array.from({ length: 6 }, () => fill(TEXT_LIMITS.author)),
    scenes: Array.from({ length: scenes }, (_, index) => fullScene(index + 1, fill)),
    removed: [fullScene(99, fill)],
    requests: 999,
  };
}
