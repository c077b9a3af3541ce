import { AnnotationProblem } from '../../annotations/types';
import { Slo } from '../types';
import { fewScrapes } from './fewScrapes';
import { fittedCatalogue } from './fittedCatalogue';
import { littleTraffic } from './littleTraffic';
import { longSlices } from './longSlices';
import { missingBucket } from './missingBucket';
import { refusedLabels } from './refusedLabels';
import { unreachablePairs } from './unreachablePairs';
import { GOOD_EXAMPLE } from './goodExample';
import { SloFacts } from './SloFacts';

/**
 * What an SLO that can be measured will not do, or will do otherwise than its author may think, with
 * the reason and what to write instead. None of them keeps it from being used.
 *
 * @param facts - of its metrics; what is not known is not judged
 * @public
 */
export function sloWarnings(
  slo: Slo,
  facts: SloFacts = {},
): AnnotationProblem[] {
  return [
    ...refusedLabels(slo),
    ...unreachablePairs(slo),
    ...littleTraffic(slo, facts),
    ...missingBucket(slo, facts),
    ...fewScrapes(slo, facts),
    ...fittedCatalogue(slo),
    ...longSlices(slo),
  ].map(({ message, example = GOOD_EXAMPLE }) => ({
    annotation: 'monitoring/slos',
    severity: 'warning',
    message,
    example,
  }));
}
