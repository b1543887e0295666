// A matrix of floats as signed bytes: every output has a scale of its own, so that one large weight spoils no others.

export interface Quantised {
  /** [from, to]: the other way round than torch stores it, as onnxruntime's integer product wants it. */
  readonly values: Int8Array;
  /** What a byte of each output is worth. [to] */
  readonly scales: Float32Array;
}

/** The same numbers as bytes without a sign, 128 more each; in place. */
export function unsigned(values: Int8Array): Uint8Array {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = (bytes[at] as number) ^ 0x80;
  return bytes;
}

/** A matrix with its rows as columns. [rows, columns] → [columns, rows] */
export function turned(values: Float32Array, [rows, columns]: readonly [rows: number, columns: number]): Float32Array {
  const other = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      other[column * rows + row] = values[row * columns + column] as number;
  return other;
}

/** -127…127: leaving out -128 keeps the range symmetric. */
const RANGE = 127;
/** The least normal float32: an output of nothing but zeros has it too. */
const LEAST_SCALE = 2 ** -126;

/** @param weight [to, from] */
export function quantise(weight: Float32Array, [to, from]: readonly [to: number, from: number]): Quantised {
  const values = new Int8Array(to * from);
  const scales = new Float32Array(to);
  for (let row = 0; row < to; row++) {
    let largest = 0;
    for (let at = row * from; at < (row + 1) * from; at++) largest = Math.max(largest, Math.abs(weight[at] as number));
    const scale = Math.max(Math.fround(largest / RANGE), LEAST_SCALE);
    scales[row] = scale;
    for (let column = 0; column < from; column++)
      values[column * to + row] = Math.round((weight[row * from + column] as number) / scale);
  }
  return { values, scales };
}
