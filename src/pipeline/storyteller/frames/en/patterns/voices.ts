// What a page that has nothing but its deed may add: one plain sentence in the key of its class.
// Nothing here claims a fact that the picture could deny, and nothing here is for a sad or grave page.
import type { Classification } from '../../../../../story.ts';
import type { Pattern } from '../deck.ts';
import { lines, type Mood, type Scene } from './context.ts';

type Voice = readonly Pattern<Scene>[];

const CHEERFUL: readonly Mood[] = ['bright', 'quiet'];

const VOICES: Readonly<Record<Classification, Voice>> = {
  의사소통: lines<Scene>('talk', CHEERFUL, [
    'there was so much to tell',
    'it was a story to tell at home',
    'that was something to talk about',
  ]),
  자연탐구: lines<Scene>('nature', CHEERFUL, [
    'there was so much to find out',
    'it was something to look at closely',
    'it was enough to make anyone wonder',
  ]),
  사회관계: lines<Scene>('social', CHEERFUL, ['it was a day for good company', 'some things are better together']),
  예술경험: lines<Scene>('art', CHEERFUL, [
    'it had a rhythm of its own',
    'it was as pretty as a picture',
    'it could have been a line from a song',
  ]),
  신체운동_건강: [
    ...lines<Scene>('body', ['bright'], ['it felt good to move', 'what fun it was to move']),
    ...lines<Scene>('body', ['quiet'], ['there was no hurry at all', 'it was good to be still for a while']),
  ],
};

const COMMON: Voice = lines<Scene>(
  'common',
  ['bright'],
  ['it was a moment to remember', 'a small moment can fill a whole day'],
);

export const voicePatterns = (classification: Classification): Voice => [...VOICES[classification], ...COMMON];
