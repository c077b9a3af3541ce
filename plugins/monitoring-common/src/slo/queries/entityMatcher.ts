import { identityRef } from '../../annotations/identity';
import { LabelMatcher } from '../../annotations/types';
import { quoteRegex } from '../sli/quoteRegex';
import { Slo } from '../types';

/** Matches the series of the SLOs' entities; one text however the SLOs are ordered. */
export function entityMatcher(slos: readonly Slo[]): LabelMatcher {
  const entities = [...new Set(slos.map(identityRef))];
  return {
    label: 'entity',
    operator: '=~',
    value: entities.map(quoteRegex).sort().join('|'),
  };
}
