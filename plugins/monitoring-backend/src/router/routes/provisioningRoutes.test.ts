import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { expectToMatchSpec } from '../../__testUtils__/expectToMatchSpec';
import {
  aBrake,
  aRun,
  aStep,
  FakeProvisioning,
  startRouter,
  World,
} from '../__testUtils__';

const BASE = '/api/monitoring/v1/provisioning';
const INGESTOR = 'component:default/ingestor';
const SECRET = 'component:default/secret';
const GONE = 'component:default/gone';
const BY = { by: 'user:default/mock' };

const ERRORS = [
  { message: 'Grafana does not answer', target: 'grafana:default' },
  { message: 'a', entityRef: INGESTOR, key: `${INGESTOR}|dashboard|http` },
  { message: 'b', entityRef: SECRET },
  { message: 'c', key: `${SECRET}|dashboard|http` },
];

const world: World = {
  provisioning: new FakeProvisioning({ runs: [] }),
  visible: ['ingestor'],
  denied: [],
  broken: [],
  audited: [],
};
let server: Awaited<ReturnType<typeof startRouter>>;

beforeAll(async () => {
  server = await startRouter(world, ['ingestor', 'secret']);
});

beforeEach(() => given());

/** From now on the world is this one. */
function given(
  more: Partial<FakeProvisioning['knows'] & Omit<World, 'provisioning'>> = {},
) {
  const { runs = [aRun()], steps, overview, ...rest } = more;
  const provisioning = new FakeProvisioning({ runs, steps, overview });
  Object.assign(world, { denied: [], broken: [], audited: [] }, rest, {
    provisioning,
  });
}

describe('reading', () => {
  it.each([
    ['', 'ProvisioningOverviewResponse'],
    ['/runs', 'ProvisioningRunListResponse'],
    ['/runs/run-1', 'ProvisioningRun'],
    ['/runs/run-1/steps', 'ProvisioningStepListResponse'],
    ['/shared', 'SharedObjectListResponse'],
  ])('%s answers what the OpenAPI document says', async (path, schema) => {
    given({
      runs: [aRun({ brake: aBrake(INGESTOR), errors: ERRORS })],
      steps: [aStep(INGESTOR)],
      overview: { running: aRun(), lastRun: aRun(), brake: aBrake(INGESTOR) },
    });
    const { status, body } = await request(server).get(`${BASE}${path}`);
    expect(status).toBe(200);
    expectToMatchSpec(schema, body);
  });

  it.each(['', '/runs', '/runs/run-1', '/runs/run-1/steps', '/shared'])(
    '%s takes the permission monitoring.provisioning.read',
    async path => {
      given({
        denied: ['monitoring.provisioning.read'],
      });
      const { status, body } = await request(server).get(`${BASE}${path}`);
      expect(status).toBe(403);
      expect(body.error.message).toBe(
        'You may not see how provisioning runs; it takes the permission monitoring.provisioning.read',
      );
    },
  );

  it('tells who may steer', async () => {
    const { body } = await request(server).get(BASE);
    expect(body.mayManage).toBe(true);
  });

  it.each([
    ['lacks the permission', { denied: ['monitoring.provisioning.manage'] }],
    ['cannot be asked about', { broken: ['monitoring.provisioning.manage'] }],
  ])('shows all that it can to one who %s', async (_, options) => {
    given(options);
    const { status, body } = await request(server).get(BASE);
    expect(status).toBe(200);
    expect(body).toMatchObject({ mode: 'apply', mayManage: false });
  });

  it('hands on what is asked of the list of runs', async () => {
    await request(server).get(`${BASE}/runs?eventful=true&limit=5&cursor=abc`);
    expect(world.provisioning.runQueries).toEqual([
      { eventful: true, limit: 5, cursor: 'abc' },
    ]);
  });

  it('hands on what is asked of the list of steps', async () => {
    await request(server).get(
      `${BASE}/runs/run-1/steps?outcome=failed&kind=dashboard&kind=folder&entityRef=${encodeURIComponent(
        INGESTOR,
      )}`,
    );
    expect(world.provisioning.stepQueries).toEqual([
      {
        outcome: ['failed'],
        kind: ['dashboard', 'folder'],
        entityRef: INGESTOR,
      },
    ]);
  });

  it('pages through steps', async () => {
    given({ steps: [aStep(INGESTOR), aStep(SECRET), aStep('sightline/x')] });
    const first = await request(server).get(`${BASE}/runs/run-1/steps?limit=1`);
    expect(first.body).toMatchObject({
      items: [{ entityRef: INGESTOR }],
      totalItems: 2,
    });
    const second = await request(server).get(
      `${BASE}/runs/run-1/steps?limit=1&cursor=${first.body.nextCursor}`,
    );
    expect(second.body.items).toMatchObject([{ entityRef: 'sightline/x' }]);
    expect(second.body.nextCursor).toBeUndefined();
  });

  it.each(['/runs/nothing', '/runs/nothing/steps'])(
    'finds no run that there is not: %s',
    async path => {
      const { status } = await request(server).get(`${BASE}${path}`);
      expect(status).toBe(404);
    },
  );
});

