import { identityRef } from '../../annotations/identity';
import { formatDuration } from '../../durations/formatDuration';
import { BURN_RATE_TIERS } from '../alerts/BurnRateTier';
import { EventKind, recordedSelector } from '../recording/recordedSeries';
import { sliExpressions } from '../sli/sliExpressions';
import { Slo } from '../types';

/** Every how many seconds the recorded 5-minute pair is taken. */
const RECORDED_STEP = 300;

/**
 * Range queries for an SLO's past. Each answers the bad and total events of every step (label
 * `part` is `bad` or `total`), from which all figures of a history are summed.
 *
 * @public
 */
export interface SloHistoryQueries {
  /** From what the rules recorded; with the alerts that fired (`part` is `alert`, by `tier` and `severity`). */
  recorded: string;
  /** Dearer; right from the first day. */
  raw: string;
}

function part(name: string, expression: string): string {
  return `label_replace(${expression}, "part", "${name}", "", "")`;
}

/** The 5-minute pair is a second short of the step, because Prometheus 2 counts the left border and Prometheus 3 does not. */
function recordedEvents(slo: Slo, kind: EventKind, step: number): string {
  const pair = recordedSelector(kind, RECORDED_STEP, slo);
  return step === RECORDED_STEP
    ? `max(${pair})`
    : `max(sum_over_time(${pair}[${formatDuration(step - 1)}:5m]))`;
}

/**
 * The PromQL of an SLO's past.
 *
 * @param options - `step` of the range query, in seconds: a multiple of 300; its times must be
 *   multiples of 300 too
 * @public
 */
export function sloHistoryQueries(
  slo: Slo,
  options: { step: number },
): SloHistoryQueries {
  const { step } = options;
  const raw = sliExpressions(slo, step);
  const tiers = BURN_RATE_TIERS.join('|');
  const alerts = `ALERTS{entity="${identityRef(slo)}", slo="${
    slo.id
  }", alertstate="firing", tier=~"${tiers}"}`;
  return {
    recorded: [
      part('bad', recordedEvents(slo, 'bad', step)),
      part('total', recordedEvents(slo, 'total', step)),
      part('alert', `max by (tier, severity) (${alerts})`),
    ].join(' or '),
    raw: [part('bad', raw.bad), part('total', raw.total)].join(' or '),
  };
}
