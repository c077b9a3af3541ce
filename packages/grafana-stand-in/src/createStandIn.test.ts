import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import request from 'supertest';
import { createStandIn } from './createStandIn';
import { STAND_IN_TOKENS } from './http/identities';
import { GrafanaState } from './state/GrafanaState';

const EDITOR = `Bearer ${STAND_IN_TOKENS.editor}`;
const prometheusUrl = 'http://prometheus.example:9090';

function save(app: ReturnType<typeof createStandIn>, title: string) {
  return request(app)
    .post('/api/dashboards/db')
    .set('authorization', EDITOR)
    .send({ dashboard: { uid: 'd1', title } })
    .expect(200);
}

describe('createStandIn', () => {
  describe('what it does not know', () => {
    it.each([
      ['GET', '/api/folders/f1/counts'],
      ['GET', '/api/dashboards/tags'],
      ['POST', '/api/v1/provisioning/alert-rules'],
      ['PUT', '/api/v1/provisioning/alert-rules/r1'],
      ['GET', '/api/v1/provisioning/mute-timings/export'],
      ['POST', '/api/ds/query'],
      ['GET', '/api/ruler/grafana/api/v1/rules'],
      ['GET', '/apis/iam.grafana.app'],
      ['GET', '/api/health/'],
    ])('%s %s answers 501 and names the call', async (method, path) => {
      const { status, body } = await request(createStandIn({ prometheusUrl }))
        [method.toLowerCase() as 'get'](path)
        .set('authorization', EDITOR);
      expect(status).toBe(501);
      expect(body).toEqual({
        message: `The Grafana stand-in does not know ${method} ${path}`,
      });
    });

    it('refuses who it does not know before it says so', async () => {
      const { status } = await request(createStandIn({ prometheusUrl })).get(
        '/api/nope',
      );
      expect(status).toBe(401);
    });
  });

  it('refuses a dashboard of more than 16 MB', async () => {
    const { status, body } = await request(createStandIn({ prometheusUrl }))
      .post('/api/dashboards/db')
      .set('authorization', EDITOR)
      .send({ dashboard: { title: 'x'.repeat(17 * 1024 * 1024) } });
    expect(status).toBe(413);
    expect(body).toEqual({ message: 'Dashboard is too large, max is 16 MB' });
  });

  it('keeps the state that it is given', async () => {
    const state = new GrafanaState(() => new Date('2026-01-02T03:04:05.678Z'));
    await save(createStandIn({ prometheusUrl, state }), 'Ours');
    expect(state.dashboards.get('d1')).toMatchObject({
      created: '2026-01-02T03:04:05Z',
      data: { title: 'Ours' },
    });
  });

  describe('its pages', () => {
    const app = createStandIn({ prometheusUrl });

    beforeAll(() => save(app, 'Ours'));

    it.each([
      ['/', 200],
      ['/d/d1', 200],
      ['/d/d1/ours', 200],
      ['/d/nope', 404],
    ])('%s says that this is not Grafana', async (path, expected) => {
      const { status, text, headers } = await request(app).get(path);
      expect(status).toBe(expected);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(text).toContain('<strong>This is not Grafana.</strong>');
    });

    it('shows titles as text, whatever is in them', async () => {
      const other = createStandIn({ prometheusUrl });
      await save(other, '<script>alert(1)</script>');
      const { text } = await request(other).get('/d/d1');
      expect(text).toContain('&#60;script&#62;alert(1)&#60;/script&#62;');
      expect(text).not.toContain('<script');
    });

    it('says in every answer, also of the API, that it is a stand-in', async () => {
      const { headers } = await request(app).get('/api/health');
      expect(headers['x-sightline-stand-in']).toBe(
        'This is not Grafana: demo and tests only',
      );
    });
  });

  describe('the proxy of its data source', () => {
    let upstream: Server;
    let upstreamUrl: string;
    let seen: { method?: string; url?: string; type?: string; body: string }[];

    beforeEach(async () => {
      seen = [];
      upstream = createServer(async (req, res) => {
        const chunks: Buffer[] = [];
        for await (const chunk of req) {
          chunks.push(chunk);
        }
        seen.push({
          method: req.method,
          url: req.url,
          type: req.headers['content-type'],
          body: Buffer.concat(chunks).toString('utf8'),
        });
        const busy = req.url?.includes('busy');
        res
          .writeHead(busy ? 429 : 200, {
            'content-type': 'application/json',
            ...(busy ? { 'retry-after': '7' } : {}),
          })
          .end('{"status":"success"}');
      });
      await new Promise<void>(resolve =>
        upstream.listen(0, '127.0.0.1', () => resolve()),
      );
      const { port } = upstream.address() as AddressInfo;
      upstreamUrl = `http://127.0.0.1:${port}`;
    });

    afterEach(() => {
      upstream.closeAllConnections();
      return new Promise(resolve => upstream.close(resolve));
    });

    const path = '/api/datasources/proxy/uid/prom/api/v1/query';

    it('passes a GET on with its query, without credentials', async () => {
      const { status, body } = await request(
        createStandIn({ prometheusUrl: upstreamUrl }),
      )
        .get(`${path}?query=up%7Ba%3D%22b%22%7D&time=5`)
        .set('authorization', EDITOR);
      expect(status).toBe(200);
      expect(body).toEqual({ status: 'success' });
      expect(seen).toEqual([
        {
          method: 'GET',
          url: '/api/v1/query?query=up%7Ba%3D%22b%22%7D&time=5',
          type: undefined,
          body: '',
        },
      ]);
    });

    it('passes the form of a POST on', async () => {
      await request(createStandIn({ prometheusUrl: upstreamUrl }))
        .post(path)
        .set('authorization', EDITOR)
        .type('form')
        .send('query=up&time=5')
        .expect(200);
      expect(seen).toEqual([
        {
          method: 'POST',
          url: '/api/v1/query',
          type: 'application/x-www-form-urlencoded',
          body: 'query=up&time=5',
        },
      ]);
    });

    it('passes the status and Retry-After of the upstream back', async () => {
      const { status, headers } = await request(
        createStandIn({ prometheusUrl: upstreamUrl }),
      )
        .get(`${path}?query=busy`)
        .set('authorization', EDITOR);
      expect(status).toBe(429);
      expect(headers['retry-after']).toBe('7');
    });

    it('answers 502 with an empty body when the upstream is dead', async () => {
      await new Promise(resolve => upstream.close(resolve));
      const { status, text } = await request(
        createStandIn({ prometheusUrl: upstreamUrl }),
      )
        .get(`${path}?query=up`)
        .set('authorization', EDITOR);
      expect(status).toBe(502);
      expect(text).toBe('');
    });

    it('does not find another data source', async () => {
      const { status, body } = await request(
        createStandIn({ prometheusUrl: upstreamUrl }),
      )
        .get('/api/datasources/proxy/uid/nope/api/v1/query?query=up')
        .set('authorization', EDITOR);
      expect(status).toBe(404);
      expect(body).toEqual({ message: 'Unable to find datasource' });
      expect(seen).toEqual([]);
    });
  });
});
