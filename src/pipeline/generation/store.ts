// Growing arrays, each with a block of rows for every seat and head, so that a graph reads all seats in place.
// Which row means what is left to `cache.ts`.

export interface StoreShape {
  readonly arrays: number;
  readonly heads: number;
  readonly headSize: number;
}

export interface Store {
  /** Rows of each block. */
  readonly width: number;
  /** Per array, the blocks of the first `seats` seats. [seats, heads, width, headSize] */
  views(seats: number): Float32Array[];
  /** Makes room; what is there stays. Never shrinks. */
  reserve(seats: number, width: number): void;
  /** Writes a seat's block rows from 0 on. Per array: [heads, length, headSize] */
  fill(seat: number, sources: readonly Float32Array[]): void;
  /** Copies one row of all heads, [heads, headSize] at `offset` of each source, into a seat's row. */
  put(place: { readonly seat: number; readonly row: number }, sources: readonly Float32Array[], offset: number): void;
  /** Copies all of one seat over another. */
  move(from: number, to: number): void;
}

function grown(array: Float32Array, length: number): Float32Array {
  const longer = new Float32Array(length);
  longer.set(array);
  return longer;
}

export function createStore({ arrays: count, heads, headSize }: StoreShape): Store {
  let width = 0;
  let capacity = 0;
  let arrays: readonly Float32Array[] = Array.from({ length: count }, () => new Float32Array(0));
  const block = (): number => width * headSize;

  return {
    get width() {
      return width;
    },
    views: (seats) => arrays.map((array) => array.subarray(0, seats * heads * block())),
    reserve(seats, rows) {
      if (seats <= capacity && rows <= width) return;
      const [old, next] = [block(), Math.max(rows, width) * headSize];
      const blocks = capacity * heads;
      capacity = Math.max(seats, capacity);
      width = next / headSize;
      const needed = capacity * heads * next;
      arrays = arrays.map((array) => {
        const roomy = array.length >= needed ? array : grown(array, Math.max(needed, array.length * 2));
        // Blocks only move up, so the last one goes first; what they leave behind is finite, and hidden from every beam.
        for (let at = blocks - 1; at > 0; at--) roomy.copyWithin(at * next, at * old, (at + 1) * old);
        return roomy;
      });
    },
    fill(seat, sources) {
      for (const [index, source] of sources.entries()) {
        const rows = source.length / heads;
        for (let head = 0; head < heads; head++)
          arrays[index]?.set(source.subarray(head * rows, (head + 1) * rows), (seat * heads + head) * block());
      }
    },
    put({ seat, row }, sources, offset) {
      for (const [index, source] of sources.entries()) {
        const target = arrays[index] as Float32Array;
        for (let head = 0; head < heads; head++) {
          const to = (seat * heads + head) * block() + row * headSize;
          const from = offset + head * headSize;
          // A plain loop: for rows this short, making views for `set` costs more than the copy.
          for (let at = 0; at < headSize; at++) target[to + at] = source[from + at] as number;
        }
      }
    },
    move(from, to) {
      const size = heads * block();
      for (const array of arrays) array.copyWithin(to * size, from * size, (from + 1) * size);
    },
  };
}
