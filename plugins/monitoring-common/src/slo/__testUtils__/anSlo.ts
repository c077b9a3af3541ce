import { Slo } from '../types';

/**
 * An availability SLO of 99.9 % over 30 days.
 *
 * @param name - of its service, which its selector names
 */
export function anSlo(
  name: string = 'ingestor',
  changes: Partial<Slo> = {},
): Slo {
  return {
    id: 'availability',
    entityRef: `component:default/${name}`,
    title: 'Availability',
    sliId: 'http:availability',
    sli: {
      type: 'ratio',
      bad: 'increase(requests_total{$selector, code=~"5.."}[$window])',
      total: 'increase(requests_total{$selector}[$window])',
    },
    selector: `service="${name}"`,
    objective: '0.999',
    window: { type: 'rolling', duration: 2_592_000 },
    ...changes,
  };
}
