// The table of all pictures, in the order of their books.
import { roofPicture } from './moonlight-picnic/1-roof.ts';
import { forestPicture } from './moonlight-picnic/2-forest.ts';
import { lakePicture } from './moonlight-picnic/3-lake.ts';
import { towerPicture } from './moonlight-picnic/4-tower.ts';
import { moonPicture } from './moonlight-picnic/5-moon.ts';
import { crayonPicture } from './moonlight-picnic/6-crayon.ts';
import type { Picture } from './svg.ts';

export interface Drawing {
  readonly book: string;
  readonly name: string;
  readonly format: 'png' | 'jpg';
  readonly draw: () => Picture;
}

export const drawings: readonly Drawing[] = [
  { book: 'moonlight-picnic', name: '1-roof', format: 'png', draw: roofPicture },
  { book: 'moonlight-picnic', name: '2-forest', format: 'png', draw: forestPicture },
  { book: 'moonlight-picnic', name: '3-lake', format: 'png', draw: lakePicture },
  { book: 'moonlight-picnic', name: '4-tower', format: 'png', draw: towerPicture },
  { book: 'moonlight-picnic', name: '5-moon', format: 'png', draw: moonPicture },
  { book: 'moonlight-picnic', name: '6-crayon', format: 'png', draw: crayonPicture },
];
