import {
  FieldDisplay,
  PieChartOptions,
  PieChartText,
} from '@sightline/backstage-plugin-monitoring-common';
import { figureText } from '../figures';

/** One slice, drawn or hidden. */
export interface PieItem {
  key: string;
  name: string;
  /** As it is written, with its unit. */
  value: string;
  /** Of all that is drawn, as it is written. */
  percent: string;
  numeric: number;
  /** Of all that is drawn, 0..1; absent when it is not. */
  share?: number;
  /** For CSS. */
  color: string;
  /** Where its slice begins and ends, in radians from the top; absent when it has none. */
  arc?: { start: number; end: number };
  inLegend: boolean;
  inTooltip: boolean;
  figure: FieldDisplay;
}

/** What is written for the part of something that is no part. */
const NO_PART = '-';

/**
 * The slices of a pie in their order, with parts as Grafana counts them: of what is drawn alone.
 *
 * @param isShown - whether the reader has not hidden it
 */
export function pieItems(
  displays: FieldDisplay[],
  options: Pick<PieChartOptions, 'sort'>,
  isShown: (key: string) => boolean = () => true,
): PieItem[] {
  const sorted = [...displays].sort(bySize(options.sort));
  const isDrawn = (display: FieldDisplay) =>
    !hiddenFrom(display, 'viz') &&
    isShown(display.key) &&
    Number.isFinite(display.display.numeric);
  const drawn = sorted.filter(isDrawn);
  const total = drawn.reduce((sum, { display }) => sum + display.numeric, 0);
  // Nothing below zero has a slice.
  const size = ({ display }: FieldDisplay) => Math.max(0, display.numeric);
  const whole = drawn.reduce((sum, display) => sum + size(display), 0);
  let angle = 0;
  return sorted.map(figure => {
    const { key, title = '', display, config } = figure;
    const share = isDrawn(figure) ? display.numeric / total : NaN;
    const item: PieItem = {
      key,
      name: title,
      value: figureText(display),
      percent: Number.isFinite(share)
        ? `${(share * 100).toFixed(decimalsOf(config.decimals))}%`
        : config.noValue ?? NO_PART,
      numeric: display.numeric,
      share: Number.isFinite(share) ? share : undefined,
      color: display.color,
      inLegend: !hiddenFrom(figure, 'legend'),
      inTooltip: !hiddenFrom(figure, 'tooltip'),
      figure,
    };
    if (!isDrawn(figure) || !(whole > 0) || size(figure) === 0) {
      return item;
    }
    const start = angle;
    angle += (size(figure) / whole) * 2 * Math.PI;
    return { ...item, arc: { start, end: angle } };
  });
}

/** What is written of a slice, in the order that the author wants. */
export function pieTexts(item: PieItem, wanted: PieChartText[]): string[] {
  return wanted.map(text => item[text]);
}

function bySize(sort: PieChartOptions['sort']) {
  return (a: FieldDisplay, b: FieldDisplay) => {
    const [one, other] = [a.display.numeric, b.display.numeric];
    if (Number.isNaN(one) || Number.isNaN(other)) {
      return Number(Number.isNaN(one)) - Number(Number.isNaN(other));
    }
    if (sort === 'none' || one === other) {
      return 0;
    }
    return (one < other ? -1 : 1) * (sort === 'desc' ? -1 : 1);
  };
}

function hiddenFrom(
  { config }: FieldDisplay,
  place: 'viz' | 'legend' | 'tooltip',
): boolean {
  const { hideFrom } = config.custom;
  return (
    typeof hideFrom === 'object' &&
    hideFrom !== null &&
    !Array.isArray(hideFrom) &&
    hideFrom[place] === true
  );
}

function decimalsOf(decimals: number | undefined): number {
  return Math.min(20, Math.max(0, Math.trunc(decimals ?? 0)));
}
