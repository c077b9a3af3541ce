import { DashboardAnnotation } from '@sightline/backstage-plugin-monitoring-common';
import fc from 'fast-check';
import { marksOfSeries } from './marksOfSeries';

function anAnnotation(
  changes: Partial<DashboardAnnotation> = {},
): DashboardAnnotation {
  return {
    name: 'Restarts',
    enabled: true,
    hidden: false,
    color: 'red',
    isBuiltIn: false,
    useValueForTime: false,
    matchAny: false,
    ...changes,
  };
}

const labels = { job: 'api', pod: 'api-0' };

function regions(
  times: number[],
  values: number[],
  changes: Partial<DashboardAnnotation> = {},
) {
  return marksOfSeries(
    anAnnotation(changes),
    [{ labels, times, values }],
    60,
    'x',
  ).map(({ from, to }) => [from, to]);
}

it('joins samples that are a step apart, and parts what is further', () => {
  expect(regions([60, 120, 180, 300, 420], [1, 2, 1, 1, 0.5])).toEqual([
    [60_000, 180_000],
    [300_000, undefined],
    [420_000, undefined],
  ]);
});

it('marks nothing where the value is not above zero', () => {
  expect(regions([60, 120, 180, 240], [0, -1, NaN, Infinity])).toEqual([
    [240_000, undefined],
  ]);
});

it('takes values for times when told so', () => {
  expect(
    regions([60, 120, 180, 240], [5_000.7, NaN, 900_000, 9e15], {
      useValueForTime: true,
    }),
  ).toEqual([
    [5_000, undefined],
    [900_000, undefined],
  ]);
});

it('says title, text and tags of the series', () => {
  const [mark] = marksOfSeries(
    anAnnotation({
      titleFormat: 'Restart of {{ pod }}',
      textFormat: '{{missing}} {{constructor}}',
      tagKeys: 'job, zone',
      filter: { exclude: true, panelIds: [2] },
    }),
    [{ labels, times: [60], values: [1] }],
    60,
    'Restarts',
  );
  expect(mark).toEqual({
    id: 'Restarts-0-60000',
    kind: 'annotation',
    name: 'Restarts',
    color: 'red',
    from: 60_000,
    title: 'Restart of api-0',
    text: 'missing constructor',
    tags: ['api'],
    filter: { exclude: true, panelIds: [2] },
  });
});

it('covers every sample above zero once, whatever they are', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { maxLength: 30 }),
      places => {
        const times = places.sort((a, b) => a - b).map(place => place * 60);
        const found = regions(
          times,
          times.map(() => 1),
        );
        for (const time of times) {
          const around = found.filter(
            ([from, to]) =>
              from! <= time * 1_000 && (to ?? from!) >= time * 1_000,
          );
          expect(around).toHaveLength(1);
        }
      },
    ),
  );
});
