import { FieldConfig, PanelKind, Thresholds } from '../types';

/** Colour modes of kinds that are not coloured by thresholds. */
const COLOR_MODES: Partial<Record<PanelKind, string>> = {
  timeseries: 'palette-classic',
  piechart: 'palette-classic',
  barchart: 'palette-classic',
  histogram: 'palette-classic',
  'state-timeline': 'continuous-GrYlRd',
};

const THRESHOLDS: Thresholds = {
  mode: 'absolute',
  steps: [
    { value: -Infinity, color: 'green' },
    { value: 80, color: 'red' },
  ],
};

/** What Grafana's panels assume of values when the JSON says nothing. */
export function withPanelDefaults(
  kind: PanelKind,
  defaults: FieldConfig,
): FieldConfig {
  return {
    ...defaults,
    color: defaults.color ?? { mode: COLOR_MODES[kind] ?? 'thresholds' },
    thresholds: defaults.thresholds ?? THRESHOLDS,
  };
}
