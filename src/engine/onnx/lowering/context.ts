import type { Tensor } from '../../../graph/tensor';
import type { BlockedLayout } from '../blocked/layout';
import type { Woven } from '../blocked/woven';
import type { ModelBuilder, Value } from '../model';

/** What the operation that computes a blocked value can do on the way, at no cost. */
export interface Fusion {
  /** Blocked value added to the result. */
  readonly sum?: Value;
  /** Whether max(·, 0) comes last. */
  readonly relu?: boolean;
}

/** A blocked value that is not computed yet, so that what consumes it can be fused into it. */
export interface Deferred {
  emit(fusion: Fusion): Value;
  /** Set where the value is woven from parts that can be added up before. */
  readonly woven?: Woven;
}

/**
 * What the lowerings of the nodes of one program share: the model under construction, and which model value holds which
 * tensor. A tensor can be held plainly (row-major NCHW) or, with four axes, in onnxruntime's blocked layout; either form is
 * made from the other when it is asked for.
 */
export class LoweringContext {
  private readonly plainValues = new Map<Tensor, Value>();
  private readonly blockedValues = new Map<Tensor, Value>();
  private readonly deferredValues = new Map<Tensor, Deferred>();
  private readonly intermediates = new Map<Tensor, Map<string, Value>>();

  constructor(
    readonly model: ModelBuilder,
    /** Null where this machine's onnxruntime has no blocked layout, or it shall not be used. */
    readonly layout: BlockedLayout | null,
    /** How many nodes and program outputs use each tensor. */
    private readonly useCounts: ReadonlyMap<Tensor, number>,
  ) {}

  setPlain(tensor: Tensor, value: Value): void {
    this.plainValues.set(tensor, value);
  }

  setBlocked(tensor: Tensor, value: Value): void {
    this.blockedValues.set(tensor, value);
  }

  setDeferred(tensor: Tensor, deferred: Deferred): void {
    this.deferredValues.set(tensor, deferred);
  }

  /** The tensor's values, row-major. */
  plain(tensor: Tensor): Value {
    const known = this.plainValues.get(tensor);
    if (known !== undefined) return known;
    if (!this.layout) throw new Error(`${tensor.node.operation.name} was not lowered before what uses it.`);
    const value = this.layout.toPlain(this.blocked(tensor), tensor.shape);
    this.plainValues.set(tensor, value);
    return value;
  }

  /** The tensor's values in blocked layout; only for shapes that `layout.fits`. */
  blocked(tensor: Tensor): Value {
    const known = this.blockedValues.get(tensor);
    if (known !== undefined) return known;
    const deferred = this.deferredValues.get(tensor);
    const value = deferred ? deferred.emit({}) : this.blockedFromPlain(tensor);
    this.blockedValues.set(tensor, value);
    return value;
  }

  /** Whether the tensor is, or can be, computed in blocked layout without conversion. */
  isBlocked(tensor: Tensor): boolean {
    return this.blockedValues.has(tensor) || this.deferredValues.has(tensor);
  }

  /** How the tensor will be computed, if that has not happened yet and nothing but the asking node uses it. */
  deferred(tensor: Tensor): Deferred | undefined {
    return this.useCounts.get(tensor) === 1 ? this.deferredValues.get(tensor) : undefined;
  }

  /** A value derived from a tensor that several nodes need (reordered weights, centred inputs): made once, by the first. */
  derived(tensor: Tensor, name: string, make: () => Value): Value {
    let known = this.intermediates.get(tensor);
    if (!known) this.intermediates.set(tensor, (known = new Map()));
    let value = known.get(name);
    if (value === undefined) known.set(name, (value = make()));
    return value;
  }

  private blockedFromPlain(tensor: Tensor): Value {
    if (!this.layout?.fits(tensor.shape)) throw new Error(`${tensor.node.operation.name} cannot be held in blocks.`);
    return this.layout.toBlocked(this.plain(tensor), tensor.shape);
  }
}
