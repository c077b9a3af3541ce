import { resolveColor } from '../values/palette';
import { DisplayLook } from '../values/displayField';
import { displayOfRow, StateDisplay } from './displayOfRow';
import { thresholdLabels } from './thresholdLabels';
import { TimelineRow } from './timelineRows';

/**
 * What the colours of a timeline stand for: the steps of thresholds, else every state that occurs. A
 * continuous scale has no legend.
 *
 * @see Grafana's `getFieldLegendItem`
 * @public
 */
export function stateLegend(
  rows: TimelineRow[],
  look: DisplayLook,
): StateDisplay[] {
  const config = rows[0]?.field.config;
  const mode = config?.color?.mode ?? 'fixed';
  if (mode === 'thresholds' && (config?.thresholds?.steps.length ?? 0) > 1) {
    return thresholdLabels(config).map(({ text, step }) => ({
      text,
      color: resolveColor(step.color, look.theme),
    }));
  }
  if (mode.startsWith('continuous')) {
    return [];
  }
  const colors = new Map<string, string>();
  for (const row of rows) {
    const { hideFrom } = row.field.config.custom as {
      hideFrom?: { legend?: boolean };
    };
    if (hideFrom?.legend) {
      continue;
    }
    const display = displayOfRow(row, look);
    for (const { value } of row.samples) {
      const { text, color } = display(value);
      colors.set(text, color);
    }
  }
  colors.delete('');
  return [...colors].map(([text, color]) => ({ text, color }));
}
