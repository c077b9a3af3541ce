import { Sli } from '@sightline/backstage-plugin-monitoring-common';

/** One of the queries that an SLI is measured with. */
export interface SliQuery {
  /** Its part in the SLI, `bad`; empty when there is no other. */
  part: string;
  /** With `$selector` and `$window`. */
  query: string;
}

/** The queries of an SLI; a latency is counted by its histogram. */
export function sliQueries(sli: Sli): SliQuery[] {
  switch (sli.type) {
    case 'ratio':
      return [
        sli.bad === undefined
          ? { part: 'good', query: sli.good }
          : { part: 'bad', query: sli.bad },
        { part: 'total', query: sli.total },
      ];
    case 'latency': {
      const matchers = ['$selector', sli.matchers].filter(Boolean).join(', ');
      const series = sli.native ? sli.histogram : `${sli.histogram}_bucket`;
      return [{ part: '', query: `${series}{${matchers}}` }];
    }
    case 'uptime':
      return [{ part: '', query: sli.gauge }];
    case 'raw':
      return [{ part: '', query: sli.errorRatio }];
    default:
      return [{ part: '', query: sli.query }];
  }
}
