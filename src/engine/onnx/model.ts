import type { DType, Shape } from '../../graph/tensor';
import { MessageWriter } from './protobuf';

/** Element types that ONNX models here use: those of graphs, and the int64 that ONNX wants for shapes and axes. */
export type OnnxType = DType | 'int64';

/** An attribute of a node; a plain number is an integer, so floats are marked. */
export type Attribute = number | readonly number[] | string | { readonly float: number };

/** The name of a value inside a model. */
export type Value = string;

export interface NodeOptions {
  readonly attributes?: Readonly<Record<string, Attribute>>;
  /** Operator set other than ONNX's own, such as com.microsoft. */
  readonly domain?: string;
}

/** What runs everywhere with onnxruntime 1.14 and newer, and has ReduceSum's axes as an input. */
const opset = 18;
const irVersion = 8;
const typeCodes: Record<OnnxType, number> = { float32: 1, uint8: 2, int32: 6, int64: 7, bool: 9 };

/** Builds an ONNX model (onnx.proto's ModelProto) node by node. */
export class ModelBuilder {
  private readonly graph = new MessageWriter();
  private readonly domains = new Set<string>();
  private readonly integerConstants = new Map<string, Value>();
  private count = 0;

  constructor() {
    this.graph.string(2, 'program');
  }

  input(dtype: DType, shape: Shape): Value {
    const name = this.nextName();
    this.graph.message(11, valueInfo(name, dtype, shape));
    return name;
  }

  /** Declares the output of a node as an output of the model. */
  output(value: Value, dtype: DType, shape: Shape): void {
    this.graph.message(12, valueInfo(value, dtype, shape));
  }

  initializer(dtype: OnnxType, data: ArrayBufferView, shape: Shape): Value {
    const name = this.nextName();
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    const tensor = new MessageWriter().integers(1, shape).integer(2, typeCodes[dtype]).string(8, name).bytes(9, bytes);
    this.graph.message(5, tensor);
    return name;
  }

  /** A vector of int64 (axes, shapes, sizes); equal ones are stored once. */
  integers(values: readonly number[]): Value {
    const key = values.join();
    const known = this.integerConstants.get(key);
    if (known !== undefined) return known;
    const name = this.initializer('int64', BigInt64Array.from(values, BigInt), [values.length]);
    this.integerConstants.set(key, name);
    return name;
  }

  /** A float32 scalar. */
  scalar(value: number): Value {
    return this.initializer('float32', Float32Array.of(value), []);
  }

  /** Adds a node with one output and returns that. Optional inputs may be left out with undefined. */
  node(operator: string, inputs: readonly (Value | undefined)[], options: NodeOptions = {}): Value {
    return this.nodes(operator, inputs, 1, options)[0];
  }

  /** Adds a node with several outputs. */
  nodes(
    operator: string,
    inputs: readonly (Value | undefined)[],
    outputCount: number,
    options: NodeOptions = {},
  ): Value[] {
    const { attributes = {}, domain } = options;
    const outputs = Array.from({ length: outputCount }, () => this.nextName());
    const node = new MessageWriter();
    for (const input of inputs) node.string(1, input ?? '');
    for (const output of outputs) node.string(2, output);
    node.string(3, `${operator}_${this.count++}`).string(4, operator);
    for (const [name, value] of Object.entries(attributes)) node.message(5, attributeMessage(name, value));
    if (domain !== undefined) {
      node.string(7, domain);
      this.domains.add(domain);
    }
    this.graph.message(1, node);
    return outputs;
  }

  encode(): Uint8Array {
    const model = new MessageWriter().integer(1, irVersion).string(2, 'safe-aug').message(7, this.graph);
    model.message(8, new MessageWriter().string(1, '').integer(2, opset));
    for (const domain of this.domains) model.message(8, new MessageWriter().string(1, domain).integer(2, 1));
    return model.finish();
  }

  private nextName(): Value {
    return `v${this.count++}`;
  }
}

function valueInfo(name: string, dtype: DType, shape: Shape): MessageWriter {
  const dimensions = new MessageWriter();
  for (const size of shape) dimensions.message(1, new MessageWriter().integer(1, size));
  const tensorType = new MessageWriter().integer(1, typeCodes[dtype]).message(2, dimensions);
  return new MessageWriter().string(1, name).message(2, new MessageWriter().message(1, tensorType));
}

function attributeMessage(name: string, value: Attribute): MessageWriter {
  const attribute = new MessageWriter().string(1, name);
  if (typeof value === 'number') return attribute.integer(3, value).integer(20, 2);
  if (typeof value === 'string') return attribute.string(4, value).integer(20, 3);
  if ('float' in value) return attribute.float(2, value.float).integer(20, 1);
  return attribute.integers(8, value).integer(20, 7);
}
