import {
  ColorTheme,
  DataFrame,
  displayField,
  FieldDisplay,
  fieldScale,
  resolveColor,
} from '@sightline/backstage-plugin-monitoring-common';

/** A part of a gauge's scale between two thresholds. */
export interface GaugeBand {
  /** Shares of the scale, 0..1. */
  from: number;
  to: number;
  /** For CSS. */
  color: string;
  /** Where it begins; absent for the first one. */
  limit?: string;
}

/** A figure on a scale. */
export interface GaugeFigure extends FieldDisplay {
  limits: { min: number; max: number };
  /** How the ends of the scale are written. */
  ends: { min: string; max: string };
  /** How far along the scale it is: 0..1. */
  share: number;
  /** From where along the scale it is drawn: 0 unless the author wants another place. */
  neutral: number;
  /** What the thresholds say of the scale; empty when they say nothing. */
  bands: GaugeBand[];
  /** The colour of the scale at a place, 0..1, for CSS. */
  colorAt: (share: number) => string;
}

/** Grafana's scale where nothing tells another one. */
const USUAL = { min: 0, max: 100 };
const WHOLE: Record<string, number> = { percent: 100, percentunit: 1 };

/**
 * Gives percentages the scale of the whole, as Grafana's gauges do: not that of the data.
 */
export function withWholeScale(frames: DataFrame[]): DataFrame[] {
  return frames.map(frame => ({
    ...frame,
    fields: frame.fields.map(field => {
      const whole = WHOLE[field.config.unit ?? ''];
      return field.type !== 'number' || whole === undefined
        ? field
        : {
            ...field,
            state: {
              displayName: field.name,
              seriesIndex: 0,
              ...field.state,
              range: {
                min: field.config.min ?? 0,
                max: field.config.max ?? whole,
              },
            },
          };
    }),
  }));
}

/** A figure with its place on its scale. */
export function gaugeFigure(
  figure: FieldDisplay,
  look: { theme: ColorTheme; timeZone?: string },
): GaugeFigure {
  const { config, display, source } = figure;
  const limits = {
    min: config.min ?? USUAL.min,
    max: config.max ?? USUAL.max,
  };
  const place = (value: number) => shareOf(value, limits);
  const field = {
    type: 'number' as const,
    config,
    state: {
      displayName: source?.field.state?.displayName ?? '',
      seriesIndex: source?.field.state?.seriesIndex ?? 0,
      range: limits,
    },
  };
  const write = displayField(
    { ...field, config: { ...config, mappings: [] } },
    look,
  );
  const scale = fieldScale(field, look.theme);
  const neutral = config.custom.neutral;
  return {
    ...figure,
    limits,
    ends: { min: write(limits.min).full, max: write(limits.max).full },
    share: place(display.numeric),
    neutral: typeof neutral === 'number' ? place(neutral) : 0,
    bands: bandsOf(figure, limits, look.theme, value => write(value).full),
    colorAt: share =>
      scale(limits.min + share * (limits.max - limits.min)).color,
  };
}

/** How far along the scale a value is: 0..1. */
export function shareOf(
  value: number,
  { min, max }: { min: number; max: number },
): number {
  const share = (value - min) / (max - min);
  return Number.isNaN(share) ? 0 : Math.min(1, Math.max(0, share));
}

function bandsOf(
  { config }: FieldDisplay,
  limits: { min: number; max: number },
  theme: ColorTheme,
  write: (value: number) => string,
): GaugeBand[] {
  const { mode, steps = [] } = config.thresholds ?? {};
  if (steps.length < 2 || config.color?.mode !== 'thresholds') {
    return [];
  }
  const valueOf = (limit: number) =>
    mode === 'percentage'
      ? limits.min + ((limits.max - limits.min) * limit) / 100
      : limit;
  const places = steps.map(({ value }) => shareOf(valueOf(value), limits));
  return steps
    .map(({ value, color }, index) => ({
      from: index === 0 ? 0 : places[index],
      to: places[index + 1] ?? 1,
      color: resolveColor(color, theme),
      limit: index === 0 ? undefined : write(valueOf(value)),
    }))
    .filter(({ from, to }) => to > from);
}
