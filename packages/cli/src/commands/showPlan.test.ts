import {
  RunningStandIn,
  STAND_IN_TOKENS,
  startGrafanaStandIn,
} from '@sightline/grafana-stand-in';
import { mkdir } from 'node:fs/promises';
import { Sandbox } from '../__testUtils__/Sandbox';
import { anEntity, CHECKOUT } from '../__testUtils__/samples';

jest.setTimeout(60_000);

describe('sightline plan', () => {
  let sandbox: Sandbox;

  beforeEach(async () => {
    sandbox = await Sandbox.create({ 'catalog-info.yaml': CHECKOUT });
  });

  afterEach(() => sandbox.remove());

  const plan = (args: string[], env: Record<string, string> = {}) =>
    sandbox.run(['plan', ...args], { env });

  it('would create everything while nothing is compared', async () => {
    expect(await plan(['.'])).toEqual({
      code: 4,
      err: '',
      out: `grafana:default (not compared)
  + create folder 'Sightline' of sightline/default
  + create dashboard 'checkout · HTTP' of component:default/checkout

rule-files:default (not compared)
  + create alert rule group 'checkout · alerts' of component:default/checkout
  + create slo rule group 'Shared SLO rules' of sightline/shared-slos

4 to create
`,
    });
  });

  it('has nothing to do for entities that ask for nothing', async () => {
    await sandbox.write('a.yaml', anEntity('a', {}));
    expect(await plan(['a.yaml'])).toEqual({
      code: 0,
      err: '',
      out: 'Nothing to do\n',
    });
  });

  it('answers as JSON', async () => {
    const { out, code } = await plan(['.', '--format', 'json']);
    const { steps, errors, problems } = JSON.parse(out);
    expect(steps.map(({ action, kind }: any) => [action, kind])).toContainEqual(
      ['create', 'dashboard'],
    );
    expect({ errors, problems }).toEqual({ errors: [], problems: [] });
    expect(code).toBe(4);
  });

  it('goes by the configuration of the portal', async () => {
    await sandbox.write(
      'app-config.yaml',
      `app: { baseUrl: https://portal.example.com }
monitoring:
  prometheus: [{ id: default, url: http://localhost:9090 }]
  provisioning:
    mimir: [{ id: default, url: http://localhost:9009/prometheus }]
    alerts: mimir
    slos: none
`,
    );
    const { out } = await plan(['.', '--config', 'app-config.yaml']);
    expect(out).toMatch(/^mimir:default \(not compared\)$/m);
    expect(out).not.toMatch(/grafana|slo rule group/);
  });

  it('says what is wrong beside the rest of the plan', async () => {
    await sandbox.write(
      'b.yaml',
      anEntity('b', {
        'monitoring/packs': 'http(dialect=opentelemetry), nodjs',
      }),
    );
    const { code, err, out } = await plan(['catalog-info.yaml', 'b.yaml']);
    expect(err).toMatch(/^b.yaml:6:52: error: There is no pack 'nodjs'/);
    expect(out).toMatch(/create dashboard 'checkout · HTTP'/);
    expect(code).toBe(1);
  });

  it('compares with rule files, and does not take a person’s for ours', async () => {
    await mkdir(sandbox.path('rules'));
    await sandbox.write('rules/own.yaml', 'groups: []\n');
    const { code, out } = await plan(['.', '--prometheus-rules', 'rules']);
    expect(out).toMatch(
      /^rule-files:default\n {2}\+ create alert rule group 'checkout · alerts'/m,
    );
    expect(code).toBe(4);
    expect(await plan(['.', '--prometheus-rules', 'none'])).toMatchObject({
      code: 3,
      err: expect.stringMatching(/There is no folder '.*none' with rule files/),
    });
  });

  it.each([
    [['--grafana', 'none.json'], /neither an address nor a file/],
    [['--grafana', 'catalog-info.yaml'], /neither an address nor a file/],
    [['--grafana', 'package.json'], /is not what 'sightline plan/],
    [['--save-grafana', 'x'], /--save-grafana needs --grafana/],
    [['--grafana', 'http://u:p@x'], /holds a password/],
  ])('says how it is used, given %j', async (args, message) => {
    await sandbox.write('package.json', '{}');
    const { code, err } = await plan(['.', ...args]);
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });

  describe('with a Grafana', () => {
    let standIn: RunningStandIn;

    beforeEach(async () => {
      standIn = await startGrafanaStandIn({
        port: 0,
        prometheusUrl: 'http://127.0.0.1:9',
      });
    });

    afterEach(() => standIn.close());

    it('compares, keeps what it holds, and compares with that', async () => {
      const env = { GRAFANA_TOKEN: STAND_IN_TOKENS.editor };
      const args = ['.', '--grafana', standIn.url];
      const { code, out, err } = await plan(
        [...args, '--save-grafana', 'grafana.json'],
        env,
      );
      expect(err).toBe('');
      expect(out).toMatch(/^grafana:default\n {2}\+ create folder/);
      expect(code).toBe(4);
      expect(await sandbox.read('grafana.json')).not.toContain(
        STAND_IN_TOKENS.editor,
      );
      expect((await plan(['.', '--grafana', 'grafana.json'])).out).toBe(out);
    });

    it('says that it needs a token, and not which one it had', async () => {
      const { code, err } = await plan(['.', '--grafana', standIn.url], {
        GRAFANA_TOKEN: 'wrong-secret',
      });
      expect(code).toBe(3);
      expect(err).toMatch(/credentials/);
      expect(err).not.toContain('wrong-secret');
    });
  });
});
