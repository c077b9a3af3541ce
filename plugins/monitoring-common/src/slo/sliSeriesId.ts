import { Slo } from './types';

/**
 * Value of the label `sli` on an SLI's recorded series. Together with the entity it names what is
 * measured and nothing else: SLOs that differ only in objective, window or owner share the series,
 * and an edit of those costs no history.
 *
 * @public
 */
export function sliSeriesId({
  sliId,
  sli,
}: Pick<Slo, 'sliId' | 'sli'>): string {
  return sli.type === 'latency' ? `${sliId}:${sli.thresholdSeconds}s` : sliId;
}
