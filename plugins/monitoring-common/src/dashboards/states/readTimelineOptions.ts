import { JsonObject } from '@backstage/types';
import { asChoice, asNumber } from '../model/json';

/** Of state timelines and status histories. @public */
export interface TimelineOptions {
  /** Whether equal states that follow one another are one. */
  mergeValues: boolean;
  showValue: 'auto' | 'always' | 'never';
  alignValue: 'left' | 'center' | 'right';
  /** Share of a row that is filled: 0..1. */
  rowHeight: number;
  /** Share of a column that is filled, in a status history: 0..1. */
  colWidth: number;
  /** Rows on a page; absent: all are on one. */
  perPage?: number;
}

/**
 * The options of a state timeline or a status history; what is missing gets Grafana's default.
 *
 * @public
 */
export function readTimelineOptions(options: JsonObject): TimelineOptions {
  const perPage = asNumber(options.perPage);
  return {
    mergeValues: options.mergeValues !== false,
    showValue: asChoice(options.showValue, ['auto', 'always', 'never']),
    alignValue: asChoice(options.alignValue, ['left', 'center', 'right']),
    rowHeight: share(options.rowHeight),
    colWidth: share(options.colWidth),
    perPage:
      perPage !== undefined && perPage >= 1 ? Math.floor(perPage) : undefined,
  };
}

function share(value: unknown): number {
  return Math.min(1, Math.max(0.05, asNumber(value) ?? 0.9));
}