describe('entities that the caller may not see', () => {
  const run = aRun({
    errors: ERRORS,
    brake: aBrake(INGESTOR, SECRET),
    counts: { ...aRun().counts, failed: 3 },
  });

  it('are named in no error and no brake, and stay in the counts', async () => {
    given({
      runs: [run],
      overview: { running: run, lastRun: run, brake: run.brake },
    });
    for (const path of ['', '/runs', '/runs/run-1']) {
      const { text } = await request(server).get(`${BASE}${path}`);
      expect(text).not.toContain(SECRET);
      expect(text).toContain(INGESTOR);
      expect(text).toContain('Grafana does not answer');
    }
    const { body } = await request(server).get(`${BASE}/runs/run-1`);
    expect(body).toMatchObject({
      counts: { failed: 3 },
      errors: [ERRORS[0], ERRORS[1]],
      brake: {
        objects: 2,
        entityCount: 2,
        entities: [{ entityRef: INGESTOR }],
      },
    });
  });

  it('have no runs of their own', async () => {
    const own = aRun({ id: 'own', entityRef: SECRET });
    given({ runs: [own, run], overview: { running: own } });
    const { body: list } = await request(server).get(`${BASE}/runs`);
    expect(list).toMatchObject({ items: [{ id: 'run-1' }], totalItems: 2 });
    const { body: overview } = await request(server).get(BASE);
    expect(overview.running).toBeUndefined();
    for (const path of ['/runs/own', '/runs/own/steps']) {
      const { status, body } = await request(server).get(`${BASE}${path}`);
      expect(status).toBe(404);
      expect(body.error.message).toBe("No run 'own' that you may see");
    }
  });

  it('are hidden, and not gone, from who decides about deletions', async () => {
    given({ steps: [aStep(SECRET), aStep(GONE), aStep(INGESTOR)] });
    const { body } = await request(server).get(`${BASE}/runs/run-1/steps`);
    expect(body.items).toMatchObject([
      { entityRef: GONE },
      { entityRef: INGESTOR },
    ]);
  });

  it('and those that are gone are named to nobody else', async () => {
    given({
      steps: [aStep(GONE), aStep(INGESTOR)],
      overview: { brake: aBrake(GONE) },
      denied: ['monitoring.provisioning.manage'],
    });
    const { body } = await request(server).get(`${BASE}/runs/run-1/steps`);
    expect(body.items).toMatchObject([{ entityRef: INGESTOR }]);
    const { body: overview } = await request(server).get(BASE);
    expect(overview.brake).toMatchObject({ entityCount: 1, entities: [] });
  });

  it('are none that a step names by what is no reference', async () => {
    given({ steps: [aStep('not a ref/x'), aStep('')] });
    const { body } = await request(server).get(`${BASE}/runs/run-1/steps`);
    expect(body.items).toMatchObject([{ entityRef: '' }]);
  });
});

