import { RuleGroup } from '../../rules/types';
import { generateSloRules } from '../generateSloRules';
import { Slo } from '../types';
import { anSlo } from './anSlo';

export const availability = anSlo();

export const series = (name: string, values: string) => ({
  series: name,
  values,
});
export const good = 'requests_total{service="ingestor", code="200"}';
export const bad = 'requests_total{service="ingestor", code="503"}';

/** Rounded, because PromQL extrapolates to fractions of events. */
export const recorded = (
  name: string,
  eval_time: string,
  value?: number,
  more: string = '',
) => ({
  expr: `round(sum(sightline:${name}{entity="component:default/ingestor"${more}}), 0.001)`,
  eval_time,
  exp_samples: value === undefined ? [] : [{ labels: '{}', value }],
});

/** NaN is the only value that differs from itself. */
export const NO_NAN = {
  expr: 'sum({__name__=~"sightline:.*"}) != sum({__name__=~"sightline:.*"})',
  exp_samples: [],
};

/** Another service beside the one that is looked at; it is not to be counted with it. */
export const noise = series(
  'requests_total{service="gateway", code="503"}',
  '0+7x500',
);

/** The rules of an SLO of two services. */
export function rulesOf(slo: Partial<Slo>, share: boolean): RuleGroup[] {
  const one = anSlo('ingestor', slo);
  const { entityRef, selector } = anSlo('gateway');
  return generateSloRules([one, { ...one, entityRef, selector }], { share });
}
