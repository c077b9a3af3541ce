import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { expectToMatchSpec } from '../../__testUtils__/expectToMatchSpec';
import {
  aDriftedObject,
  aStep,
  FakeProvisioning,
  startRouter,
  World,
} from '../__testUtils__';

const INGESTOR = 'component:default/ingestor';
const PATH =
  '/api/monitoring/v1/entities/component/default/ingestor/provisioning';
const BY = { by: 'user:default/mock' };
const KEY = `key=${encodeURIComponent(aDriftedObject.key)}`;
const DECISION = {
  key: aDriftedObject.key,
  decision: 'take-ours',
  theirs: 'abc',
};

const world: World = {
  provisioning: new FakeProvisioning({ runs: [] }),
  visible: [],
  denied: [],
  broken: [],
  audited: [],
};
let server: Awaited<ReturnType<typeof startRouter>>;

beforeAll(async () => {
  server = await startRouter(world, ['ingestor']);
});

beforeEach(() => given());

/** From now on the world is this one. */
function given(more: Partial<World> = {}) {
  Object.assign(world, {
    provisioning: new FakeProvisioning({ runs: [], steps: [aStep(INGESTOR)] }),
    visible: ['ingestor'],
    denied: [],
    broken: [],
    audited: [],
    ...more,
  });
}

const READS: [string, string][] = [
  ['', 'EntityProvisioningResponse'],
  ['/plan', 'EntityPlanResponse'],
  [`/comparison?${KEY}`, 'ObjectComparisonResponse'],
];

describe.each(READS)('GET …/provisioning%s', (path, schema) => {
  it('answers what the OpenAPI document says', async () => {
    const { status, body } = await request(server).get(`${PATH}${path}`);
    expect(status).toBe(200);
    expectToMatchSpec(schema, body);
    expect(world.audited).toEqual([]);
  });

  it('takes the permission monitoring.read on the entity', async () => {
    given({ denied: ['monitoring.read'] });
    const { status, body } = await request(server).get(`${PATH}${path}`);
    expect(status).toBe(403);
    expect(body.error.message).toContain('monitoring.read');
  });

  it('knows no entity that the caller cannot see', async () => {
    given({ visible: [] });
    const { status } = await request(server).get(`${PATH}${path}`);
    expect(status).toBe(404);
  });
});

describe('what is provisioned for an entity', () => {
  it('says that the caller may change it', async () => {
    const { body } = await request(server).get(PATH);
    expect(body).toMatchObject({
      mayProvision: true,
      objects: [{ decisions: ['take-ours', 'keep-theirs'] }],
    });
  });

  it.each([
    ['lacks the permission', { denied: ['monitoring.provision'] }],
    ['cannot be asked about', { broken: ['monitoring.provision'] }],
  ])('is shown to one who %s', async (_, options) => {
    given(options);
    const { status, body } = await request(server).get(PATH);
    expect(status).toBe(200);
    expect(body.mayProvision).toBe(false);
  });

  it('has no object by a key that is another’s', async () => {
    const { status, body } = await request(server).get(
      `${PATH}/comparison?key=other`,
    );
    expect(status).toBe(404);
    expect(body.error.message).toBe(`'${INGESTOR}' has no object 'other'`);
  });
});

type Change = {
  id: string;
  method: 'post' | 'put' | 'delete';
  path: string;
  body?: object;
  status: number;
  asked: { method: string; arguments: unknown[] };
  event: { eventId: string; meta: object };
};

