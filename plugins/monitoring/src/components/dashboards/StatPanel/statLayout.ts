import { TextSizes } from '@sightline/backstage-plugin-monitoring-common';
import { fitText, textWidth } from '../figures';

/** What decides how a figure is laid out. */
export interface StatContent {
  /** The longest name of all figures; absent when none is written. */
  name?: string;
  /** The longest figure of all, with its unit. */
  value: string;
  /** Whether an icon stands before a figure. */
  hasIcon: boolean;
  /** The unit of the longest figure. */
  unit: string;
  /** Whether the figure has a course of more than one value. */
  hasCourse: boolean;
  hasChange: boolean;
  wideLayout: boolean;
  text: TextSizes;
  /** For CSS. */
  font: string;
}

/** How a figure, its name and its course share a box; sizes in pixels. */
export interface StatLayout {
  /** Whether name and figure stand beside each other. */
  isWide: boolean;
  padding: number;
  nameSize: number;
  valueSize: number;
  changeSize: number;
  /** 0 when the course is not drawn. */
  chartHeight: number;
}

/** Of a unit, relative to its figure. */
export const UNIT_SIZE = 0.72;
/** Of the icon before a figure, and the space between them, relative to the figure. */
export const ICON_SIZE = 0.5;
export const ICON_GAP = 0.2;

const LINE_HEIGHT = 1.2;
const LARGEST_NAME = 30;
const SMALLEST = 12;
/** From this relation of width to height on, there is room beside the figure. */
const WIDE = 2.5;

/** The proportions of Grafana's `BigValueLayout`. */
export function statLayout(
  { width, height }: { width: number; height: number },
  content: StatContent,
): StatLayout {
  const { name, text, font } = content;
  const isWide = width / height > WIDE && content.wideLayout;
  const hasChart = content.hasCourse && height > (isWide ? 50 : 100);
  const padding = height > 100 ? 12 : 8;
  const room = { width: width - 2 * padding, height: height - 2 * padding };
  const shares = sharesOf(isWide, hasChart, name !== undefined);
  const usual = name
    ? fitText(
        name,
        {
          width: room.width * shares.nameWidth,
          height: (isWide ? room.height : height) * shares.nameHeight,
        },
        font,
        { max: LARGEST_NAME, min: SMALLEST },
      )
    : 0;
  const nameSize = name === undefined ? 0 : text.titleSize ?? usual;
  const aboveValue = isWide ? 0 : nameSize * LINE_HEIGHT;
  const chartShare = hasChart ? shares.chart : 0;
  const valueHeight = isWide
    ? room.height * (hasChart ? shares.chart : 1)
    : room.height - height * chartShare - aboveValue;
  const valueSize =
    text.valueSize ??
    fitText(
      content.value || '1',
      {
        width: room.width * shares.valueWidth,
        height: valueHeight * (content.hasChange && !hasChart ? 0.75 : 1),
      },
      font,
      { min: SMALLEST, beside: besideValue(content) },
    );
  const drawnName = text.titleSize
    ? nameSize
    : Math.min(nameSize, Math.max(SMALLEST, valueSize * 0.7));
  const leastChart = hasChart ? height * shares.chart : 0;
  const unused = height - (drawnName + valueSize) * LINE_HEIGHT - padding;
  return {
    isWide,
    padding,
    nameSize: drawnName,
    valueSize,
    changeSize: text.percentSize ?? Math.max(valueSize / 2.5, SMALLEST),
    // Below the texts, the course takes all that is left.
    chartHeight:
      hasChart && !isWide ? Math.max(leastChart, unused) : leastChart,
  };
}

/** How much wider an icon makes a figure than its text is, whose unit is drawn smaller; in ems. */
function besideValue({ hasIcon, unit, font }: StatContent): number {
  return hasIcon
    ? Math.max(
        0,
        ICON_SIZE + ICON_GAP - (1 - UNIT_SIZE) * textWidth(unit, font),
      )
    : 0;
}

function sharesOf(isWide: boolean, hasChart: boolean, isNamed: boolean) {
  if (isWide && hasChart) {
    return { nameWidth: 0.6, nameHeight: 0.4, valueWidth: 0.4, chart: 0.5 };
  }
  if (isWide) {
    return {
      nameWidth: 0.6,
      nameHeight: 1,
      valueWidth: isNamed ? 0.3 : 1,
      chart: 0,
    };
  }
  return { nameWidth: 1, nameHeight: 0.15, valueWidth: 1, chart: 0.25 };
}
