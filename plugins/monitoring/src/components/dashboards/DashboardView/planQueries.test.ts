import { parseDashboard } from '@sightline/backstage-plugin-monitoring-common';
import { aDashboardJson, aPanelJson } from '../../../__testUtils__';
import { planQueries } from './planQueries';

describe('planQueries', () => {
  const input = {
    dashboard: 'x',
    variables: {},
    timeOf: () => ({ from: 0, to: 7_200_000 }),
    width: 1200,
    timeZone: 'UTC',
  };
  const panelsOf = (...panels: Record<string, unknown>[]) =>
    parseDashboard(
      aDashboardJson(
        panels.map((changes, index) =>
          aPanelJson({ id: index + 1, ...changes }),
        ),
      ),
    ).sections.flatMap(section => section.panels);

  it('asks for one point for each pixel, together where it is the same', () => {
    const requests = planQueries({
      ...input,
      panels: panelsOf(
        {},
        {},
        { gridPos: { w: 24, h: 8 } },
        { maxDataPoints: 100 },
      ),
    });
    expect(
      requests.map(({ panels, maxDataPoints }) => [panels, maxDataPoints]),
    ).toEqual([
      [[1, 2], 578],
      [[3], 1182],
      [[4], 100],
    ]);
  });

  it('asks apart for panels that show another time', () => {
    const requests = planQueries({
      ...input,
      panels: panelsOf({}, {}, {}),
      timeOf: ({ id }) => ({ from: id === 2 ? 3_600_000 : 0, to: 7_200_000 }),
    });
    expect(requests.map(({ panels, range }) => [panels, range.from])).toEqual([
      [[1, 3], 0],
      [[2], 3_600_000],
    ]);
  });

  it('asks for steps that follow the clock of the zone', () => {
    const [request] = planQueries({
      ...input,
      panels: panelsOf({}),
      timeZone: 'Asia/Kathmandu',
    });
    // In 1970 Nepal was 5 hours 30 minutes ahead.
    expect(request.utcOffsetSeconds).toBe(19_800);
  });

  it('asks for at most 50 panels at a time', () => {
    const requests = planQueries({
      ...input,
      panels: panelsOf(...Array.from({ length: 120 }, () => ({}))),
    });
    expect(requests.map(({ panels }) => panels.length)).toEqual([50, 50, 20]);
  });
});