type Change = {
  id: string;
  method: 'post' | 'put' | 'delete';
  path: string;
  body?: object;
  status: number;
  asked: { method: string; arguments: unknown[] };
  event: { eventId: string; severityLevel: string; meta?: object };
};

const DELETE = { digest: 'd1', answer: 'delete', objects: 2 };
const KEEP = { digest: 'd1', answer: 'keep' };

const CHANGES: Change[] = [
  {
    id: 'startProvisioningRun',
    method: 'post',
    path: '/runs',
    status: 202,
    asked: { method: 'startRun', arguments: [BY] },
    event: { eventId: 'start-provisioning-run', severityLevel: 'medium' },
  },
  {
    id: 'stopProvisioningRun',
    method: 'post',
    path: '/runs/run-1/stop',
    status: 204,
    asked: { method: 'stopRun', arguments: ['run-1', BY] },
    event: {
      eventId: 'stop-provisioning-run',
      severityLevel: 'medium',
      meta: { id: 'run-1' },
    },
  },
  {
    id: 'answerBrake (delete)',
    method: 'post',
    path: '/brake',
    body: DELETE,
    status: 204,
    asked: { method: 'answerBrake', arguments: [DELETE, BY] },
    event: {
      eventId: 'answer-provisioning-brake',
      severityLevel: 'high',
      meta: DELETE,
    },
  },
  {
    id: 'answerBrake (keep)',
    method: 'post',
    path: '/brake',
    body: KEEP,
    status: 204,
    asked: { method: 'answerBrake', arguments: [KEEP, BY] },
    event: {
      eventId: 'answer-provisioning-brake',
      severityLevel: 'medium',
      meta: KEEP,
    },
  },
  {
    id: 'pauseProvisioning',
    method: 'put',
    path: '/pause',
    body: { reason: 'upgrade' },
    status: 204,
    asked: {
      method: 'pause',
      arguments: ['all', { ...BY, reason: 'upgrade' }],
    },
    event: {
      eventId: 'pause-provisioning',
      severityLevel: 'medium',
      meta: { reason: 'upgrade' },
    },
  },
  {
    id: 'resumeProvisioning',
    method: 'delete',
    path: '/pause',
    status: 204,
    asked: { method: 'resume', arguments: ['all', BY] },
    event: { eventId: 'resume-provisioning', severityLevel: 'medium' },
  },
];

describe.each(CHANGES)(
  '$id',
  ({ method, path, body, status, asked, event }) => {
    const send = () => request(server)[method](`${BASE}${path}`).send(body);

    it('is done in the name of the user, and audited', async () => {
      const response = await send();
      expect(response.status).toBe(status);
      expect(response.body).toEqual(status === 202 ? { id: 'run-2' } : {});
      expect(world.provisioning.asked).toEqual([asked]);
      expect(world.audited).toEqual([
        { meta: undefined, ...event, status: 'succeeded' },
      ]);
    });

    it('takes the permission monitoring.provisioning.manage', async () => {
      given({
        denied: ['monitoring.provisioning.manage'],
      });
      const response = await send();
      expect(response.status).toBe(403);
      expect(response.body.error.message).toBe(
        'You may not steer provisioning; it takes the permission monitoring.provisioning.manage',
      );
      expect(world.provisioning.asked).toEqual([]);
      expect(world.audited).toMatchObject([
        { eventId: event.eventId, status: 'failed' },
      ]);
    });

    it('is nothing that a service may do', async () => {
      const response = await send().set(
        'Authorization',
        mockCredentials.service.header(),
      );
      expect(response.status).toBe(403);
      expect(world.provisioning.asked).toEqual([]);
    });
  },
);

it('says that a run has ended which somebody wants to stop', async () => {
  given({ runs: [aRun({ status: 'succeeded' })] });
  const { status, body } = await request(server).post(
    `${BASE}/runs/run-1/stop`,
  );
  expect(status).toBe(409);
  expect(body.error).toMatchObject({
    name: 'ConflictError',
    message: "The run 'run-1' has ended",
  });
});

