import { parseDashboard } from '@sightline/backstage-plugin-monitoring-common';
import { embedLibraryPanels } from './embedLibraryPanels';

const BODIES: Record<string, Record<string, unknown>> = {
  a: { id: 99, type: 'stat', title: 'A', gridPos: { x: 9 }, targets: [] },
};

const panel = (uid: string, id: number) => ({
  id,
  gridPos: { x: id },
  libraryPanel: { uid, name: uid },
});

it('puts bodies into panels, wherever they stand, and keeps their places', async () => {
  const read = jest.fn(async (uid: string) => BODIES[uid]);
  const own = { id: 7, type: 'text' };
  const dashboard = {
    title: 'D',
    panels: [panel('a', 1), own, { type: 'row', panels: [panel('a', 2)] }],
    rows: [{ panels: [panel('gone', 3)] }],
  };
  const body = { type: 'stat', title: 'A', targets: [] };
  expect(await embedLibraryPanels(dashboard, read)).toEqual({
    title: 'D',
    panels: [
      { ...panel('a', 1), ...body },
      own,
      { type: 'row', panels: [{ ...panel('a', 2), ...body }] },
    ],
    rows: [{ panels: [panel('gone', 3)] }],
  });
  expect(read.mock.calls).toEqual([['a'], ['gone']]);
});

it('puts bodies beside the elements of a dashboard of the second schema', async () => {
  const read = jest.fn(async (uid: string) => BODIES[uid]);
  const element = (uid: string) => ({
    kind: 'LibraryPanel',
    spec: { id: 1, title: 'Mine', libraryPanel: { uid, name: uid } },
  });
  const dashboard = {
    apiVersion: 'dashboard.grafana.app/v2beta1',
    metadata: { name: 'd' },
    spec: {
      title: 'D',
      elements: {
        one: element('a'),
        two: { kind: 'Panel', spec: {} },
        three: element('gone'),
        four: null,
      },
      layout: {
        kind: 'GridLayout',
        spec: {
          items: [
            { kind: 'GridLayoutItem', spec: { element: { name: 'one' } } },
          ],
        },
      },
    },
  };
  const embedded = await embedLibraryPanels(dashboard, read);
  expect(embedded).toEqual({
    ...dashboard,
    spec: { ...dashboard.spec, __elements: { a: { model: BODIES.a } } },
  });
  expect(read.mock.calls).toEqual([['a'], ['gone']]);
  expect(parseDashboard(embedded).sections[0].panels).toMatchObject([
    { id: 1, title: 'Mine', kind: 'stat', libraryPanel: { uid: 'a' } },
  ]);
});

it('leaves dashboards without library panels as they are, whatever they hold', async () => {
  const dashboard = { panels: [null, 3, { libraryPanel: 'x' }], rows: 'none' };
  const read = jest.fn();
  expect(await embedLibraryPanels(dashboard, read)).toBe(dashboard);
  expect(read).not.toHaveBeenCalled();
});

it('does not read more than a page of panels', async () => {
  const read = jest.fn(async () => undefined);
  await embedLibraryPanels(
    { panels: Array.from({ length: 150 }, (_, at) => panel(`p${at}`, at)) },
    read,
  );
  expect(read).toHaveBeenCalledTimes(100);
});
