/** `1e-05`, as Go's client and Prometheus write small and large bounds. */
function exponentForm(bound: number): string {
  const [mantissa, exponent] = bound.toExponential().split('e');
  const sign = exponent.startsWith('-') ? '-' : '+';
  return `${mantissa}e${sign}${exponent.replace(/^[+-]/, '').padStart(2, '0')}`;
}

/**
 * Matcher for the bucket of one upper bound, in every form that clients and servers write it: a
 * bound of 1 is `1` as Prometheus 2 stores it and `1.0` as Prometheus 3 does.
 *
 * @param boundSeconds - upper bound of the bucket
 */
export function leMatcher(boundSeconds: number): string {
  const plain = String(boundSeconds);
  const forms = new Set([plain, exponentForm(boundSeconds)]);
  if (Number.isInteger(boundSeconds)) {
    forms.add(`${plain}.0`);
  }
  const pattern = [...forms]
    .map(form => form.replace(/[.+]/g, '\\\\$&'))
    .join('|');
  return `le=~"${pattern}"`;
}