const CHANGES: Change[] = [
  {
    id: 'applyEntity',
    method: 'post',
    path: '/apply',
    status: 202,
    asked: {
      method: 'startRun',
      arguments: [{ entityRef: INGESTOR, ...BY }],
    },
    event: { eventId: 'apply-entity', meta: { entityRef: INGESTOR } },
  },
  {
    id: 'decideObject',
    method: 'post',
    path: '/decisions',
    body: DECISION,
    status: 202,
    asked: { method: 'decide', arguments: [INGESTOR, DECISION, BY] },
    event: {
      eventId: 'decide-object',
      meta: {
        entityRef: INGESTOR,
        key: aDriftedObject.key,
        decision: 'take-ours',
      },
    },
  },
  {
    id: 'pauseEntity',
    method: 'put',
    path: '/pause',
    body: { reason: 'migration' },
    status: 204,
    asked: {
      method: 'pause',
      arguments: [{ entityRef: INGESTOR }, { ...BY, reason: 'migration' }],
    },
    event: {
      eventId: 'pause-provisioning',
      meta: { entityRef: INGESTOR, reason: 'migration' },
    },
  },
  {
    id: 'resumeEntity',
    method: 'delete',
    path: '/pause',
    status: 204,
    asked: { method: 'resume', arguments: [{ entityRef: INGESTOR }, BY] },
    event: { eventId: 'resume-provisioning', meta: { entityRef: INGESTOR } },
  },
];

describe.each(CHANGES)(
  '$id',
  ({ method, path, body, status, asked, event }) => {
    const send = () => request(server)[method](`${PATH}${path}`).send(body);

    it('is done in the name of the user, and audited', async () => {
      const response = await send();
      expect(response.status).toBe(status);
      expect(response.body).toEqual(status === 202 ? { id: 'run-2' } : {});
      expect(world.provisioning.asked).toEqual([asked]);
      expect(world.audited).toEqual([
        { ...event, severityLevel: 'medium', status: 'succeeded' },
      ]);
    });

    it('takes the permission monitoring.provision on the entity', async () => {
      given({
        denied: ['monitoring.provision'],
      });
      const response = await send();
      expect(response.status).toBe(403);
      expect(response.body.error.message).toBe(
        "You may see 'component:default/ingestor', but not do this; it takes the permission monitoring.provision",
      );
      expect(world.provisioning.asked).toEqual([]);
      expect(world.audited).toMatchObject([{ status: 'failed' }]);
    });

    it('is nothing that a service may do, or one who has not signed in', async () => {
      const service = await send().set(
        'Authorization',
        mockCredentials.service.header(),
      );
      expect(service.status).toBe(403);
      const nobody = await send().set(
        'Authorization',
        mockCredentials.none.header(),
      );
      expect(nobody.status).toBe(401);
      expect(world.provisioning.asked).toEqual([]);
    });

    it('knows no entity that the caller cannot see', async () => {
      given({ visible: [] });
      const response = await send();
      expect(response.status).toBe(404);
      expect(world.provisioning.asked).toEqual([]);
    });
  },
);

it('nobody decides on what he has not seen', async () => {
  const { status, body } = await request(server)
    .post(`${PATH}/decisions`)
    .send({ ...DECISION, theirs: 'older' });
  expect(status).toBe(409);
  expect(body.error.message).toBe('The dashboard was changed again since');
  expect(world.provisioning.asked).toEqual([]);
  expect(world.audited).toMatchObject([{ status: 'failed' }]);
});

describe('requests that are not well formed', () => {
  it.each(['/comparison', `/comparison?key=${'x'.repeat(1_001)}`])(
    'are refused by naming the key: GET %s',
    async path => {
      const { status, body } = await request(server).get(`${PATH}${path}`);
      expect(status).toBe(400);
      expect(body.error.message).toContain('key');
      expect(world.provisioning.asked).toEqual([]);
    },
  );

  it.each<[string, 'post' | 'put', string, object]>([
    ['key', 'post', '/decisions', { ...DECISION, key: undefined }],
    ['theirs', 'post', '/decisions', { ...DECISION, theirs: undefined }],
    ['theirs', 'post', '/decisions', { ...DECISION, theirs: 'x'.repeat(201) }],
    ['decision', 'post', '/decisions', { ...DECISION, decision: 'destroy' }],
    ['additional', 'post', '/decisions', { ...DECISION, by: 'user:default/a' }],
    ['reason', 'put', '/pause', { reason: 'x'.repeat(201) }],
  ])('are refused by naming %s: %s %s %j', async (name, method, path, sent) => {
    const { status, body } = await request(server)
      [method](`${PATH}${path}`)
      .send(sent);
    expect(status).toBe(400);
    expect(body.error.message).toContain(name);
    expect(world.provisioning.asked).toEqual([]);
  });
});
