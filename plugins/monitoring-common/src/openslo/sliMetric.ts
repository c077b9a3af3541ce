import { boundInUnits } from '../slo/sli/boundInUnits';
import { leMatcher } from '../slo/sli/leMatcher';
import { Sli } from '../slo/types';

/** An SLI in the terms of OpenSLO. */
export type SliMetric =
  | { kind: 'ratio'; side: 'good' | 'bad'; events: string; total: string }
  | { kind: 'raw'; failure: string }
  | {
      kind: 'threshold';
      query: string;
      operator: '<' | '<=' | '>' | '>=';
      value: number;
    };

/** Writes an SLI with the queries that OpenSLO wants. */
export function sliMetric(sli: Sli): SliMetric {
  switch (sli.type) {
    case 'ratio':
      return sli.bad !== undefined
        ? { kind: 'ratio', side: 'bad', events: sli.bad, total: sli.total }
        : { kind: 'ratio', side: 'good', events: sli.good, total: sli.total };
    case 'raw':
      return { kind: 'raw', failure: sli.errorRatio };
    case 'threshold':
      return {
        kind: 'threshold',
        query: sli.query,
        operator: sli.operator,
        value: sli.value,
      };
    case 'uptime':
      return {
        kind: 'threshold',
        query: `max(${sli.gauge})`,
        operator: '>=',
        value: 1,
      };
    default:
      return latencyMetric(sli);
  }
}

function latencyMetric(sli: Extract<Sli, { type: 'latency' }>): SliMetric {
  const { histogram, native, unitSeconds, thresholdSeconds } = sli;
  const matchers = ['$selector', sli.matchers].filter(Boolean).join(', ');
  if (native) {
    const increase = `sum(increase(${histogram}{${matchers}}[$window]))`;
    const total = `histogram_count(${increase})`;
    const threshold = boundInUnits(thresholdSeconds, unitSeconds);
    return {
      kind: 'ratio',
      side: 'good',
      events: `histogram_fraction(0, ${threshold}, ${increase}) * ${total}`,
      total,
    };
  }
  const le = leMatcher(thresholdSeconds, unitSeconds);
  return {
    kind: 'ratio',
    side: 'good',
    events: `sum(increase(${histogram}_bucket{${matchers}, ${le}}[$window]))`,
    total: `sum(increase(${histogram}_count{${matchers}}[$window]))`,
  };
}
