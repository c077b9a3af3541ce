/**
 * Operands joined by `or`, as a balanced tree: Prometheus compares each operand of a chain with all
 * before it, and deep chains are refused. Which operand comes first does not change by that.
 *
 * @param operands - at least one
 */
export function unionOf(operands: string[]): string {
  if (operands.length === 1) {
    return operands[0];
  }
  const half = Math.ceil(operands.length / 2);
  return `(${unionOf(operands.slice(0, half))} or ${unionOf(
    operands.slice(half),
  )})`;
}
