import { FakeExploreApi } from '../src/__testUtils__';

const PODS = ['ingestor-a', 'ingestor-b', 'ingestor-c'];
const STEP = 60;
const list = (...items: string[]) => ({ items, isCut: false });

/** A Prometheus that answers every expression alike. */
export const DEV_EXPLORE = FakeExploreApi.create({
  metrics: {
    items: [
      { name: 'up', type: 'gauge', help: 'Whether the last scrape worked.' },
      {
        name: 'http_requests_total',
        type: 'counter',
        help: 'Requests by method and code.',
      },
      {
        name: 'http_request_duration_seconds_bucket',
        type: 'histogram',
        help: 'How long requests take.',
      },
    ],
    isCut: false,
  },
  labels: list('__name__', 'code', 'job', 'method', 'pod'),
  values: list(...PODS),
  answer: ({ expression, range, instant }) => {
    if (expression.includes('refused')) {
      const offset = expression.indexOf('refused');
      return Object.assign(new Error('400'), {
        statusCode: 400,
        cause: Object.assign(new Error('This is refused here'), {
          position: { offset, length: 7, line: 1, column: offset + 1 },
        }),
      });
    }
    const count = Math.floor((range.to - range.from) / 1_000 / STEP) + 1;
    const times = instant
      ? [range.to]
      : Array.from({ length: count }, (_, i) => range.from + i * STEP * 1_000);
    return {
      frame: {
        refId: 'A',
        expression,
        resultType: instant ? 'vector' : 'matrix',
        stepSeconds: STEP,
        durationMs: 14,
        cache: 'partial',
        times,
        series: PODS.map((pod, index) => ({
          labels: { __name__: 'up', job: 'ingestor', pod },
          values: times.map(
            time => 20 + 6 * index + 4 * Math.sin(time / 600_000 + index),
          ),
        })),
      },
    };
  },
});
