/**
 * Levels exp(exponent · logarithms[i]) · 255 for i in 1..254, truncated, into a table of 256 (its ends are left alone). `logarithms` are f64.
 * Returns 0, or 1 if a level comes so near an integer that only a correctly rounded power can say on which side it lies.
 */
export function gammaLevels(table: usize, logarithms: usize, exponent: f64): i32 {
  let doubtful = 0;
  for (let i = 1; i < 255; i++) {
    const level = Math.exp(exponent * load<f64>(logarithms + 8 * i)) * 255.0;
    if (abs<f64>(level - nearest<f64>(level)) < 1e-9) doubtful = 1;
    store<u8>(table + i, level as i32 as u8);
  }
  return doubtful;
}
