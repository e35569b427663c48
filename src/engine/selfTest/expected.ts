/**
 * The self-test's loss and, for each of its weights, the L2 norm of the gradient and its dot product with cos(0, 1, 2, …):
 * computed in double precision by the interpreter of test/graph, which `npx vitest run test/engine/selfTest` compares them
 * with again.
 */
export const expected = {
  loss: 1.6081817494572166,
  gradients: [
    { norm: 0.0823864255807549, dot: -0.0704765142106717 },
    { norm: 0.06112309678820057, dot: -0.0015098667506676729 },
    { norm: 0.04606646959489756, dot: 0.006708045066053614 },
    { norm: 0.04239815775495097, dot: -0.0020609300240755734 },
    { norm: 0.04213309280944206, dot: -0.0003079122941651774 },
    { norm: 0.6364800326212294, dot: 0.36328401743121685 },
  ],
};
