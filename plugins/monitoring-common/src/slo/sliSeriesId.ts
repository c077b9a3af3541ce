import { Slo } from './types';

/**
 * Value of the label `sli` on an SLI's recorded series. Together with the entity it names what is
 * measured and nothing else: SLOs that differ only in objective, window or owner share the series,
 * and an edit of those costs no history. Each environment has series of its own.
 *
 * @public
 */
export function sliSeriesId({
  sliId,
  sli,
  environment,
}: Pick<Slo, 'sliId' | 'sli' | 'environment'>): string {
  const measured =
    sli.type === 'latency' ? `${sliId}:${sli.thresholdSeconds}s` : sliId;
  return environment ? `${measured}@${environment}` : measured;
}
