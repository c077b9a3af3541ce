import { asNumber, asObject, asObjects, asText, asTexts } from '../model/json';
import { TimeSettings } from '../types';

const WEEK_STARTS = ['sunday', 'monday', 'saturday'] as const;

/**
 * How a dashboard lets its time be chosen.
 *
 * @param json - version 1 of the schema, or `timeSettings` of version 2
 */
export function parseTimeSettings(json: unknown): TimeSettings {
  const dashboard = asObject(json);
  const picker = { ...dashboard, ...asObject(dashboard.timepicker) };
  const weekStart = asText(dashboard.weekStart);
  const month = asNumber(dashboard.fiscalYearStartMonth);
  const nowDelay = asText(picker.nowDelay);
  const intervals = asTexts(
    picker.refresh_intervals ?? picker.autoRefreshIntervals,
  );
  const ranges = asObjects(picker.quick_ranges ?? picker.quickRanges).flatMap(
    range => {
      const [from, to] = [asText(range.from), asText(range.to)];
      return from && to
        ? [{ from, to, text: asText(range.display) ?? `${from} – ${to}` }]
        : [];
    },
  );
  const known = WEEK_STARTS.find(one => one === weekStart);
  return {
    isHidden: (picker.hidden ?? picker.hideTimepicker) === true,
    ...(known && { weekStart: known }),
    ...(month !== undefined &&
      month >= 0 &&
      month < 12 && { fiscalYearStartMonth: Math.floor(month) }),
    ...(nowDelay && { nowDelay }),
    ...(intervals.length > 0 && { refreshIntervals: intervals }),
    ...(ranges.length > 0 && { quickRanges: ranges }),
  };
}
