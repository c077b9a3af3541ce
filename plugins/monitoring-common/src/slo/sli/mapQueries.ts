import { Sli } from '../types';

/** An SLI with its queries changed; a latency's are made of its histogram, and it has none. */
export function mapQueries(sli: Sli, change: (query: string) => string): Sli {
  switch (sli.type) {
    case 'ratio': {
      const events = change(sli.bad ?? sli.good);
      const total = change(sli.total);
      return sli.bad === undefined
        ? { type: 'ratio', total, good: events }
        : { type: 'ratio', total, bad: events };
    }
    case 'uptime':
      return { ...sli, gauge: change(sli.gauge) };
    case 'raw':
      return { ...sli, errorRatio: change(sli.errorRatio) };
    case 'threshold':
      return { ...sli, query: change(sli.query) };
    default:
      return sli;
  }
}
