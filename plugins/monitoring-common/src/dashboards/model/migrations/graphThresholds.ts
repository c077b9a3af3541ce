import { JsonObject } from '@backstage/types';
import { asNumber, asObjects, asText } from '../json';

/** Value of the step that starts at minus infinity: JSON writes null. */
const LOWEST = null;

/**
 * The thresholds of a former graph, each of which was above or below its value and had a line,
 * an area or both.
 */
export function graphThresholds(
  json: unknown,
): { thresholds: JsonObject; style: JsonObject } | undefined {
  const sorted = asObjects(json)
    .filter(one => asNumber(one.value) !== undefined)
    .sort((a, b) => asNumber(a.value)! - asNumber(b.value)!);
  if (!sorted.length) {
    return undefined;
  }
  const steps: JsonObject[] = [];
  for (const [at, threshold] of sorted.entries()) {
    const value = asNumber(threshold.value)!;
    if (threshold.op === 'gt') {
      steps.push({ value, color: colorOf(threshold) });
    } else if (threshold.op === 'lt') {
      if (!steps.length) {
        steps.push({ value: LOWEST, color: colorOf(threshold) });
      }
      const next = sorted[at + 1];
      steps.push({
        value,
        color: next?.op === 'lt' ? colorOf(next) : 'transparent',
      });
    }
  }
  if (steps.length && steps[0].value !== LOWEST) {
    steps.unshift({ value: LOWEST, color: 'transparent' });
  }
  const hasArea = sorted.some(one => one.fill);
  const hasLine = sorted.some(one => one.line);
  const filled = hasLine ? 'line+area' : 'area';
  return {
    thresholds: { mode: 'absolute', steps },
    style: { mode: hasArea ? filled : 'line' },
  };
}

function colorOf({ colorMode, fillColor, lineColor }: JsonObject): string {
  switch (colorMode) {
    case 'warning':
      return 'orange';
    case 'custom':
      return asText(fillColor) ?? asText(lineColor) ?? 'red';
    default:
      return 'red';
  }
}
