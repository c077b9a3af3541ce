import {
  ColorTheme,
  DataField,
  readGraphStyle,
} from '@sightline/backstage-plugin-monitoring-common';
import { valueTicks } from '../series';
import { textWidth } from './fitText';
import { roundTicks } from './roundTicks';
import { valueRange } from './valueRange';

/** A value axis: where values lie on it, and what is written where. */
export interface ValueScale {
  min: number;
  max: number;
  /** Where a value lies: 0 is the start, 1 the end; beyond for values that are not shown. */
  place: (value: number) => number;
  ticks: { at: number; text: string }[];
}

/** What a {@link ValueScale} is made for. */
export interface ValueScaleInput {
  /** Whose values are measured: the first one tells how they are written. */
  fields: DataField[];
  /** Smallest and largest value that is drawn. */
  data: { min: number; max: number };
  /** Whether values are shares of a whole. */
  isPercent?: boolean;
  /** Length of the axis, in pixels. */
  length: number;
  /** Whether it lies: then its texts need more room. */
  isHorizontal?: boolean;
  theme: ColorTheme;
}

const LEAST_SPACE = 30;
const SPACE_OF_TEXT = 16;

/** A scale of bars: it begins at 0 unless the author wants something else. */
export function valueScale(input: ValueScaleInput): ValueScale {
  const { fields, data, isPercent = false, length, theme } = input;
  const [first] = fields;
  const style = readGraphStyle(first.config.custom);
  const { softMin, softMax } = style.axis;
  const field: DataField = isPercent
    ? {
        ...first,
        config: { ...first.config, unit: 'percentunit', mappings: [] },
      }
    : { ...first, config: { ...first.config, mappings: [] } };
  const bound = (name: 'min' | 'max') =>
    isPercent
      ? undefined
      : fields.map(one => one.config[name]).find(one => one !== undefined);
  const [hardMin, hardMax] = [bound('min'), bound('max')];
  const range = isPercent
    ? { min: data.min < 0 ? -1 : 0, max: data.max > 0 ? 1 : 0 }
    : valueRange(data, {
        min: {
          hard: hardMin,
          soft: softMin ?? (hardMin === undefined ? 0 : undefined),
        },
        max: {
          hard: hardMax,
          soft: softMax ?? (hardMax === undefined ? 0 : undefined),
        },
      });
  if (style.scale.type === 'log' && data.max > 0) {
    return logScale(input, field, style.scale.base, range);
  }
  const span = range.max - range.min;
  const space = (pixels: number) => (pixels / Math.max(1, length)) * span;
  const ticksFor = (pixels: number) => {
    const { ticks, increment } = roundTicks(
      range.min,
      range.max,
      space(pixels),
    );
    const texts = valueTicks(ticks, increment, field, { theme });
    return ticks.map((at, index) => ({ at, text: texts[index] }));
  };
  let ticks = ticksFor(LEAST_SPACE);
  if (input.isHorizontal) {
    const longest = Math.max(0, ...ticks.map(({ text }) => textWidth(text)));
    ticks = ticksFor(longest + SPACE_OF_TEXT);
  }
  return { ...range, place: value => (value - range.min) / span, ticks };
}

/** Whole magnitudes around the values that are above 0. */
function logScale(
  { data, theme, length }: ValueScaleInput,
  field: DataField,
  base: number,
  range: { max: number },
): ValueScale {
  const log = (value: number) => Math.log(value) / Math.log(base);
  const low = Math.floor(log(data.min > 0 ? data.min : data.max / base ** 4));
  const high = Math.max(low + 1, Math.ceil(log(Math.max(data.max, range.max))));
  const most = Math.max(2, Math.floor(length / LEAST_SPACE));
  const every = Math.max(1, Math.ceil((high - low) / most));
  const ticks: { at: number; text: string }[] = [];
  for (let exponent = low; exponent <= high; exponent += every) {
    const at = base ** exponent;
    ticks.push({ at, text: valueTicks([at], at, field, { theme })[0] });
  }
  return {
    min: base ** low,
    max: base ** high,
    place: value => (value > 0 ? (log(value) - low) / (high - low) : 0),
    ticks,
  };
}
