import { boundInUnits } from './boundInUnits';

/** `1e-05`, as Go's client and Prometheus write small and large bounds. */
function exponentForm(bound: number): string {
  const [mantissa, exponent] = bound.toExponential().split('e');
  const sign = exponent.startsWith('-') ? '-' : '+';
  return `${mantissa}e${sign}${exponent.replace(/^[+-]/, '').padStart(2, '0')}`;
}

/** `1.0E-5`, as Java writes numbers below a thousandth and from ten millions on. */
function javaForm(bound: number): string {
  const [mantissa, exponent] = bound.toExponential().split('e');
  const decimals = mantissa.includes('.') ? '' : '.0';
  return `${mantissa}${decimals}E${exponent.replace('+', '')}`;
}

/**
 * Matcher for the bucket of one upper bound, in every form that clients and servers write it: a
 * bound of 1 is `1` as Prometheus 2 stores it and `1.0` as Prometheus 3 does.
 *
 * @param boundSeconds - upper bound of the bucket
 * @param unitSeconds - how many seconds one unit of the histogram is
 */
export function leMatcher(boundSeconds: number, unitSeconds?: number): string {
  const bound = boundInUnits(boundSeconds, unitSeconds);
  const plain = String(bound);
  const forms = new Set([plain, exponentForm(bound)]);
  if (Number.isInteger(bound)) {
    forms.add(`${plain}.0`);
  }
  if (bound < 1e-3 || bound >= 1e7) {
    forms.add(javaForm(bound));
  }
  const pattern = [...forms]
    .map(form => form.replace(/[.+]/g, '\\\\$&'))
    .join('|');
  return `le=~"${pattern}"`;
}
