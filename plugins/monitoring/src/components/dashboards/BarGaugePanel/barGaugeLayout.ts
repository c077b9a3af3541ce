import {
  BarGaugeOptions,
  TextSizes,
} from '@sightline/backstage-plugin-monitoring-common';
import { fitText, textWidth } from '../figures';

/** How a bar, its name and its figure share a box; sizes in pixels. */
export interface BarGaugeLayout {
  name: {
    place: 'above' | 'left' | 'below' | 'none';
    size: number;
    width: number;
  };
  value: { size: number; width: number; height: number };
  /** The longest that the bar can be, and how thick it is. */
  bar: { length: number; thickness: number };
}

const SMALLEST_VALUE = 18;
const LARGEST_VALUE = 50;
const LARGEST_VALUE_WIDTH = 150;
const SMALLEST_TYPE = 12;
const USUAL_TYPE = 14;
const NAME_LINE = 1.5;
const PADDING = 10;
/** Between the figures of bars beside each other. */
const UPRIGHT_GAP = 2;

/** The proportions of Grafana's bar gauges. */
export function barGaugeLayout(
  box: { width: number; height: number },
  isUpright: boolean,
  content: {
    /** The longest name of all; absent when none is written. */
    name?: string;
    /** The longest figure of all. */
    value: string;
    options: Pick<BarGaugeOptions, 'namePlacement' | 'valueMode'>;
    text: TextSizes;
    /** For CSS. */
    font: string;
  },
): BarGaugeLayout {
  const { options, text, font } = content;
  const name = nameLayout(box, isUpright, content);
  const isValueHidden = options.valueMode === 'hidden';
  const nameHeight =
    name.place === 'above' || name.place === 'below'
      ? name.size * NAME_LINE
      : 0;
  if (isUpright) {
    const height = isValueHidden
      ? 0
      : text.valueSize ??
        Math.min(Math.max(box.height * 0.1, SMALLEST_VALUE), LARGEST_VALUE);
    return {
      name,
      value: {
        width: box.width,
        height,
        size:
          text.valueSize ??
          // Half a figure would be a wrong one: however small, it is whole.
          fitText(
            content.value,
            { width: box.width - UPRIGHT_GAP, height },
            font,
            { lineHeight: 1 },
          ),
      },
      bar: {
        length: Math.max(0, box.height - nameHeight - height),
        thickness: box.width,
      },
    };
  }
  const height = box.height - nameHeight;
  const measured =
    textWidth(content.value, font) *
      (text.valueSize ?? Math.max(name.size, SMALLEST_TYPE)) +
    2 * PADDING;
  const width = isValueHidden
    ? 0
    : Math.min(
        Math.max(Math.min(box.width * 0.2, LARGEST_VALUE_WIDTH), measured),
        box.width * 0.6,
      );
  return {
    name,
    value: {
      width,
      height,
      size:
        text.valueSize ??
        fitText(content.value, { width: width - 2 * PADDING, height }, font, {
          lineHeight: 1,
          min: SMALLEST_TYPE,
        }),
    },
    bar: {
      length: Math.max(0, box.width - name.width - width),
      thickness: Math.max(0, height),
    },
  };
}

function nameLayout(
  box: { width: number; height: number },
  isUpright: boolean,
  { name, options, text, font }: Parameters<typeof barGaugeLayout>[2],
): BarGaugeLayout['name'] {
  if (!name || options.namePlacement === 'hidden') {
    return { place: 'none', size: 0, width: 0 };
  }
  if (isUpright) {
    return { place: 'below', size: text.titleSize ?? USUAL_TYPE, width: 0 };
  }
  const isAbove =
    options.namePlacement === 'top' ||
    (options.namePlacement === 'auto' && box.height > 40);
  if (isAbove) {
    const height = Math.max(Math.min(box.height * 0.45, LARGEST_VALUE), 17);
    return {
      place: 'above',
      size: text.titleSize ?? Math.max(height / NAME_LINE, SMALLEST_TYPE),
      width: 0,
    };
  }
  const size =
    text.titleSize ?? Math.max(box.height * 0.6, SMALLEST_VALUE) / NAME_LINE;
  return {
    place: 'left',
    size,
    width: Math.min(textWidth(name, font) * size + 15, box.width * 0.4),
  };
}
