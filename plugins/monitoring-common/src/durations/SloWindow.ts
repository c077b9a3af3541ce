/**
 * The period an SLO is measured over.
 *
 * @public
 */
export type SloWindow =
  | { type: 'rolling'; /** In seconds. */ duration: number }
  | {
      type: 'calendar';
      unit: 'day' | 'week' | 'month' | 'quarter' | 'year';
      /** How many of the unit; default 1. */
      count?: number;
      /** IANA name. */
      timeZone: string;
      /**
       * `YYYY-MM-DD HH:MM:SS` in the zone, from which windows are counted, before and after. Default
       * the beginning of a year; a Monday for weeks.
       */
      startTime?: string;
    };
