import { FieldConfig, ThresholdStep } from '../types';
import { formattedText, formatValue } from '../units/formatValue';

/**
 * What the steps of thresholds are called: `< 80`, `80+`.
 *
 * @see Grafana's `getThresholdItems`
 * @public
 */
export function thresholdLabels(
  config: Pick<FieldConfig, 'thresholds' | 'unit' | 'decimals'>,
): { text: string; step: ThresholdStep }[] {
  const { mode, steps = [] } = config.thresholds ?? {};
  const unit = mode === 'percentage' ? 'percent' : config.unit;
  const write = (value: number) =>
    formattedText(formatValue(value, unit, config.decimals));
  return steps.map((step, index) => {
    const next = steps[index + 1];
    return {
      step,
      text:
        step.value === -Infinity && next
          ? `< ${write(next.value)}`
          : `${write(step.value)}+`,
    };
  });
}
