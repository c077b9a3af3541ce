import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { setupServer } from 'msw/node';
import request from 'supertest';
import {
  component,
  entityUrl,
  expectToMatchSpec,
  letOwnRequestsThrough,
  rangeQueries,
  serveGrafana,
  servePrometheus,
  startMonitoringBackend,
} from './__testUtils__';

const upstreams = setupServer();
registerMswTestHooks(upstreams);
beforeEach(() => letOwnRequestsThrough(upstreams));

const panels = [
  {
    id: 1,
    type: 'timeseries',
    title: 'Rate',
    targets: [{ refId: 'A', expr: 'up' }],
  },
];

/** A backend whose entity links to one dashboard with the tag `public` and to one without. */
async function aBackend(grafana: true | object) {
  const queries = servePrometheus(upstreams);
  serveGrafana(upstreams, {
    open: { uid: 'open', title: 'For all', tags: ['public'], panels },
    closed: { uid: 'closed', title: 'Salaries', tags: [], panels },
  });
  const server = await startMonitoringBackend({
    entities: [
      component('ingestor', {
        annotations: { 'monitoring/dashboards': 'uid:open, uid:closed' },
      }),
    ],
    grafana,
  });
  const get = async (path: string = '') => {
    const { status, body } = await request(server).get(
      entityUrl('ingestor', path),
    );
    return { status, body };
  };
  const query = async (dashboard: string) => {
    const { status } = await request(server)
      .post(entityUrl('ingestor', '/panels/query'))
      .send({ dashboard, panels: [1], range: { from: 0, to: 3_600_000 } });
    return status;
  };
  return { get, query, sent: () => rangeQueries(queries).length };
}

describe('links to dashboards', () => {
  it('lead nowhere unless the operator allows them, and the entity says why', async () => {
    const { get, query, sent } = await aBackend(true);
    const { body } = await get();
    expect(body.problems).toEqual([
      expect.objectContaining({
        annotation: 'monitoring/dashboards',
        message: expect.stringMatching(/Whoever runs this portal has not/),
      }),
    ]);
    expect((await get('/dashboards')).body).toEqual({ items: [] });
    expect((await get('/dashboards/open')).status).toBe(404);
    expect(await query('open')).toBe(404);
    expect(sent()).toBe(0);
  });

  it('lead to what the operator allows, and to nothing else', async () => {
    const { get, query, sent } = await aBackend({
      linkedDashboards: { tags: ['public'] },
    });
    const { body } = await get('/dashboards');
    expect(
      body.items.map(({ title, notice }: Record<string, string>) => [
        title,
        notice,
      ]),
    ).toEqual([
      ['For all', undefined],
      ['closed', expect.stringMatching(/has not allowed/)],
    ]);
    expect((await get('/dashboards/open')).body.title).toBe('For all');
    const refused = await get('/dashboards/closed');
    expect(refused.status).toBe(403);
    expect(JSON.stringify(refused.body)).not.toContain('Salaries');
    expect(await query('closed')).toBe(403);
    expect(sent()).toBe(0);
    expect(await query('open')).toBe(200);
    expect(sent()).toBe(1);
  });
});

describe('dashboards to pick', () => {
  const open = { uid: 'open', title: 'For all', tags: ['public'] };
  const closed = { uid: 'closed', title: 'Salaries', tags: [] };
  /** A backend whose entity links to nothing. */
  async function aPicker(denied?: string[]) {
    const queries = servePrometheus(upstreams);
    const asked = serveGrafana(
      upstreams,
      {
        open: {
          ...open,
          panels: [{ id: 1, gridPos: { x: 0 }, libraryPanel: { uid: 'lp' } }],
        },
        closed: { ...closed, panels },
      },
      {
        libraryPanels: {
          lp: { ...panels[0], id: 5, title: 'From the library' },
        },
        search: () => [open, closed],
      },
    );
    const server = await startMonitoringBackend({
      entities: [
        component('ingestor', { annotations: {}, spec: { team: 'media' } }),
      ],
      prometheus: { scope: [{ label: 'team', from: 'spec.team' }] },
      grafana: { linkedDashboards: { tags: ['public'] } },
      denied,
    });
    return {
      asked,
      sent: () => rangeQueries(queries),
      get: (path: string) => request(server).get(entityUrl('ingestor', path)),
      query: (dashboard: string) =>
        request(server)
          .post(entityUrl('ingestor', '/panels/query'))
          .send({ dashboard, panels: [1], range: { from: 0, to: 3_600_000 } }),
    };
  }

  it('are those that the operator allows; they are read and queried within the scope', async () => {
    const { asked, sent, get, query } = await aPicker();
    const { status, body } = await get(
      '/available-dashboards?query=all&limit=5',
    );
    expect(status).toBe(200);
    expectToMatchSpec('AvailableDashboardsResponse', body);
    expect(body.items.map(({ uid }: { uid: string }) => uid)).toEqual(['open']);
    expect(asked).toEqual([
      '/api/search?type=dash-db&query=all&tag=public&limit=500',
    ]);
    const read = await get('/dashboards/open');
    expect(read.body.dashboard.panels).toEqual([
      {
        ...panels[0],
        id: 1,
        gridPos: { x: 0 },
        title: 'From the library',
        libraryPanel: { uid: 'lp' },
      },
    ]);
    expect((await query('open')).status).toBe(200);
    expect(sent()[0].form.query).toBe('up{team="media"}');
  });

  it('are no others, whatever is asked for', async () => {
    const { sent, get, query } = await aPicker();
    expect((await get('/dashboards/closed')).status).toBe(404);
    expect((await query('closed')).status).toBe(404);
    expect((await get('/available-dashboards?limit=201')).status).toBe(400);
    expect((await get('/available-dashboards?tag=x')).status).toBe(400);
    expect(sent()).toHaveLength(0);
  });

  it('are only told to who may read metrics of the entity', async () => {
    const { asked, get } = await aPicker(['monitoring.metrics.read']);
    expect((await get('/available-dashboards')).status).toBe(403);
    expect((await get('/dashboards/open')).status).toBe(404);
    expect(asked).toEqual([]);
  });
});
