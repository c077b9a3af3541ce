import { Range, TimeInterval } from './timeIntervals';

const PRIME = 0x100000001b3n;
const OFFSET = 0xcbf29ce484222325n;
const WORD = (1n << 64n) - 1n;
/** Stands between two values; no text in UTF-8 holds it. */
const SEPARATOR = 255;

/** FNV-1 of 64 bits. */
function fnv(bytes: Iterable<number>): string {
  let hash = OFFSET;
  for (const byte of bytes) {
    hash = ((hash * PRIME) & WORD) ^ BigInt(byte);
  }
  return hash.toString(16).padStart(16, '0');
}

function numberBytes(value: number): number[] {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(BigInt(value));
  return [...bytes, SEPARATOR];
}

function textBytes(text: string): number[] {
  return [...Buffer.from(text, 'utf8'), SEPARATOR];
}

/** The version that 12.4 gives to a mute timing: it depends on its content alone. */
export function fingerprint(name: string, intervals: TimeInterval[]): string {
  const rangeBytes = (ranges: Range[]) => ranges.flat().flatMap(numberBytes);
  return fnv([
    ...textBytes(name),
    ...intervals.flatMap(interval => [
      ...rangeBytes(interval.times),
      ...rangeBytes(interval.months),
      ...rangeBytes(interval.daysOfMonth),
      ...rangeBytes(interval.weekdays),
      ...rangeBytes(interval.years),
      ...(interval.location ? textBytes(interval.location) : []),
    ]),
  ]);
}
