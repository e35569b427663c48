/** The first address behind the module's own constants. */
export function heapBase(): usize {
  return __heap_base;
}
