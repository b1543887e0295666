// Who is who: the looks of the children of both books, kept in one place so that nobody changes between pages.
import type { Look } from './child.ts';

export const BYEORI: Look = {
  skin: '#fadcc4',
  cheek: '#ef8a78',
  hair: 'starBob',
  hairColour: '#2a2338',
  hairLight: '#6f6a98',
  garment: 'coat',
  cloth: '#d8483f',
  trim: '#fbeed2',
  legs: '#f3e3c6',
  shoes: '#7a4a35',
};

export const DOYUN: Look = {
  skin: '#f6d3b5',
  cheek: '#e98570',
  hair: 'short',
  hairColour: '#33262a',
  hairLight: '#77605c',
  garment: 'overalls',
  cloth: '#3f73a6',
  trim: '#f4e7cf',
  legs: '#3f73a6',
  shoes: '#c9543d',
  glasses: '#4a3b3a',
};

export const MINSEO: Look = {
  skin: '#fbe0c8',
  cheek: '#ef8a78',
  hair: 'braids',
  hairColour: '#3b2722',
  hairLight: '#86604e',
  garment: 'dress',
  cloth: '#e8a33b',
  trim: '#fdf3dc',
  legs: '#fdf3dc',
  shoes: '#7d4a3a',
};

export const AMIN: Look = {
  skin: '#a86f4b',
  cheek: '#c8553f',
  hair: 'curls',
  hairColour: '#2c1d1b',
  hairLight: '#6d4a3c',
  garment: 'shirt',
  cloth: '#5f9f7a',
  trim: '#fbeecb',
  legs: '#7c6a58',
  shoes: '#f0e6d4',
};

export const YUNA: Look = {
  skin: '#f3cda8',
  cheek: '#e57f6a',
  hair: 'ponytail',
  hairColour: '#4b2d22',
  hairLight: '#98694c',
  garment: 'shirt',
  cloth: '#cf5f62',
  trim: '#fdf0dc',
  legs: '#4c5a80',
  shoes: '#f4ead8',
};
