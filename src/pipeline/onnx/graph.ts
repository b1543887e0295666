// A small language for writing ONNX graphs in code: values are names, operators are calls.
// Knows nothing of any model; `protobuf.ts` turns the result into bytes.
import {
  type AttributeMessage,
  type ByteType,
  ELEMENT,
  type ElementType,
  encodeModel,
  type NodeMessage,
  type TensorMessage,
  type ValueMessage,
} from './protobuf.ts';

/** The name of a tensor in the graph under construction. */
export type Value = string & { readonly __value: unique symbol };
/** A number, or the name of a dimension that is only known when the graph runs. */
export type Dimension = number | string;
export type Attributes = Readonly<Record<string, number | string | readonly number[] | { readonly float: number }>>;

/** Where a weight's bytes lie, in a file that the graph refers to and never copies. */
export interface StoredTensor {
  readonly name: string;
  readonly element: ElementType;
  readonly shape: readonly number[];
  /** Relative to the folder that the session is opened with. */
  readonly file: string;
  /** Bytes. */
  readonly offset: number;
  readonly length: number;
}

export interface GraphBuilder {
  input(name: string, element: ElementType, shape: readonly Dimension[]): Value;
  /** A weight of the checkpoint, widened to float where the file holds half precision. */
  weight(tensor: StoredTensor): Value;
  floats(values: readonly number[], shape?: readonly number[]): Value;
  ints(values: readonly number[], shape?: readonly number[], element?: 'int64' | 'int32'): Value;
  bytes(values: readonly number[], shape: readonly number[], element: ByteType): Value;
  /** One operator with one result. */
  op(type: string, inputs: readonly (Value | undefined)[], attributes?: Attributes): Value;
  /** The same with several results. */
  ops(type: string, inputs: readonly (Value | undefined)[], results: number, attributes?: Attributes): Value[];
  output(name: string, value: Value, element: ElementType, shape: readonly Dimension[]): void;
  finish(): Uint8Array;
}

/** Operators of onnxruntime itself, outside the ONNX standard. */
const CONTRIB = new Set(['DynamicQuantizeMatMul', 'MultiHeadAttention']);

const ATTRIBUTE_TYPE = { float: 1, int: 2, string: 3, ints: 7 } as const;

function attribute(name: string, value: Attributes[string]): AttributeMessage {
  if (typeof value === 'number') return { name, type: ATTRIBUTE_TYPE.int, i: value };
  if (typeof value === 'string') return { name, type: ATTRIBUTE_TYPE.string, s: new TextEncoder().encode(value) };
  if ('float' in value) return { name, type: ATTRIBUTE_TYPE.float, f: value.float };
  return { name, type: ATTRIBUTE_TYPE.ints, ints: value };
}

const valueInfo = (name: string, element: ElementType, shape: readonly Dimension[]): ValueMessage => ({
  name,
  type: {
    tensorType: {
      elemType: ELEMENT[element],
      shape: { dim: shape.map((size) => (typeof size === 'number' ? { dimValue: size } : { dimParam: size })) },
    },
  },
});

const external = ({ name, element, shape, file, offset, length }: StoredTensor): TensorMessage => ({
  name,
  dataType: ELEMENT[element],
  dims: shape,
  dataLocation: 1,
  externalData: [
    { key: 'location', value: file },
    { key: 'offset', value: String(offset) },
    { key: 'length', value: String(length) },
  ],
});

type Constant = Float32Array | BigInt64Array | Int32Array | Int8Array | Uint8Array;

const bytes = (array: Constant): Uint8Array => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

export function graphBuilder(name: string): GraphBuilder {
  const nodes: NodeMessage[] = [];
  const initializers = new Map<string, TensorMessage>();
  const inputs: ValueMessage[] = [];
  const outputs: ValueMessage[] = [];
  const widened = new Map<string, Value>();
  let made = 0;
  const fresh = (kind: string): Value => `${kind}_${made++}` as Value;

  const ops: GraphBuilder['ops'] = (type, operands, results, attributes = {}) => {
    const output = Array.from({ length: results }, () => fresh(type));
    nodes.push({
      opType: type,
      domain: CONTRIB.has(type) ? 'com.microsoft' : '',
      name: `${output[0]}`,
      input: operands.map((operand) => operand ?? ''),
      output,
      attribute: Object.entries(attributes).map(([key, value]) => attribute(key, value)),
    });
    return output;
  };
  const op: GraphBuilder['op'] = (type, operands, attributes) => ops(type, operands, 1, attributes)[0] as Value;
  /** Equal constants become one initializer. */
  const constant = (element: ElementType, array: Constant, shape: readonly number[]) => {
    const key = `${element}[${shape.join()}]=${array.join()}`;
    if (!initializers.has(key))
      initializers.set(key, { name: key, dataType: ELEMENT[element], dims: shape, rawData: bytes(array) });
    return key as Value;
  };

  return {
    input(inputName, element, shape) {
      inputs.push(valueInfo(inputName, element, shape));
      return inputName as Value;
    },
    weight(tensor) {
      initializers.set(tensor.name, external(tensor));
      const stored = tensor.name as Value;
      if (tensor.element !== 'float16' && tensor.element !== 'bfloat16') return stored;
      const known = widened.get(tensor.name);
      if (known) return known;
      const float = op('Cast', [stored], { to: ELEMENT.float });
      widened.set(tensor.name, float);
      return float;
    },
    floats: (values, shape = [values.length]) => constant('float', Float32Array.from(values), shape),
    ints: (values, shape = [values.length], element = 'int64') =>
      constant(element, element === 'int64' ? BigInt64Array.from(values, BigInt) : Int32Array.from(values), shape),
    bytes: (values, shape, element) =>
      constant(element, element === 'int8' ? Int8Array.from(values) : Uint8Array.from(values), shape),
    op,
    ops,
    output(outputName, value, element, shape) {
      nodes.push({
        opType: 'Identity',
        domain: '',
        name: `to_${outputName}`,
        input: [value],
        output: [outputName],
        attribute: [],
      });
      outputs.push(valueInfo(outputName, element, shape));
    },
    finish: () =>
      encodeModel({ name, node: nodes, initializer: [...initializers.values()], input: inputs, output: outputs }),
  };
}
