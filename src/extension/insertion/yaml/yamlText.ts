import { Document, Scalar, YAMLMap, YAMLSeq, type Node } from 'yaml';
import { Constant, Real } from '../../../export/albumentations/node';
import { isList, isMap, type Value } from '../config/value';

/** How a document writes what could be written otherwise. */
export interface YamlStyle {
  /** Spaces of one level. */
  readonly unit: number;
  /** Whether lists stand further right than the key they belong to. */
  readonly indentSeq: boolean;
  /** Whether braces have a space inside. */
  readonly padding: boolean;
}

/** A block over several lines without indentation and final newline; `- ` lists and maps of short flow lists of numbers. */
export function blockText(value: Value, style: YamlStyle): string {
  return written(toNode(value, false), style);
}

/** The same on one line, in brackets and braces. */
export function flowText(value: Value, style: YamlStyle): string {
  return written(toNode(value, true), style);
}

function written(node: Node, { unit, indentSeq, padding }: YamlStyle): string {
  // PyYAML, and with it OmegaConf, reads YAML 1.1: what would be a boolean or a number there must be quoted.
  return new Document(node, { version: '1.1' })
    .toString({ indent: unit, indentSeq, lineWidth: 0, flowCollectionPadding: padding, directives: false })
    .replace(/\n$/, '');
}

function toNode(value: Value, flow: boolean): Node {
  if (value instanceof Real) {
    const scalar = new Scalar(value.value);
    scalar.minFractionDigits = 1;
    return scalar;
  }
  if (value instanceof Constant) return new Scalar(value.value);
  if (isList(value)) {
    const list = new YAMLSeq<Node>();
    list.items = value.map((item) => toNode(item, flow));
    list.flow = flow || value.every((item) => typeof item === 'number' || item instanceof Real);
    return list;
  }
  if (isMap(value)) {
    const map = new YAMLMap<Node, Node>();
    for (const [key, inner] of Object.entries(value)) map.set(new Scalar(key), toNode(inner, flow));
    map.flow = flow || map.items.length === 0;
    return map;
  }
  return new Scalar(value);
}
