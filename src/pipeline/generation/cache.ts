// The keys and values of all pages in one batch, laid out so that a step reads them in place.
// Every page has slots shared by its beams; a beam is a path of slots. Choosing other beams changes paths and copies
// nothing; a slot on no path is free again. Pages sit in seats 0…P-1; a page that leaves gives its seat to the last.
import { createStore } from './store.ts';
import type { Memory, SequenceModel, StepArrays } from './types.ts';

export interface Seat {
  /** Each beam's ancestors as slots, oldest first. [beams][tokens so far - 1] */
  readonly paths: readonly (readonly number[])[];
}

export interface Cache {
  /** Makes room for this many pages at once, so that seating them one by one copies nothing. */
  reserve(seats: number, memoryLength: number): void;
  /** Seats a page before its first step. */
  join(memory: Memory): Seat;
  /** Between steps. */
  leave(seat: Seat): void;
  /** What the model's step reads and writes, given the newest token of every beam, seat by seat. */
  arrays(newest: (seat: Seat) => readonly number[]): StepArrays;
  /** What the last step wrote for a seat. [beams, vocabulary] */
  scores(seat: Seat): Float32Array;
  /** Keeps what the last step computed for these beams, whose continuations become the seat's beams. */
  keep(seat: Seat, parents: readonly number[]): void;
}

export interface CacheOptions {
  readonly model: Omit<SequenceModel<never>, 'show' | 'step' | 'close'>;
  readonly beams: number;
  readonly wanted: StepArrays['wanted'];
}

interface OpenSeat extends Seat {
  paths: readonly (readonly number[])[];
  index: number;
  /** Of its memory, whose arrays live in the stores alone. */
  readonly mask: Float32Array;
  /** Tokens of the sequence itself that are in its memory. */
  readonly shown: number;
}

/** Slots are added by this many at a time: each time, the cache is copied once. */
const SLOT_CHUNK = 32;
/** As a score, for memory positions beyond a page's own. */
const HIDDEN = -3.4028234663852886e38;

/** The lowest slots that are on none of the paths. */
function freeSlots(paths: readonly (readonly number[])[], count: number): number[] {
  const used = new Set(paths.flat());
  const free: number[] = [];
  for (let slot = 0; free.length < count; slot++) if (!used.has(slot)) free.push(slot);
  return free;
}

/** One buffer, made anew only when it has to grow. */
function reusable<T extends Float32Array | Int32Array>(make: (length: number) => T): (length: number) => T {
  let buffer = make(0);
  return (length) => {
    if (buffer.length < length) buffer = make(length);
    return buffer.subarray(0, length) as T;
  };
}
const floats = () => reusable((length) => new Float32Array(length));
const ints = () => reusable((length) => new Int32Array(length));

export function createCache({ model, beams, wanted }: CacheOptions): Cache {
  const { layers, heads, headSize, vocabulary, hiddenBucket } = model;
  const slotShape = { arrays: layers, heads, headSize };
  const [keys, values, memory] = [createStore(slotShape), createStore(slotShape), createStore(model.memory)];
  const perLayer = () => Array.from({ length: layers }, floats);
  const buffers = {
    tokens: ints(),
    positions: ints(),
    slots: ints(),
    mask: floats(),
    scores: floats(),
    newKeys: perLayer(),
    newValues: perLayer(),
  };
  const seats: OpenSeat[] = [];
  const buckets: number[] = [];
  let last: StepArrays | undefined;

  const bucket = (distance: number): number => (buckets[distance] ??= model.slotBucket(distance));

  function fillSlots(slots: Int32Array, { index, paths }: OpenSeat): void {
    for (const [beam, path] of paths.entries()) {
      const row = (index * beams + beam) * keys.width;
      for (const [place, slot] of path.entries()) slots[row + slot] = bucket(path.length - place);
    }
  }

  function arrays(newest: (seat: Seat) => readonly number[]): StepArrays {
    const pages = seats.length;
    const rows = pages * beams;
    const [slotCount, memoryLength] = [keys.width, memory.width];
    const tokens = buffers.tokens(rows);
    const positions = buffers.positions(pages);
    const slots = buffers.slots(rows * slotCount).fill(hiddenBucket);
    const memoryMask = buffers.mask(pages * memoryLength).fill(HIDDEN);
    for (const seat of seats) {
      tokens.set(newest(seat), seat.index * beams);
      positions[seat.index] = seat.shown + (seat.paths[0]?.length ?? 0);
      fillSlots(slots, seat);
      memoryMask.set(seat.mask, seat.index * memoryLength);
    }
    const fresh = (made: readonly ((length: number) => Float32Array)[]) =>
      made.map((make) => make(rows * heads * headSize));
    last = {
      pages,
      beams,
      slotCount,
      memoryLength,
      wanted,
      tokens,
      positions,
      slots,
      memoryMask,
      keys: keys.views(pages),
      values: values.views(pages),
      memory: memory.views(pages),
      newKeys: fresh(buffers.newKeys),
      newValues: fresh(buffers.newValues),
      scores: buffers.scores(rows * vocabulary),
    };
    return last;
  }

  function reserve(count: number, memoryLength: number): void {
    memory.reserve(count, memoryLength);
    for (const store of [keys, values]) store.reserve(count, SLOT_CHUNK);
  }

  return {
    reserve,
    join({ length, mask, arrays: shown, prompt }) {
      const paths = Array.from({ length: beams }, () => []);
      const seat: OpenSeat = { index: seats.length, paths, mask, shown: prompt ? prompt.length - 1 : 0 };
      seats.push(seat);
      reserve(seats.length, length);
      memory.fill(seat.index, shown);
      return seat;
    },
    leave(seat) {
      const { index } = seat as OpenSeat;
      const mover = seats.pop();
      if (!mover || mover === seat) return;
      for (const store of [keys, values, memory]) store.move(mover.index, index);
      mover.index = index;
      seats[index] = mover;
    },
    arrays,
    scores(seat) {
      const size = beams * vocabulary;
      const at = (seat as OpenSeat).index * size;
      return last?.scores.subarray(at, at + size) ?? new Float32Array(0);
    },
    keep(seat, parents) {
      const open = seat as OpenSeat;
      const survivors = [...new Set(parents)];
      const free = freeSlots(
        survivors.map((parent) => open.paths[parent] ?? []),
        survivors.length,
      );
      const needed = Math.max(...free) + 1;
      for (const store of [keys, values]) {
        if (needed > store.width) store.reserve(seats.length, Math.ceil(needed / SLOT_CHUNK) * SLOT_CHUNK);
      }
      const slotOf = new Map(survivors.map((parent, at) => [parent, free[at] as number] as const));
      for (const [parent, row] of slotOf) {
        const offset = (open.index * beams + parent) * heads * headSize;
        keys.put({ seat: open.index, row }, last?.newKeys ?? [], offset);
        values.put({ seat: open.index, row }, last?.newValues ?? [], offset);
      }
      open.paths = parents.map((parent) => [...(open.paths[parent] ?? []), slotOf.get(parent) as number]);
    },
  };
}
