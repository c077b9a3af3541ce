import {
  FieldDisplay,
  mapValue,
  Thresholds,
} from '@sightline/backstage-plugin-monitoring-common';

/** How good a figure is, as far as its colour says so. */
export type FigureTone = 'good' | 'warning' | 'bad';

/** The step of the thresholds that a figure has reached. */
export interface FigureLevel {
  tone: FigureTone;
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
export function figureLevel({
  value,
  config,
}: Pick<FieldDisplay, 'value' | 'config'>): FigureLevel | undefined {
  const { thresholds, color, mappings } = config;
  const mapped = mapValue(value, mappings);
  if (mapped) {
    // The word says what it means; the colour only how good that is.
    const tone = mapped.color && toneOf(mapped.color);
    return tone ? { tone } : undefined;
  }
  if (
    value === undefined ||
    color?.mode !== 'thresholds' ||
    isUntouched(thresholds) ||
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

/** What Grafana writes into every new panel; nobody meant 80 of anything. */
function isUntouched(thresholds: Thresholds | undefined): boolean {
  const [first, second, ...others] = thresholds?.steps ?? [];
  return (
    others.length === 0 && first?.color === 'green' && second?.value === 80
  );
}

function toneOf(color: string): FigureTone | undefined {
  if (/green/.test(color)) {
    return 'good';
  }
  if (/yellow|orange/.test(color)) {
    return 'warning';
  }
  return /red/.test(color) ? 'bad' : undefined;
}
