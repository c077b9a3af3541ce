import { FieldConfig, PanelKind, Thresholds } from '../types';

/** Kinds whose series have the palette's colours; the others are coloured by thresholds. */
const BY_PALETTE: PanelKind[] = [
  'timeseries',
  'piechart',
  'barchart',
  'histogram',
];

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
    color: defaults.color ?? {
      mode: BY_PALETTE.includes(kind) ? 'palette-classic' : 'thresholds',
    },
    thresholds: defaults.thresholds ?? THRESHOLDS,
  };
}
