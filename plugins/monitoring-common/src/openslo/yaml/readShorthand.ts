import { YamlNode } from './YamlNode';

/** Seconds of a unit; months, quarters and years as in OpenSLO's own library. */
const UNITS: Record<string, number> = {
  m: 60,
  h: 3_600,
  d: 86_400,
  w: 604_800,
  M: 30 * 86_400,
  Q: 90 * 86_400,
  Y: 365 * 86_400,
};

/** A duration as OpenSLO writes it. */
export interface Shorthand {
  count: number;
  unit: 'm' | 'h' | 'd' | 'w' | 'M' | 'Q' | 'Y';
  seconds: number;
}

/** Reads `5m`, `30d`, `1M`: a whole number and one of m h d w M Q Y. */
export function readShorthand(node: YamlNode): Shorthand | undefined {
  const text = node.text();
  if (text === undefined) {
    return undefined;
  }
  const match = /^([1-9]\d{0,5})([mhdwMQY])$/.exec(text);
  if (!match) {
    node.error(
      `${node.quote()} is no duration: write a whole number and one of m (minutes), h, d, w, M (months), Q, Y, such as 30d`,
    );
    return undefined;
  }
  const count = Number(match[1]);
  const unit = match[2] as Shorthand['unit'];
  return { count, unit, seconds: count * UNITS[unit] };
}

/** Writes seconds as OpenSLO does, in the largest unit that fits: `30d`. */
export function formatShorthand(seconds: number): string {
  for (const unit of ['d', 'h'] as const) {
    if (seconds % UNITS[unit] === 0) {
      return `${seconds / UNITS[unit]}${unit}`;
    }
  }
  return `${Math.ceil(seconds / UNITS.m)}m`;
}
