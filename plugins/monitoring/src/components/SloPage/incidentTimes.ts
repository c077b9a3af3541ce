import { SloIncident } from '@sightline/backstage-plugin-monitoring-common';
import { formatDay, formatTime, TimeFormat } from '../../format';
import { formatMinute } from '../dashboards/series/clockText';

/**
 * When an incident began and ended, in few characters: `31 Oct, 09:14` and `09:52`, the end with
 * its day where that is another one; `13:50 UTC` for one of today.
 */
export function incidentTimes(
  incident: SloIncident,
  format: TimeFormat,
): { from: string; to: string } {
  const { start, end = format.now / 1000 } = incident;
  const day = (time: number) => formatDay(time * 1000, format);
  const minute = (time: number) => formatMinute(time * 1000, format.timeZone);
  if (day(start) === day(format.now / 1000)) {
    return {
      from:
        incident.end === undefined
          ? formatTime(start * 1000, format)
          : minute(start),
      to: formatTime(end * 1000, format),
    };
  }
  return {
    from: `${day(start)}, ${minute(start)}`,
    to: day(start) === day(end) ? minute(end) : `${day(end)}, ${minute(end)}`,
  };
}
