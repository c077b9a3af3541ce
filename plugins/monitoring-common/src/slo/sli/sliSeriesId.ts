import { formatDuration } from '../../durations/formatDuration';
import { Slo } from '../types';

const OPERATORS = { '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' };

function measured({ sliId, sli }: Pick<Slo, 'sliId' | 'sli'>): string {
  switch (sli.type) {
    case 'latency':
      return `${sliId}:${sli.thresholdSeconds}s`;
    case 'threshold':
      return `${sliId}:${OPERATORS[sli.operator]}${sli.value}`;
    default:
      return sliId;
  }
}

function counted({
  budgetingMethod = 'Occurrences',
  timeSlice,
}: Pick<Slo, 'budgetingMethod' | 'timeSlice'>): string[] {
  if (budgetingMethod === 'Occurrences') {
    return [];
  }
  return [
    budgetingMethod.toLowerCase(),
    ...(timeSlice ? [formatDuration(timeSlice.seconds)] : []),
    ...(budgetingMethod === 'Timeslices' && timeSlice?.target
      ? [timeSlice.target]
      : []),
  ];
}

/**
 * Value of the label `sli` on an SLI's recorded series. Together with the entity it names what is
 * measured and how it is counted, and nothing else: SLOs that differ only in objective, window or
 * owner share the series, and an edit of those costs no history. Each environment has series of
 * its own.
 *
 * @public
 */
export function sliSeriesId(
  slo: Pick<
    Slo,
    'sliId' | 'sli' | 'environment' | 'budgetingMethod' | 'timeSlice'
  >,
): string {
  const id = [measured(slo), ...counted(slo)].join(':');
  return slo.environment ? `${id}@${slo.environment}` : id;
}
