import { StatItem } from './statItems';

/** How good a figure is, as far as its colour says so. */
export type StatTone = 'good' | 'warning' | 'bad';

/** The step of the thresholds that a figure has reached. */
export interface StatLevel {
  tone: StatTone;
  /** Where the step begins; absent for the lowest one. */
  limit?: number;
  /** Where the next step begins. */
  next?: number;
}

/**
 * What the thresholds of a figure mean, so that it need not be told by colour alone.
 *
 * @returns undefined when there is nothing to compare, or the colours mean nothing known
 */
export function statLevel({ value, series }: StatItem): StatLevel | undefined {
  const { thresholds, color } = series.config;
  if (
    value === undefined ||
    color?.mode !== 'thresholds' ||
    thresholds?.mode !== 'absolute' ||
    thresholds.steps.length < 2
  ) {
    return undefined;
  }
  const { steps } = thresholds;
  const index = Math.max(
    0,
    steps.findLastIndex(step => value >= step.value),
  );
  const tone = toneOf(steps[index].color);
  return (
    tone && {
      tone,
      limit: index > 0 ? steps[index].value : undefined,
      next: steps[index + 1]?.value,
    }
  );
}

function toneOf(color: string): StatTone | undefined {
  if (/green/.test(color)) {
    return 'good';
  }
  if (/yellow|orange/.test(color)) {
    return 'warning';
  }
  return /red/.test(color) ? 'bad' : undefined;
}
