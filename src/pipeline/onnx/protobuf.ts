// Writes an ONNX model as bytes: the part of onnx.proto that our graphs use, as a protobuf schema.
// The one importer of protobufjs. What goes into a graph is decided by `graph.ts` and its callers.
import { createRequire } from 'node:module';
import type { Root } from 'protobufjs';

/** Element types of onnx.proto's `TensorProto.DataType`. */
export const ELEMENT = { float: 1, uint8: 2, int8: 3, int32: 6, int64: 7, float16: 10, bfloat16: 16 } as const;
export type ElementType = keyof typeof ELEMENT;
/** Bytes as weights: `uint8` has its zero at 128. */
export type ByteType = 'int8' | 'uint8';

export interface TensorMessage {
  readonly name: string;
  readonly dataType: number;
  readonly dims: readonly number[];
  readonly rawData?: Uint8Array;
  readonly externalData?: readonly { readonly key: string; readonly value: string }[];
  readonly dataLocation?: 0 | 1;
}

export interface AttributeMessage {
  readonly name: string;
  readonly type: number;
  readonly f?: number;
  readonly i?: number;
  readonly s?: Uint8Array;
  readonly ints?: readonly number[];
}

export interface NodeMessage {
  readonly opType: string;
  readonly domain: string;
  readonly name: string;
  readonly input: readonly string[];
  readonly output: readonly string[];
  readonly attribute: readonly AttributeMessage[];
}

export interface ValueMessage {
  readonly name: string;
  readonly type: {
    readonly tensorType: {
      readonly elemType: number;
      readonly shape: { readonly dim: readonly ({ readonly dimValue: number } | { readonly dimParam: string })[] };
    };
  };
}

export interface GraphMessage {
  readonly name: string;
  readonly node: readonly NodeMessage[];
  readonly initializer: readonly TensorMessage[];
  readonly input: readonly ValueMessage[];
  readonly output: readonly ValueMessage[];
}

type Field = readonly [name: string, type: string, id: number, repeated?: 'repeated'];

const message = (fields: readonly Field[], oneofs?: Record<string, { oneof: string[] }>) => ({
  ...(oneofs && { oneofs }),
  fields: Object.fromEntries(
    fields.map(([name, type, id, rule]) => [name, { type, id, ...(rule && { rule }) }] as const),
  ),
});

/** Field numbers from onnx.proto (IR version 10); all that we never write is left out. */
const SCHEMA = {
  ModelProto: message([
    ['irVersion', 'int64', 1],
    ['producerName', 'string', 2],
    ['graph', 'GraphProto', 7],
    ['opsetImport', 'OperatorSetIdProto', 8, 'repeated'],
  ]),
  OperatorSetIdProto: message([
    ['domain', 'string', 1],
    ['version', 'int64', 2],
  ]),
  GraphProto: message([
    ['node', 'NodeProto', 1, 'repeated'],
    ['name', 'string', 2],
    ['initializer', 'TensorProto', 5, 'repeated'],
    ['input', 'ValueInfoProto', 11, 'repeated'],
    ['output', 'ValueInfoProto', 12, 'repeated'],
  ]),
  NodeProto: message([
    ['input', 'string', 1, 'repeated'],
    ['output', 'string', 2, 'repeated'],
    ['name', 'string', 3],
    ['opType', 'string', 4],
    ['attribute', 'AttributeProto', 5, 'repeated'],
    ['domain', 'string', 7],
  ]),
  AttributeProto: message([
    ['name', 'string', 1],
    ['f', 'float', 2],
    ['i', 'int64', 3],
    ['s', 'bytes', 4],
    ['ints', 'int64', 8, 'repeated'],
    ['type', 'int32', 20],
  ]),
  TensorProto: message([
    ['dims', 'int64', 1, 'repeated'],
    ['dataType', 'int32', 2],
    ['name', 'string', 8],
    ['rawData', 'bytes', 9],
    ['externalData', 'StringStringEntryProto', 13, 'repeated'],
    ['dataLocation', 'int32', 14],
  ]),
  StringStringEntryProto: message([
    ['key', 'string', 1],
    ['value', 'string', 2],
  ]),
  ValueInfoProto: message([
    ['name', 'string', 1],
    ['type', 'TypeProto', 2],
  ]),
  TypeProto: message([['tensorType', 'TensorTypeProto', 1]]),
  TensorTypeProto: message([
    ['elemType', 'int32', 1],
    ['shape', 'TensorShapeProto', 2],
  ]),
  TensorShapeProto: message([['dim', 'DimensionProto', 1, 'repeated']]),
  DimensionProto: message(
    [
      ['dimValue', 'int64', 1],
      ['dimParam', 'string', 2],
    ],
    { value: { oneof: ['dimValue', 'dimParam'] } },
  ),
};

let root: Root | undefined;

/** protobufjs is CommonJS without named ES exports of its light build, hence `require`; loaded on first use. */
function schema(): Root {
  if (!root) {
    const { Root: RootOf } = createRequire(import.meta.url)('protobufjs/light') as typeof import('protobufjs');
    root = RootOf.fromJSON({ nested: SCHEMA });
  }
  return root;
}

/** The bytes of a model with this graph, for ONNX opset 21 and onnxruntime's own operators. */
export function encodeModel(graph: GraphMessage): Uint8Array {
  const type = schema().lookupType('ModelProto');
  const model = {
    irVersion: 10,
    producerName: 'talesrunner',
    graph,
    opsetImport: [
      { domain: '', version: 21 },
      { domain: 'com.microsoft', version: 1 },
    ],
  };
  return type.encode(type.create(model)).finish();
}
