// Relative positions against what transformers' own function gives.
import { expect, it } from 'vitest';
import { bidirectionalBucket, causalBucket } from '../../../src/pipeline/onnx/buckets.ts';

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);
/** Where a list of buckets changes, and to what. */
const changes = (values: readonly number[], from: number): [number, number][] =>
  values.flatMap((value, at): [number, number][] => (value === values[at - 1] ? [] : [[from + at, value]]));

it('matches T5Attention._relative_position_bucket at every change, for a model’s own sizes and odd ones', () => {
  const sizes32 = { buckets: 32, maxDistance: 128 };
  expect(
    changes(
      range(-300, 300).map((offset) => bidirectionalBucket(offset, sizes32)),
      -300,
    ),
  ).toEqual([
    [-300, 15],
    [-90, 14],
    [-63, 13],
    [-45, 12],
    [-31, 11],
    [-22, 10],
    [-15, 9],
    [-11, 8],
    [-7, 7],
    [-6, 6],
    [-5, 5],
    [-4, 4],
    [-3, 3],
    [-2, 2],
    [-1, 1],
    [0, 0],
    [1, 17],
    [2, 18],
    [3, 19],
    [4, 20],
    [5, 21],
    [6, 22],
    [7, 23],
    [8, 24],
    [12, 25],
    [16, 26],
    [23, 27],
    [32, 28],
    [46, 29],
    [64, 30],
    [91, 31],
  ]);
  expect(
    changes(
      range(0, 300).map((distance) => causalBucket(distance, sizes32)),
      0,
    ),
  ).toEqual([
    [0, 0],
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 4],
    [5, 5],
    [6, 6],
    [7, 7],
    [8, 8],
    [9, 9],
    [10, 10],
    [11, 11],
    [12, 12],
    [13, 13],
    [14, 14],
    [15, 15],
    [16, 16],
    [19, 17],
    [21, 18],
    [24, 19],
    [27, 20],
    [31, 21],
    [35, 22],
    [40, 23],
    [46, 24],
    [52, 25],
    [59, 26],
    [67, 27],
    [77, 28],
    [87, 29],
    [99, 30],
    [113, 31],
  ]);
  const sizes16 = { buckets: 16, maxDistance: 40 };
  expect(
    changes(
      range(-300, 300).map((offset) => bidirectionalBucket(offset, sizes16)),
      -300,
    ),
  ).toEqual([
    [-300, 7],
    [-22, 6],
    [-12, 5],
    [-7, 4],
    [-3, 3],
    [-2, 2],
    [-1, 1],
    [0, 0],
    [1, 9],
    [2, 10],
    [3, 11],
    [4, 12],
    [8, 13],
    [13, 14],
    [23, 15],
  ]);
  expect(
    changes(
      range(0, 300).map((distance) => causalBucket(distance, sizes16)),
      0,
    ),
  ).toEqual([
    [0, 0],
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 4],
    [5, 5],
    [6, 6],
    [7, 7],
    [8, 8],
    [10, 9],
    [12, 10],
    [15, 11],
    [18, 12],
    [22, 13],
    [27, 14],
    [33, 15],
  ]);
});