describe('requests that are not well formed', () => {
  it.each([
    ['limit', '/runs?limit=101'],
    ['eventful', '/runs?eventful=maybe'],
    ['cursor', `/runs?cursor=${'x'.repeat(501)}`],
    ['limit', '/runs/run-1/steps?limit=201'],
    ['cursor', '/runs/run-1/steps?cursor=x'],
    ['outcome', '/runs/run-1/steps?outcome=great'],
    ['kind', '/runs/run-1/steps?kind=panel'],
    ['id', '/runs/%2e%2e%2fx'],
  ])('are refused by naming %s: GET %s', async (name, path) => {
    const { status, body } = await request(server).get(`${BASE}${path}`);
    expect(status).toBe(400);
    expect(body.error.name).toBe('InputError');
    expect(body.error.message).toContain(name);
    expect(world.provisioning.asked).toEqual([]);
  });

  it.each<[string, 'post' | 'put', string, object]>([
    ['digest', 'post', '/brake', { answer: 'keep' }],
    ['answer', 'post', '/brake', { digest: 'd1', answer: 'maybe' }],
    ['objects', 'post', '/brake', { digest: 'd1', answer: 'delete' }],
    ['objects', 'post', '/brake', { ...DELETE, objects: 'all' }],
    ['additional', 'post', '/brake', { ...KEEP, force: true }],
    ['reason', 'put', '/pause', { reason: 'x'.repeat(201) }],
    ['additional', 'put', '/pause', { by: 'user:default/other' }],
  ])('are refused by naming %s: %s %s %j', async (name, method, path, sent) => {
    const { status, body } = await request(server)
      [method](`${BASE}${path}`)
      .send(sent);
    expect(status).toBe(400);
    expect(body.error.name).toBe('InputError');
    expect(body.error.message).toContain(name);
    expect(world.provisioning.asked).toEqual([]);
  });
});

describe('what belongs to no entity', () => {
  const key = 'sightline/shared-slos|slo-rule-group|rule-files:default';
  const comparison = `${BASE}/shared/comparison?key=${encodeURIComponent(key)}`;
  const decision = { key, decision: 'take-ours', theirs: 'abc' };
  const denied = ['monitoring.provisioning.manage'];

  it('shows what it holds to who may decide about it alone', async () => {
    const all = await request(server).get(`${BASE}/shared`);
    expect(all.body).toMatchObject({
      mayManage: true,
      items: [{ key, reason: expect.stringContaining('billing') }],
    });
    given({ denied });
    const { body } = await request(server).get(`${BASE}/shared`);
    expect(body).toMatchObject({
      mayManage: false,
      items: [{ key, state: 'drifted' }],
    });
    expect(JSON.stringify(body)).not.toContain('billing');
    expect((await request(server).get(comparison)).status).toBe(403);
  });

  it('is compared and decided about by who may manage, and audited', async () => {
    const { status, body } = await request(server).get(comparison);
    expect(status).toBe(200);
    expectToMatchSpec('ObjectComparisonResponse', body);
    const decided = await request(server)
      .post(`${BASE}/shared/decisions`)
      .send(decision);
    expect(decided.status).toBe(202);
    expect(world.provisioning.asked).toEqual([
      { method: 'decideShared', arguments: [decision, BY] },
    ]);
    given({ denied });
    const refused = await request(server)
      .post(`${BASE}/shared/decisions`)
      .send(decision);
    expect(refused.status).toBe(403);
    expect(world.provisioning.asked).toEqual([]);
  });

  it('has steps without what they hold for who may not manage', async () => {
    const step = {
      ...aStep('sightline/shared-slos'),
      differences: [{ path: 'groups', ours: '"billing"' }],
    };
    given({ steps: [step], denied });
    const { body } = await request(server).get(`${BASE}/runs/run-1/steps`);
    expect(body.items).toHaveLength(1);
    expect(JSON.stringify(body)).not.toContain('billing');
  });
});
