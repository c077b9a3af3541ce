import { identityRef } from '../../annotations/identity';
import { formatLabelMatchers } from '../../promql/formatLabelMatchers';
import { parseLabelMatchers } from '../../promql/parseLabelMatchers';
import { shareExpression } from '../../promql/shareExpression';
import { mapQueries } from '../sli/mapQueries';
import { sliSeriesId } from '../sli/sliSeriesId';
import { Sli, Slo } from '../types';

/** How an SLO is recorded together with those of other services. */
export interface SloSharing {
  /** SLOs of one set are recorded by the same rules. */
  set: string;
  /** The SLI with queries that answer for many services at once. */
  sli: Sli;
  /** Label that tells the services apart. */
  label: string;
  /** The service's value of it: the name of its entity. */
  name: string;
  /** The entity's ref without its name, `component:default/`. */
  refPrefix: string;
  /** What else the selector says, as PromQL without braces; empty for nothing. */
  matchers: string;
}

/** Rewrites all queries of an SLI; `undefined` when one is refused. */
function shareSli(sli: Sli, label: string): Sli | undefined {
  if (sli.type === 'latency') {
    const matchers = ['$selector', sli.matchers].filter(Boolean).join(', ');
    const query = `${sli.histogram}{${matchers}}`;
    return shareExpression(query, label) === undefined ? undefined : sli;
  }
  let isRefused = false;
  const shared = mapQueries(sli, query => {
    const rewritten = shareExpression(query, label);
    isRefused ||= rewritten === undefined;
    return rewritten ?? query;
  });
  return isRefused ? undefined : shared;
}

/**
 * How an SLO shares its rules; `undefined` when it has rules of its own: its selector does not
 * name its entity, once and by an equals sign, or a query cannot be rewritten without doubt.
 */
export function sloSharing(slo: Slo): SloSharing | undefined {
  const { matchers, error } = parseLabelMatchers(slo.selector);
  const ref = identityRef(slo);
  const name = ref.slice(ref.lastIndexOf('/') + 1);
  const named = matchers.filter(({ value }) => value === name);
  const [identity] = named;
  if (error || named.length !== 1 || identity.operator !== '=') {
    return undefined;
  }
  const { label } = identity;
  const others = matchers.filter(matcher => matcher !== identity);
  const isTaken = ['entity', 'sli', 'environment', 'le', '__name__'].includes(
    label,
  );
  if (isTaken || others.some(other => other.label === label)) {
    return undefined;
  }
  const sli = shareSli(slo.sli, label);
  if (!sli) {
    return undefined;
  }
  const refPrefix = ref.slice(0, ref.length - name.length);
  const rest = formatLabelMatchers(others);
  const { budgetingMethod = 'Occurrences', timeSlice } = slo;
  const set = JSON.stringify([
    sliSeriesId(slo),
    slo.environment ?? '',
    refPrefix,
    label,
    rest,
    sli,
    budgetingMethod === 'Occurrences' ? {} : { budgetingMethod, timeSlice },
  ]);
  return { set, sli, label, name, refPrefix, matchers: rest };
}
