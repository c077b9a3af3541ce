import { parseLabelMatchers } from '../../promql/parseLabelMatchers';
import { Slo } from '../types';
import { SloWarning } from './SloWarning';

/** Label matchers that no version of Prometheus reads. */
export function refusedLabels(slo: Slo): SloWarning[] {
  const texts = [
    slo.selector,
    slo.sli.type === 'latency' ? slo.sli.matchers : undefined,
  ];
  return texts.flatMap(text => {
    const error = text ? parseLabelMatchers(text).error : undefined;
    return error
      ? [
          {
            message: `Prometheus refuses the label matchers ${text} of '${slo.id}': ${error.message}. Names of labels are letters, digits and underscores`,
            example: 'job="ingestor"',
          },
        ]
      : [];
  });
}
