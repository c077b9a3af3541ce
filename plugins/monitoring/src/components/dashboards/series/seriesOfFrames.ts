import {
  ColorTheme,
  DataField,
  DataFrame,
  FieldConfig,
  GraphStyle,
  readGraphStyle,
  reduceValues,
  resolveColor,
  seriesColor,
  thresholdColor,
} from '@sightline/backstage-plugin-monitoring-common';

/** One series of a panel, ready to be drawn. */
export interface PanelSeries {
  /** Unique within the panel, and the same after a refresh. */
  key: string;
  refId: string;
  name: string;
  labels: Record<string, string>;
  /** For CSS. */
  color: string;
  config: FieldConfig;
  style: GraphStyle;
  /** Unix milliseconds, ascending. */
  times: number[];
  /** One for each time; null where there is none. */
  values: (number | null)[];
}

/** The series among a panel's frames: every field of numbers beside a field of times. */
export function seriesOfFrames(
  frames: DataFrame[],
  theme: ColorTheme,
): PanelSeries[] {
  const uses = new Map<string, number>();
  return frames.flatMap(frame => {
    const times = frame.fields.find(({ type }) => type === 'time')?.values;
    return frame.fields
      .filter(({ type }) => type === 'number')
      .map(field => {
        const name = field.state?.displayName ?? field.name;
        const refId = frame.refId ?? '';
        const identity = `${refId}/${name}`;
        const use = uses.get(identity) ?? 0;
        uses.set(identity, use + 1);
        const values = field.values as (number | null)[];
        return {
          key: use ? `${identity}/${use}` : identity,
          refId,
          name,
          labels: field.labels ?? {},
          color: colorOf(field, values, theme),
          config: field.config,
          style: readGraphStyle(field.config.custom),
          times: (times ?? values.map(() => 0)) as number[],
          values,
        };
      });
  });
}

function colorOf(
  { config, state }: DataField,
  values: (number | null)[],
  theme: ColorTheme,
): string {
  const { mode, fixedColor } = config.color ?? {};
  const index = state?.seriesIndex ?? 0;
  if ((mode === 'fixed' || mode === 'shades') && fixedColor) {
    return resolveColor(fixedColor, theme);
  }
  if (mode === 'thresholds') {
    const last = reduceValues(values, 'lastNotNull') ?? -Infinity;
    const color = thresholdColor(last, config.thresholds, config);
    return color ? resolveColor(color, theme) : seriesColor(index, theme);
  }
  return seriesColor(index, theme);
}
