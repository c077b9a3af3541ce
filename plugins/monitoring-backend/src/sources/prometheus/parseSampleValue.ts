/** A sample's value as Prometheus writes it: `"0.1"`, `"NaN"`, `"+Inf"`, `"-Inf"`, `"1e+22"`. */
export function parseSampleValue(text: unknown): number {
  switch (text) {
    case '+Inf':
    case 'Inf':
      return Infinity;
    case '-Inf':
      return -Infinity;
    default:
      return typeof text === 'string' && text.trim() !== ''
        ? Number(text)
        : NaN;
  }
}
