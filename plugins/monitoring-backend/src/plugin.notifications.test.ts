import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import request from 'supertest';
import {
  ALERTMANAGER_URL,
  component,
  entityUrl,
  letOwnRequestsThrough,
  serveAlertmanager,
  servePrometheus,
  startMonitoringBackend,
} from './__testUtils__';

const upstreams = setupServer();
registerMswTestHooks(upstreams);

const URL = entityUrl('ingestor', '/notifications/test');

async function start(annotations: Record<string, string> = {}, more = true) {
  letOwnRequestsThrough(upstreams);
  servePrometheus(upstreams);
  const sent = serveAlertmanager(upstreams);
  const server = await startMonitoringBackend({
    entities: [
      component('ingestor', {
        annotations: { 'monitoring/packs': 'http', ...annotations },
      }),
    ],
    alertmanager: more,
  });
  return { server, sent };
}

describe('a test notification', () => {
  it('is an alert that only the chosen channel is told of, and that ends by itself', async () => {
    const { server, sent } = await start({
      'monitoring/notify': 'hook[critical]',
    });
    const { status, body } = await request(server)
      .post(URL)
      .send({ channel: 'hook' });
    expect(status).toBe(200);
    expect(body.via).toBe('alertmanager:default');
    expect(sent).toEqual([
      {
        labels: {
          alertname: 'SightlineTest',
          sightline_channel: 'hook',
          sightline_test: expect.stringMatching(/^[0-9a-f-]{36}$/),
          entity: 'component:default/ingestor',
          service: 'ingestor',
          severity: 'critical',
        },
        annotations: expect.objectContaining({
          owner: 'group:default/team-media',
          description: expect.stringContaining('user:default/mock'),
        }),
        startsAt: expect.any(String),
        endsAt: expect.any(String),
      },
    ]);
    const [{ startsAt, endsAt }] = sent;
    expect(Date.parse(endsAt) - Date.parse(startsAt)).toBe(60_000);
  });

  it('is sent once in a while', async () => {
    const { server, sent } = await start();
    await request(server).post(URL).send({ channel: 'hook' });
    const again = await request(server).post(URL).send({ channel: 'hook' });
    expect(again.status).toBe(409);
    expect(again.body.error.message).toMatch(
      /the next one is possible in \d+ s/,
    );
    expect(sent).toHaveLength(1);
  });

  it('is refused for a channel that is not the entity’s', async () => {
    const { server, sent } = await start();
    const { status, body } = await request(server)
      .post(URL)
      .send({ channel: 'pager' });
    expect(status).toBe(400);
    expect(body.error.message).toBe(
      "'pager' is not told of component:default/ingestor; its channels are: hook",
    );
    expect(sent).toEqual([]);
  });

  it('says so when Alertmanager does not take it', async () => {
    const { server } = await start();
    upstreams.use(
      http.post(`${ALERTMANAGER_URL}/api/v2/alerts`, () =>
        HttpResponse.text('no', { status: 500 }),
      ),
    );
    const { status, body } = await request(server)
      .post(URL)
      .send({ channel: 'hook' });
    expect(status).toBe(503);
    expect(body.error.message).toMatch(/Alertmanager 'default'/);
  });
});

it('an entity’s page says who is told, without an address', async () => {
  const { server } = await start();
  const { body, text } = await request(server).get(entityUrl('ingestor'));
  expect(body.notifications).toEqual([
    { channel: 'hook', type: 'webhook', from: 'default' },
  ]);
  expect(text).not.toContain('secret');
});

it('an entity’s page says whether a test can be asked for, and why not', async () => {
  const { server } = await start();
  const { body } = await request(server).get(entityUrl('ingestor'));
  expect(body.notificationTest).toEqual({ possible: true });

  const without = await start({}, false);
  const answer = await request(without.server).get(entityUrl('ingestor'));
  expect(answer.body.notificationTest).toEqual({
    possible: false,
    reason: expect.stringContaining(
      'monitoring.provisioning.alertmanagerConfig',
    ),
  });
});
