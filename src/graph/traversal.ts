import type { Node, Tensor } from './tensor';

/** Every node that the tensors depend on, each after those it takes its inputs from; the same order every time. */
export function nodesBefore(tensors: Iterable<Tensor>): Node[] {
  const ordered: Node[] = [];
  const seen = new Set<Node>();
  // A stack instead of recursion: training steps are deeper than the call stack allows for.
  const stack: { readonly node: Node; next: number }[] = [];
  const visit = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    stack.push({ node, next: 0 });
  };
  for (const tensor of tensors) {
    visit(tensor.node);
    while (stack.length > 0) {
      const top = stack[stack.length - 1];
      if (top.next < top.node.inputs.length) visit(top.node.inputs[top.next++].node);
      else ordered.push(stack.pop()!.node);
    }
  }
  return ordered;
}
