import { registerMswTestHooks } from '@backstage/backend-test-utils';
import {
  EntityProvisioningResponse,
  ManagedObject,
  ObjectComparisonResponse,
  ProvisioningRun,
  SharedObjectListResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { setupServer } from 'msw/node';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import {
  component,
  entityUrl,
  expectToMatchSpec,
  letOwnRequestsThrough,
  servePrometheus,
  startMonitoringBackend,
} from './__testUtils__';
import { spec } from './schema/openapi';

jest.setTimeout(60_000);

const upstreams = setupServer();
registerMswTestHooks(upstreams);

const RUNS = '/api/monitoring/v1/provisioning';
const ENTITY = entityUrl('ingestor', '/provisioning');

/** A person's edit of a rule file. */
const EDIT = 'expr: vector(1)';

let directory: string;
let server: Awaited<ReturnType<typeof startMonitoringBackend>>;
/** Operations that were called with success. */
const called = new Set<string>();

beforeEach(async () => {
  letOwnRequestsThrough(upstreams);
  servePrometheus(upstreams);
});

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sightline-rules-'));
});

afterAll(() => rm(directory, { recursive: true, force: true }));

/** Path of the request in the OpenAPI document, without its query. */
function describedPath(url: string): string {
  return url
    .replace('/api/monitoring', '')
    .replace(/\?.*/, '')
    .replace('/component/default/ingestor', '/{kind}/{namespace}/{name}')
    .replace(/\/runs\/[^/]+/, '/runs/{id}');
}

/** Calls an operation, and holds its answer to what the OpenAPI document says of it. */
async function call<T>(
  method: 'get' | 'post' | 'put' | 'delete',
  url: string,
  body?: object,
): Promise<T> {
  const response = await request(server)[method](url).send(body);
  const operation = (spec.paths[describedPath(url)] as any)[method];
  const [status] = Object.keys(operation.responses);
  expect([url, response.status, response.body.error?.message]).toEqual([
    url,
    Number(status),
    undefined,
  ]);
  const { content } = operation.responses[status];
  if (content) {
    const name = content['application/json'].schema.$ref.split('/').pop();
    expectToMatchSpec(name, response.body);
  }
  called.add(operation.operationId);
  return response.body;
}

