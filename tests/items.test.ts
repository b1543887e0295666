// Lists within a text: however people separate them, and with what they tapped after what they typed.
import { expect, it } from 'vitest';
import { itemsIn, withItems } from '../src/items.ts';

it.each([
  ['', []],
  [' , ，', []],
  ['별이', ['별이']],
  ['별이, 루나，곰、 토끼 ,', ['별이', '루나', '곰', '토끼']],
])('finds what is in %j', (text, items) => expect(itemsIn(text)).toEqual(items));

it.each([
  ['', ['숲'], '숲'],
  ['언덕 위', ['숲', '밤'], '언덕 위, 숲, 밤'],
  ['언덕 위, ', ['숲'], '언덕 위, 숲'],
  ['숲，밤', ['숲'], '숲，밤'],
  ['숲', [], '숲'],
])('puts what was tapped after %j', (typed, tapped, all) => expect(withItems(typed, tapped)).toBe(all));
