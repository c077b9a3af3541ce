/** Exponent as Go writes it: at least two digits. */
function goExponent(text: string): string {
  return text.replace(
    /e([+-])(\d+)$/,
    (_, sign, digits) => `e${sign}${digits.padStart(2, '0')}`,
  );
}

function special(value: number): string | undefined {
  if (Number.isNaN(value)) {
    return 'NaN';
  }
  return Number.isFinite(value) ? undefined : `${value < 0 ? '-' : '+'}Inf`;
}

/** A number as Go's `%v` writes it: shortest, with an exponent when it is very small or large. */
export function goNumber(value: number): string {
  const size = Math.abs(value);
  const plain = size === 0 || (size >= 1e-4 && size < 1e21);
  return (
    special(value) ??
    (plain ? String(value) : goExponent(value.toExponential()))
  );
}

/** A number as Go's `%e` with the fewest digits, the form of values in the state API: `1e+00`. */
export function goScientific(value: number): string {
  return special(value) ?? goExponent(value.toExponential());
}

/** A number as Go's `%.<digits>g` writes it: significant digits without trailing zeros. */
export function goSignificant(value: number, digits: number): string {
  const text = special(value);
  if (text !== undefined || value === 0) {
    return text ?? '0';
  }
  const [mantissa, exponent] = value.toExponential(digits - 1).split('e');
  const power = Number(exponent);
  if (power < -4 || power >= digits) {
    return goExponent(
      `${Number(mantissa)}e${power < 0 ? '-' : '+'}${Math.abs(power)}`,
    );
  }
  return String(Number(value.toPrecision(digits)));
}
