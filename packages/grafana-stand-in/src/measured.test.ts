import request from 'supertest';
import { createStandIn } from './createStandIn';
import { Person } from './faults';
import { STAND_IN_TOKENS } from './http/identities';
import { GrafanaState } from './state/GrafanaState';

const EDITOR = `Bearer ${STAND_IN_TOKENS.editor}`;
const NAMESPACE = 'namespaces/default';
const FIRST = `/apis/dashboard.grafana.app/v0alpha1/${NAMESPACE}/dashboards`;
const SECOND = `/apis/dashboard.grafana.app/v2beta1/${NAMESPACE}/dashboards`;
const FOLDERS = `/apis/folder.grafana.app/v1beta1/${NAMESPACE}/folders`;

/** What no recording covers and was tried with a real 12.4. */
describe('as a real 12.4 was seen to answer', () => {
  const aStandIn = (now = () => new Date()) => {
    const state = new GrafanaState(now);
    Person.create(state).createFolder({ uid: 'f1', title: 'F1' });
    const app = createStandIn({ prometheusUrl: 'http://p.example', state });
    return (method: 'get' | 'post' | 'put' | 'delete', path: string) =>
      request(app)[method](path).set('authorization', EDITOR);
  };
  const aDashboard = (name: string, spec: object = { title: 'T' }) => ({
    metadata: { name, annotations: { 'grafana.app/folder': 'f1' } },
    spec,
  });

  it('goes on saying the form that a dashboard had before, in the one it has now', async () => {
    const call = aStandIn();
    await call('post', SECOND).send(
      aDashboard('d1', { title: 'T', elements: {} }),
    );
    await call('put', `${FIRST}/d1`).send(aDashboard('d1'));
    const { body } = await call('get', `${FIRST}/d1`);
    expect(body.status).toEqual({
      conversion: { failed: false, storedVersion: 'v2beta1' },
    });
  });

  it('deletes only the object that is meant', async () => {
    const call = aStandIn();
    const { body } = await call('post', FIRST).send(aDashboard('d1'));
    const { uid, resourceVersion } = body.metadata;
    const remove = (preconditions: object) =>
      call('delete', `${FIRST}/d1`).send({ preconditions });
    expect((await remove({ resourceVersion: '1' })).status).toBe(409);
    expect((await remove({ uid: 'other' })).status).toBe(409);
    expect((await remove({ uid, resourceVersion })).status).toBe(200);
  });

  it('does not put an object in place of one that was made anew', async () => {
    const call = aStandIn();
    await call('post', FIRST).send(aDashboard('d1'));
    const { metadata, spec } = aDashboard('d1');
    const { status, body } = await call('put', `${FIRST}/d1`).send({
      metadata: { ...metadata, uid: 'other' },
      spec,
    });
    expect(status).toBe(500);
    expect(body.message).toContain('UID in precondition: other');
  });

  it('moves and renames a folder in one go, but nowhere that is not', async () => {
    const call = aStandIn();
    await call('post', FOLDERS).send({
      metadata: { name: 'f2' },
      spec: { title: 'F2' },
    });
    const move = (to: string) =>
      call('put', `${FOLDERS}/f2`).send({
        metadata: { name: 'f2', annotations: { 'grafana.app/folder': to } },
        spec: { title: 'Renamed' },
      });
    expect((await move('nope')).body).toMatchObject({
      code: 500,
      message:
        'move target not found folders.folder.grafana.app "nope" not found',
    });
    expect((await move('f1')).status).toBe(200);
    expect((await call('get', '/api/folders/f2')).body).toMatchObject({
      title: 'Renamed',
      parentUid: 'f1',
    });
  });

  it('deletes a folder by the legacy API with a dashboard made a moment ago', async () => {
    let now = new Date('2026-01-02T03:04:05Z');
    const call = aStandIn(() => now);
    await call('post', FIRST).send(aDashboard('d1'));
    now = new Date('2026-01-02T03:04:07Z');
    expect((await call('delete', '/api/folders/f1')).status).toBe(400);
    await call('post', FIRST).send(aDashboard('d2'));
    await call('delete', `${FIRST}/d1`);
    expect((await call('delete', `${FOLDERS}/f1`)).status).toBe(400);
    expect((await call('delete', '/api/folders/f1')).status).toBe(200);
    expect((await call('get', `${FIRST}/d2`)).status).toBe(404);
  });

  it('refuses a rule that does not say what it is without data', async () => {
    const call = aStandIn();
    const { status, body } = await call(
      'put',
      '/api/v1/provisioning/folder/f1/rule-groups/g1',
    ).send({ interval: 60, rules: [{ title: 'R', execErrState: 'OK' }] });
    expect([status, body.message]).toEqual([
      400,
      'failed to insert alert rules: invalid alert rule: unknown NoData state option ',
    ]);
  });
});
