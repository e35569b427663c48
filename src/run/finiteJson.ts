/** JSON.stringify that throws where it would silently turn NaN or an infinity into null. */
export function finiteJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, refuseNonFinite, indent);
}

function refuseNonFinite(key: string, value: unknown): unknown {
  if (typeof value !== 'number' || Number.isFinite(value)) return value;
  throw new Error(`JSON cannot hold ${value}, the value of "${key}".`);
}
