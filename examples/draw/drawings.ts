// The table of all pictures, in the order of their books.
import { roofPicture } from './moonlight-picnic/1-roof.ts';
import { forestPicture } from './moonlight-picnic/2-forest.ts';
import { lakePicture } from './moonlight-picnic/3-lake.ts';
import { towerPicture } from './moonlight-picnic/4-tower.ts';
import { moonPicture } from './moonlight-picnic/5-moon.ts';
import { crayonPicture } from './moonlight-picnic/6-crayon.ts';
import { yardPicture } from './school-yard/1-yard.ts';
import { plantingPicture } from './school-yard/2-planting.ts';
import { rainPicture } from './school-yard/3-rain.ts';
import { sproutPhoto } from './school-yard/4-sprout.ts';
import { sunflowerPicture } from './school-yard/5-sunflower.ts';
import { ginkgoPicture } from './school-yard/6-ginkgo.ts';
import type { Picture } from './svg.ts';

export interface Drawing {
  readonly book: string;
  readonly name: string;
  readonly format: 'png' | 'jpg';
  /** Of the palette, 1…100: wax on rough paper needs few colours, and fewer keep the file small. Absent: 100. */
  readonly quality?: number;
  readonly draw: () => Picture;
}

export const drawings: readonly Drawing[] = [
  { book: 'moonlight-picnic', name: '1-roof', format: 'png', draw: roofPicture },
  { book: 'moonlight-picnic', name: '2-forest', format: 'png', draw: forestPicture },
  { book: 'moonlight-picnic', name: '3-lake', format: 'png', draw: lakePicture },
  { book: 'moonlight-picnic', name: '4-tower', format: 'png', draw: towerPicture },
  { book: 'moonlight-picnic', name: '5-moon', format: 'png', draw: moonPicture },
  { book: 'moonlight-picnic', name: '6-crayon', format: 'png', quality: 65, draw: crayonPicture },
  { book: 'school-yard', name: '1-yard', format: 'png', draw: yardPicture },
  { book: 'school-yard', name: '2-planting', format: 'png', draw: plantingPicture },
  { book: 'school-yard', name: '3-rain', format: 'png', draw: rainPicture },
  { book: 'school-yard', name: '4-sprout', format: 'jpg', draw: sproutPhoto },
  { book: 'school-yard', name: '5-sunflower', format: 'png', draw: sunflowerPicture },
  { book: 'school-yard', name: '6-ginkgo', format: 'png', draw: ginkgoPicture },
];
