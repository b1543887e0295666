// Reads a pickle as plain data: the opcodes that torch's state dicts use, and no code is ever run.
// A call becomes a record of its name and arguments, except for the one container that holds a state dict.

/** A value of a pickle. Calls and classes are only named. */
export type Pickled =
  | null
  | boolean
  | number
  | string
  | readonly Pickled[]
  | Map<Pickled, Pickled>
  | { readonly global: string }
  | { readonly call: string; readonly args: readonly Pickled[] }
  | { readonly persistent: Pickled };

interface Machine {
  readonly bytes: Buffer;
  at: number;
  stack: Pickled[];
  readonly marks: Pickled[][];
  readonly memo: Map<number, Pickled>;
}

const CONTAINERS = new Set(['collections.OrderedDict']);

const pop = (machine: Machine): Pickled => {
  const value = machine.stack.pop();
  if (value === undefined) throw new Error('the index is damaged: it takes more than it holds');
  return value;
};

const popMark = (machine: Machine): Pickled[] => {
  const items = machine.stack;
  const below = machine.marks.pop();
  if (!below) throw new Error('the index is damaged: an end without a beginning');
  machine.stack = below;
  return items;
};

const take = (machine: Machine, length: number): Buffer => {
  const part = machine.bytes.subarray(machine.at, machine.at + length);
  if (part.length < length) throw new Error('the index is cut short');
  machine.at += length;
  return part;
};

const line = (machine: Machine): string => {
  const end = machine.bytes.indexOf(10, machine.at);
  if (end < 0) throw new Error('the index is cut short');
  return take(machine, end + 1 - machine.at)
    .toString('utf8')
    .slice(0, -1);
};

const text = (machine: Machine, length: number): string => take(machine, length).toString('utf8');

function setItems(target: Pickled | undefined, items: readonly Pickled[]): void {
  if (!(target instanceof Map)) throw new Error('the index sets entries of something that has none');
  for (let at = 0; at + 1 < items.length; at += 2) target.set(items[at] as Pickled, items[at + 1] as Pickled);
}

function append(target: Pickled | undefined, items: readonly Pickled[]): void {
  if (!Array.isArray(target)) throw new Error('the index appends to something that is no list');
  target.push(...items);
}

function reduce(machine: Machine): Pickled {
  const args = pop(machine);
  const callee = pop(machine);
  if (!Array.isArray(args) || typeof callee !== 'object' || callee === null || !('global' in callee))
    throw new Error('the index calls something that has no name');
  return CONTAINERS.has(callee.global) ? new Map() : { call: callee.global, args };
}

/** The integer of LONG1: little-endian two's complement of any length; sizes and strides fit a number. */
const long = (part: Buffer): number =>
  part.length === 0 ? 0 : part.length <= 6 ? part.readIntLE(0, part.length) : Number(part.readBigInt64LE());

const push = (make: (machine: Machine) => Pickled) => (machine: Machine) => {
  const value = make(machine); // first: closing a mark puts another stack in place
  machine.stack.push(value);
};
const remember = (slot: (machine: Machine) => number) => (machine: Machine) =>
  void machine.memo.set(slot(machine), machine.stack.at(-1) ?? null);
const recall = (slot: (machine: Machine) => number) => (machine: Machine) =>
  void machine.stack.push(machine.memo.get(slot(machine)) ?? null);
const last = (count: number) => push((machine) => machine.stack.splice(machine.stack.length - count, count));

/** Python's pickletools names beside the codes. */
const OPCODES: Readonly<Record<number, (machine: Machine) => void>> = {
  128: (m) => void take(m, 1), // PROTO
  149: (m) => void take(m, 8), // FRAME
  40: (m) => {
    m.marks.push(m.stack);
    m.stack = [];
  }, // MARK
  78: push(() => null), // NONE
  136: push(() => true), // NEWTRUE
  137: push(() => false), // NEWFALSE
  74: push((m) => take(m, 4).readInt32LE()), // BININT
  75: push((m) => take(m, 1).readUInt8()), // BININT1
  77: push((m) => take(m, 2).readUInt16LE()), // BININT2
  138: push((m) => long(take(m, take(m, 1).readUInt8()))), // LONG1
  71: push((m) => take(m, 8).readDoubleBE()), // BINFLOAT
  88: push((m) => text(m, take(m, 4).readUInt32LE())), // BINUNICODE
  140: push((m) => text(m, take(m, 1).readUInt8())), // SHORT_BINUNICODE
  41: push(() => []), // EMPTY_TUPLE
  93: push(() => []), // EMPTY_LIST
  125: push(() => new Map()), // EMPTY_DICT
  133: last(1), // TUPLE1
  134: last(2), // TUPLE2
  135: last(3), // TUPLE3
  116: push((m) => popMark(m)), // TUPLE
  99: push((m) => ({ global: `${line(m)}.${line(m)}` })), // GLOBAL
  147: push((m) => {
    const name = pop(m);
    return { global: `${String(pop(m))}.${String(name)}` };
  }), // STACK_GLOBAL
  81: push((m) => ({ persistent: pop(m) })), // BINPERSID
  82: push(reduce), // REDUCE
  98: (m) => void pop(m), // BUILD: attributes of a container, such as a state dict's versions
  115: (m) => {
    const items = m.stack.splice(-2);
    setItems(m.stack.at(-1), items);
  }, // SETITEM
  117: (m) => {
    const items = popMark(m);
    setItems(m.stack.at(-1), items);
  }, // SETITEMS
  97: (m) => {
    const item = pop(m);
    append(m.stack.at(-1), [item]);
  }, // APPEND
  101: (m) => {
    const items = popMark(m);
    append(m.stack.at(-1), items);
  }, // APPENDS
  113: remember((m) => take(m, 1).readUInt8()), // BINPUT
  114: remember((m) => take(m, 4).readUInt32LE()), // LONG_BINPUT
  148: remember((m) => m.memo.size), // MEMOIZE
  104: recall((m) => take(m, 1).readUInt8()), // BINGET
  106: recall((m) => take(m, 4).readUInt32LE()), // LONG_BINGET
};
const STOP = 46;

/** @throws Error saying what in the pickle is not data of a state dict. */
export function readPickle(bytes: Buffer): Pickled {
  const machine: Machine = { bytes, at: 0, stack: [], marks: [], memo: new Map() };
  for (;;) {
    const code = take(machine, 1).readUInt8();
    if (code === STOP) return pop(machine);
    const run = OPCODES[code];
    if (!run) throw new Error(`the index uses opcode ${code}, which state dicts do not need`);
    run(machine);
  }
}
