import { execFileSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { Sandbox } from '../__testUtils__/Sandbox';
import { anEntity, anOpenSlo, CHECKOUT, SLOTH } from '../__testUtils__/samples';

jest.setTimeout(60_000);

describe('sightline slo rules', () => {
  let sandbox: Sandbox;

  beforeEach(async () => {
    sandbox = await Sandbox.create({
      'catalog-info.yaml': CHECKOUT,
      'slos.yaml': anOpenSlo(),
      'sloth.yaml': SLOTH,
    });
  });

  afterEach(() => sandbox.remove());

  const rules = (...args: string[]) => sandbox.run(['slo', 'rules', ...args]);

  function checkRules(file: string): string {
    return execFileSync('promtool', ['check', 'rules', sandbox.path(file)], {
      encoding: 'utf8',
    });
  }

  const files = ['catalog-info.yaml', 'slos.yaml', 'sloth.yaml'];

  it('writes rules that Prometheus takes, from every kind of file', async () => {
    expect(await rules(...files, '--out', 'rules.yaml')).toEqual({
      code: 0,
      out: '',
      err: 'Written: rules.yaml\n',
    });
    expect(checkRules('rules.yaml')).toMatch(/SUCCESS: \d\d+ rules found/);
    const { groups } = parse(await sandbox.read('rules.yaml'));
    const text = JSON.stringify(groups);
    for (const service of ['checkout', 'media', 'shop']) {
      expect(text).toContain(service);
    }
  });

  it('writes the same whatever the order of the files', async () => {
    const { out } = await rules(...files);
    expect((await rules(...[...files].reverse())).out).toBe(out);
    expect(out).not.toMatch(/[&*]a\d/);
    expect(out).not.toContain('NaN');
  });

  it('writes objects of the Prometheus Operator', async () => {
    const { out } = await rules(
      'slos.yaml',
      '--format',
      'prometheusrule',
      '--namespace',
      'monitoring',
      '--label',
      'release=stack',
      '--label',
      'example.com/team=shop',
    );
    const { spec, ...head } = parse(out);
    expect(head).toEqual({
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PrometheusRule',
      metadata: {
        name: 'sightline-slos',
        namespace: 'monitoring',
        labels: {
          'app.kubernetes.io/managed-by': 'sightline',
          release: 'stack',
          'example.com/team': 'shop',
        },
      },
    });
    await sandbox.write('spec.yaml', stringify(spec));
    expect(checkRules('spec.yaml')).toMatch(/SUCCESS/);
  });

  it('parts objects that the operator would refuse, and tidies up', async () => {
    const many = Array.from({ length: 90 }, (_, index) =>
      anOpenSlo().replace(/uploads/g, `uploads-${index}`),
    );
    await sandbox.write('many.yaml', many.join('---\n'));
    const args = ['--format', 'prometheusrule', '--out', 'rules/'];
    expect((await rules('many.yaml', ...args)).code).toBe(0);
    const names = await readdir(sandbox.path('rules'));
    expect(names.length).toBeGreaterThan(1);
    const groups: string[] = [];
    for (const name of names) {
      const text = await sandbox.read(`rules/${name}`);
      expect(text.length).toBeLessThan(524_288);
      const { metadata, spec } = parse(text);
      expect(`${metadata.name}.yaml`).toBe(name);
      groups.push(...spec.groups.map((group: any) => group.name));
    }
    expect(new Set(groups).size).toBe(groups.length);
    await sandbox.write('rules/sightline-slos-9.yaml', 'of: a person\n');
    const { err } = await rules('slos.yaml', ...args);
    expect(err).toMatch(/Removed, .*: rules\/sightline-slos-2.yaml/);
    expect(await readdir(sandbox.path('rules'))).toEqual([
      'sightline-slos-9.yaml',
      'sightline-slos.yaml',
    ]);
  });

  it('writes a namespace for mimirtool', async () => {
    const { out } = await rules('slos.yaml', '--format', 'mimir');
    const { namespace, ...file } = parse(out);
    expect(namespace).toBe('sightline');
    await sandbox.write('rules.yaml', stringify(file));
    expect(checkRules('rules.yaml')).toMatch(/SUCCESS/);
    for (const { rules: ofGroup } of file.groups) {
      expect(ofGroup.length).toBeLessThanOrEqual(20);
    }
  });

  it('writes alert rules for file provisioning of Grafana', async () => {
    const { out } = await rules(
      'slos.yaml',
      '--format',
      'grafana',
      '--datasource',
      'prom-1',
      '--runbook-url',
      'https://runbooks.example.com/',
    );
    const { apiVersion, groups } = parse(out);
    expect(apiVersion).toBe(1);
    expect(groups).toHaveLength(1);
    const [{ rules: alerts, ...group }] = groups;
    expect(group).toEqual({
      orgId: 1,
      name: 'sightline:slo:component:default/media:uploads',
      folder: 'Sightline',
      interval: '1m',
    });
    expect(alerts.map(({ labels }: any) => labels.severity)).toEqual([
      'critical',
      'warning',
    ]);
    for (const rule of alerts) {
      expect(rule).toMatchObject({
        uid: expect.stringMatching(/^[A-Za-z0-9_-]{1,40}$/),
        condition: 'B',
        noDataState: 'OK',
        annotations: {
          runbook_url: 'https://runbooks.example.com/SloBurnRate',
        },
      });
      expect(rule.data[0]).toMatchObject({
        datasourceUid: 'prom-1',
        model: { instant: true },
      });
      // Grafana would take them for environment variables.
      expect(JSON.stringify([rule.annotations, rule.labels])).not.toContain(
        '$',
      );
    }
    expect(new Set(alerts.map(({ uid }: any) => uid)).size).toBe(2);
  });

  it('puts owner, portal and runbook into the texts of alerts only', async () => {
    const plain = parse((await rules('catalog-info.yaml')).out);
    const { out } = await rules(
      'catalog-info.yaml',
      '--owner',
      'group:default/other',
      '--portal-url',
      'https://portal.example.com/',
      '--runbook-url',
      'https://runbooks.example.com',
    );
    expect(out).toContain('group:default/other');
    expect(out).toContain(
      'https://portal.example.com/catalog/default/component/checkout/monitoring',
    );
    expect(out).toContain('https://runbooks.example.com/SloBurnRate');
    const names = ({ groups }: any) =>
      groups.flatMap((group: any) => [
        group.name,
        ...group.rules.map(({ record, alert }: any) => record ?? alert),
      ]);
    expect(names(parse(out))).toEqual(names(plain));
  });

  it('writes nothing when one SLO is wrong, and says so', async () => {
    await rules('slos.yaml', '--out', 'rules.yaml');
    const before = await sandbox.read('rules.yaml');
    await sandbox.write('bad.yaml', anOpenSlo('99'));
    const { code, err } = await rules(
      'bad.yaml',
      'sloth.yaml',
      '--out',
      'rules.yaml',
    );
    expect(code).toBe(1);
    expect(err).toMatch(/^bad.yaml:29:1: error: /);
    expect(err).toMatch(
      /1 error, and 1 SLO in order. Nothing is written; 'rules.yaml' is as it was\n$/,
    );
    expect(await sandbox.read('rules.yaml')).toBe(before);
  });

  it('writes nothing of an entity whose metrics nobody looked at', async () => {
    await sandbox.write(
      'catalog-info.yaml',
      anEntity('checkout', {
        'monitoring/packs': 'http',
        'monitoring/slos': 'availability 99.9%',
      }),
    );
    const { code, out, err } = await rules('.');
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(/--prometheus, or name the dialect: http\(dialect=/);
    expect(err).toMatch(/:7:22: error: Not all SLOs of this entity are known/);
  });

  it('refuses two SLOs of one name', async () => {
    await sandbox.write('again.yaml', anOpenSlo('0.99'));
    const { code, err } = await rules('slos.yaml', 'again.yaml');
    expect(code).toBe(1);
    expect(err).toMatch(
      /^again.yaml:\d+:1: error: There are two SLOs 'uploads' of component:default\/media; the other one is in slos.yaml/m,
    );
    expect((await rules('slos.yaml', './slos.yaml')).code).toBe(0);
  });

  it('gives documents an entity and a selector', async () => {
    await sandbox.write(
      'slos.yaml',
      anOpenSlo().replace(/service="media"/g, '$selector'),
    );
    const { out } = await rules(
      'slos.yaml',
      '--entity',
      'Shop',
      '--selector',
      'job="storefront", env=~"a|b"',
    );
    expect(out).toContain('component:default/shop');
    expect(out).toContain('requests_total{job="storefront", env=~"a|b"');
  });

  it('alerts as the configuration says, entities and documents alike', async () => {
    await sandbox.write(
      'app-config.yaml',
      'monitoring: { slo: { minimumEvents: 4711 } }',
    );
    for (const file of ['catalog-info.yaml', 'slos.yaml']) {
      const args = [file, '--config', 'app-config.yaml'];
      expect((await rules(file)).out).not.toContain('4711');
      expect((await rules(...args)).out).toContain('4711');
    }
  });

  it('replaces files as a whole, and says when it cannot', async () => {
    await sandbox.write('rules/sightline-slos.yaml', 'old\n');
    await sandbox.write('file', 'a file\n');
    expect(await rules('slos.yaml', '--out', 'file/x.yaml')).toMatchObject({
      code: 2,
      err: "sightline: 'file/x.yaml' cannot be written: ENOTDIR\n",
    });
    expect((await rules('slos.yaml', '--out', 'rules')).code).toBe(0);
    expect(await readdir(sandbox.path('rules'))).toEqual([
      'sightline-slos.yaml',
    ]);
  });

  it.each([
    [['--format', 'grafana'], /needs --datasource/],
    [['--label', 'a=b'], /--label is for --format prometheusrule/],
    [['--format', 'prometheusrule', '--name', 'A_b'], /--name is 'A_b'/],
    [['--format', 'prometheusrule', '--namespace', 'a.b'], /--namespace is/],
    [['--format', 'prometheusrule', '--label', 'a'], /--label is 'a'/],
    [['--format', 'prometheusrule', '--label', 'a=b c'], /--label is 'a=b c'/],
    [['--portal-url', 'portal'], /--portal-url is no address/],
    [['--entity', 'a:b:c'], /--entity is 'a:b:c'/],
    [['--selector', 'a='], /--selector is 'a='/],
    [['--selector', ''], /A label matcher is missing/],
    [['--format', 'sloth'], /Allowed choices are prometheus/],
  ])('says how it is used, given %j', async (args, message) => {
    const { code, out, err } = await rules('slos.yaml', ...args);
    expect(err).toMatch(message);
    expect(out).toBe('');
    expect(code).toBe(2);
  });

  it('has nothing to write of entities without SLOs', async () => {
    await sandbox.write('a.yaml', anEntity('a', {}));
    expect(await rules('a.yaml')).toMatchObject({
      code: 2,
      err: 'sightline: There are no SLOs in what was read. Nothing is written\n',
    });
  });
});

describe('sightline slo export', () => {
  it('writes OpenSLO of every kind of file, which reads back', async () => {
    const sandbox = await Sandbox.create({
      'catalog-info.yaml': CHECKOUT,
      'slos.yaml': anOpenSlo(),
      'sloth.yaml': SLOTH,
    });
    try {
      const { code, out, err } = await sandbox.run([
        'slo',
        'export',
        'catalog-info.yaml',
        'slos.yaml',
        'sloth.yaml',
      ]);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      const documents = parseAllDocuments(out).map(one => (one as any).toJS());
      expect(
        documents.map(({ apiVersion, kind, metadata, spec }) => [
          apiVersion,
          kind,
          spec.service,
          metadata.name,
          spec.objectives[0].target,
        ]),
      ).toEqual([
        ['openslo/v1', 'SLO', 'checkout', 'availability', 0.999],
        ['openslo/v1', 'SLO', 'checkout', 'latency-500-ms', 0.95],
        ['openslo/v1', 'SLO', 'media', 'uploads', 0.999],
        ['openslo/v1', 'SLO', 'shop', 'orders', 0.995],
      ]);
      const checked = await sandbox.run(['validate', '-'], { input: out });
      expect(checked.out).toBe('');
      expect(checked.err).toMatch(/4 SLOs: no problems/);
      expect(
        (await sandbox.run(['slo', 'export', '-'], { input: 'a: [' })).code,
      ).toBe(1);
    } finally {
      await sandbox.remove();
    }
  });
});
