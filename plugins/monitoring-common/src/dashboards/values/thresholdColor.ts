import { ThresholdStep, Thresholds } from '../types';

/**
 * The step that a value has reached.
 *
 * @param bounds - what 0 and 100 percent are, for thresholds in percent; default 0 and 100
 * @returns undefined when there are no steps
 * @public
 */
export function thresholdStep(
  value: number,
  thresholds: Thresholds | undefined,
  bounds: { min?: number; max?: number } = {},
): ThresholdStep | undefined {
  const steps = thresholds?.steps ?? [];
  const { min = 0, max = 100 } = bounds;
  const position =
    thresholds?.mode === 'percentage'
      ? ((value - min) / (max - min)) * 100
      : value;
  return steps.findLast(step => position >= step.value) ?? steps[0];
}

/**
 * The colour of the step that a value has reached, as named in the dashboard.
 *
 * @public
 */
export function thresholdColor(
  value: number,
  thresholds: Thresholds | undefined,
  bounds: { min?: number; max?: number } = {},
): string | undefined {
  return thresholdStep(value, thresholds, bounds)?.color;
}
