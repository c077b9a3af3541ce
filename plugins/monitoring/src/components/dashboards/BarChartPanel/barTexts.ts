import {
  Bar,
  BarChartData,
  BarChartOptions,
  ColorTheme,
  displayField,
} from '@sightline/backstage-plugin-monitoring-common';
import { Box, textWidth } from '../plot';
import type { BarLayoutInput, LaidBar } from './layoutBars';

/** Pixels above the area of a chart, for the values of the highest bars. */
export const VALUE_ROOM = 16;

const LARGEST_FONT = 14;
const SMALLEST_FONT = 8;
/** Of values that are written whether they fit or not. */
const LEAST_FONT = 10;
/** Of a bar's width that its text may fill. */
const TEXT_SHARE = 0.65;

/** Writes the values beside their bars, all in the size that fits everywhere. */
export function withTexts(
  { data, options, theme }: BarLayoutInput,
  bars: LaidBar[],
  stacks: (Bar | null)[][],
  area: Box,
  isUpright: boolean,
): { bars: LaidBar[]; fontSize?: number } {
  if (options.showValue === 'never' || bars.length === 0) {
    return { bars };
  }
  const texts = textsOf(data, options, stacks, theme);
  let fontSize = options.valueSize ?? LARGEST_FONT;
  if (options.valueSize === undefined) {
    for (const { box, series, group, isNegative } of bars) {
      const width = textWidth(texts[series][group], 1);
      const room = roomOf(box, area, isUpright, isNegative);
      fontSize = isUpright
        ? Math.min(fontSize, box.width / (width + 0.2), room)
        : Math.min(fontSize, box.height * TEXT_SHARE, room / width);
    }
  }
  if (options.showValue === 'always') {
    fontSize = Math.max(fontSize, LEAST_FONT);
  }
  // What is left out is in the tooltip and in the table.
  if (fontSize < SMALLEST_FONT) {
    return { bars };
  }
  const taken: Box[] = [];
  const written = bars.map(bar => {
    const text = texts[bar.series][bar.group];
    const box = textBox(bar, text, fontSize, isUpright);
    if (
      options.showValue === 'auto' &&
      taken.some(other => intersects(box, other))
    ) {
      return bar;
    }
    taken.push(box);
    return { ...bar, text };
  });
  return { bars: written, fontSize };
}

function textsOf(
  { series }: BarChartData,
  { stacking }: BarChartOptions,
  stacks: (Bar | null)[][],
  theme: ColorTheme,
): string[][] {
  const isPercent = stacking === 'percent';
  return series.map((field, index) => {
    const display = displayField(
      isPercent
        ? { ...field, config: { ...field.config, unit: 'percentunit' } }
        : field,
      { theme },
    );
    return field.values.map((value, group) => {
      const bar = stacks[group][index];
      return display(isPercent && bar ? bar.to - bar.from : value).full;
    });
  });
}

function roomOf(
  box: Box,
  area: Box,
  isUpright: boolean,
  isNegative: boolean,
): number {
  if (isUpright) {
    // Above the area there is some room of its own.
    return isNegative
      ? area.top + area.height - box.top - box.height
      : box.top - area.top + VALUE_ROOM - 3;
  }
  const end = isNegative
    ? box.left - area.left
    : area.left + area.width - box.left - box.width;
  return end - 6;
}

function textBox(
  { box, isNegative }: LaidBar,
  text: string,
  fontSize: number,
  isUpright: boolean,
): Box {
  const width = textWidth(text, fontSize);
  return isUpright
    ? {
        left: box.left + box.width / 2 - width / 2,
        width,
        top: isNegative ? box.top + box.height + 4 : box.top - 4 - fontSize,
        height: fontSize,
      }
    : {
        left: isNegative ? box.left - 4 - width : box.left + box.width + 4,
        width,
        top: box.top + box.height / 2 - fontSize / 2,
        height: fontSize,
      };
}

function intersects(one: Box, other: Box): boolean {
  return (
    one.left < other.left + other.width &&
    other.left < one.left + one.width &&
    one.top < other.top + other.height &&
    other.top < one.top + one.height
  );
}
