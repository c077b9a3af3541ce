import { hourlyRange } from '../windows/hourlyRange';
import { recordedWindows } from '../recording/recordedWindows';
import { sliExpressions } from '../sli/sliExpressions';
import { sloWindowStart } from '../windows/sloWindowStart';
import { Slo } from '../types';
import { windowHours } from '../windows/windowHours';

/** A calendar window that has only begun is looked at for so long. In seconds. */
const SHORTEST = 300;

/**
 * Instant queries for one SLO on its raw series: for an SLO whose rules have not recorded its
 * whole window yet.
 *
 * @public
 */
export interface SloRawQueries {
  /** Bad events; label `window` is the window in seconds. */
  bad: string;
  /** All events; label `window` is the window in seconds. */
  total: string;
  /** Hours of the SLO's window for which there is data; no labels. */
  hours: string;
  /** The SLO's window as it is named in the label `window`, in seconds: from its beginning to now. */
  windowSeconds: number;
}

/**
 * The queries that answer for one SLO without any recorded series, whatever its SLI, method and
 * window. All are instant queries at `time`.
 *
 * @param time - Unix seconds, an integer
 * @public
 */
export function sloRawQueries(slo: Slo, time: number): SloRawQueries {
  const windowSeconds = Math.max(
    SHORTEST,
    time - sloWindowStart(slo.window, time),
  );
  const windows = [...new Set([...recordedWindows([slo]), windowSeconds])];
  const all = (kind: 'bad' | 'total') =>
    windows
      .map(
        window =>
          `label_replace(${
            sliExpressions(slo, window)[kind]
          }, "window", "${window}", "", "")`,
      )
      .join(' or ');
  return {
    bad: all('bad'),
    total: all('total'),
    hours: `count_over_time((${sliExpressions(slo, 3_600).total})${hourlyRange(
      windowHours(slo.window, time),
    )})`,
    windowSeconds,
  };
}