/** Waits for the end of a run. */
async function ended({ id }: { id: string }): Promise<ProvisioningRun> {
  for (;;) {
    const run = await call<ProvisioningRun>('get', `${RUNS}/runs/${id}`);
    if (run.status !== 'running') {
      return run;
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

async function runAll(): Promise<ProvisioningRun> {
  return ended(await call('post', `${RUNS}/runs`));
}

/** The group of the entity's alerts, as its page shows it. */
async function alerts(): Promise<ManagedObject> {
  const { objects } = await call<EntityProvisioningResponse>('get', ENTITY);
  return objects.find(({ kind }) => kind === 'alert-rule-group')!;
}

async function alertFile(): Promise<string> {
  const names = await readdir(directory);
  return join(directory, names.find(name => name.includes('alert'))!);
}

it('provisioning can be watched, explained and steered from outside', async () => {
  server = await startMonitoringBackend({
    entities: [component('ingestor')],
    provisioning: {
      mode: 'apply',
      alerts: 'ruleFiles',
      slos: 'ruleFiles',
      ruleFiles: { directory },
    },
  });

  const first = await runAll();
  expect(first).toMatchObject({ status: 'succeeded', by: 'user:default/mock' });
  expect(await alerts()).toMatchObject({ state: 'in-sync' });
  const written = await readFile(await alertFile(), 'utf8');

  // A person edits the file: it is kept, and told.
  const edited = written.replace(/expr: .*/, EDIT);
  await writeFile(await alertFile(), edited);
  const plan = await call<{ steps: { action: string }[] }>(
    'get',
    `${ENTITY}/plan`,
  );
  expect(plan.steps.map(({ action }) => action)).toContain('keep-drifted');
  const second = await ended(await call('post', `${ENTITY}/apply`));
  expect(second).toMatchObject({
    entityRef: 'component:default/ingestor',
    counts: { drifted: 1 },
  });
  const { items: steps } = await call<{ items: object[] }>(
    'get',
    `${RUNS}/runs/${second.id}/steps?outcome=kept&kind=alert-rule-group`,
  );
  expect(steps).toMatchObject([{ action: 'keep-drifted', outcome: 'kept' }]);

  // He sees both sides, and decides on what he saw.
  const drifted = await alerts();
  expect(drifted).toMatchObject({
    state: 'drifted',
    decisions: expect.any(Array),
  });
  const { theirs, differences } = await call<ObjectComparisonResponse>(
    'get',
    `${ENTITY}/comparison?key=${encodeURIComponent(drifted.key)}`,
  );
  expect(theirs).toMatchObject({ hash: drifted.theirs!.hash });
  expect(theirs.json).toContain('vector(1)');
  expect(differences).not.toEqual([]);
  const decision = { key: drifted.key, decision: 'take-ours' };
  const stale = await request(server)
    .post(`${ENTITY}/decisions`)
    .send({ ...decision, theirs: 'what-stood-there-before' });
  expect(stale.status).toBe(409);
  expect(await readFile(await alertFile(), 'utf8')).toContain(EDIT);
  await ended(
    await call('post', `${ENTITY}/decisions`, {
      ...decision,
      theirs: theirs.hash,
    }),
  );
  expect(await readFile(await alertFile(), 'utf8')).toBe(written);
  expect(await alerts()).toMatchObject({ state: 'in-sync' });

  // So it is with the SLO rules that all share.
  const names = await readdir(directory);
  const shared = join(directory, names.find(name => name.includes('shared'))!);
  const sharedText = await readFile(shared, 'utf8');
  await writeFile(shared, sharedText.replace(/expr: .*/, EDIT));
  expect((await runAll()).counts).toMatchObject({ drifted: 1 });
  const { items } = await call<SharedObjectListResponse>(
    'get',
    `${RUNS}/shared`,
  );
  const rules = items.find(({ kind }) => kind === 'slo-rule-group')!;
  expect(rules).toMatchObject({ state: 'drifted', title: 'Shared SLO rules' });
  const both = await call<ObjectComparisonResponse>(
    'get',
    `${RUNS}/shared/comparison?key=${encodeURIComponent(rules.key)}`,
  );
  await ended(
    await call('post', `${RUNS}/shared/decisions`, {
      key: rules.key,
      decision: 'take-ours',
      theirs: both.theirs.hash,
    }),
  );
  expect(await readFile(shared, 'utf8')).toBe(sharedText);

  // Pauses hold, of one and of all.
  await call('put', `${ENTITY}/pause`, { reason: 'migration' });
  expect(await call('get', ENTITY)).toMatchObject({
    paused: { scope: 'entity', by: 'user:default/mock', reason: 'migration' },
  });
  await call('delete', `${ENTITY}/pause`);
  await call('put', `${RUNS}/pause`, {});
  expect(await call('get', RUNS)).toMatchObject({
    paused: { by: 'user:default/mock' },
    mayManage: true,
    lastRun: { status: 'succeeded' },
  });
  await call('delete', `${RUNS}/pause`);
  expect(await call('get', ENTITY)).not.toHaveProperty('paused');

  // What has ended, or was never asked, is said.
  const list = await call<{ items: object[] }>('get', `${RUNS}/runs?limit=2`);
  expect(list.items).toHaveLength(2);
  const stop = await request(server).post(`${RUNS}/runs/${first.id}/stop`);
  expect([stop.status, stop.body.error.name]).toEqual([409, 'ConflictError']);
  const brake = await request(server)
    .post(`${RUNS}/brake`)
    .send({ digest: 'unknown', answer: 'keep' });
  expect([brake.status, brake.body.error.name]).toEqual([409, 'ConflictError']);

  // These two can only be refused here: nothing runs for long, and nothing is to be deleted.
  expect([...called, 'stopProvisioningRun', 'answerBrake'].sort()).toEqual(
    Object.entries(spec.paths)
      .filter(([path]) => path.includes('/provisioning'))
      .flatMap(([, item]) => Object.values(item as object))
      .map(({ operationId }) => operationId)
      .sort(),
  );
});
