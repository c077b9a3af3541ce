import { mkdir, symlink } from 'node:fs/promises';
import { Sandbox } from '../__testUtils__/Sandbox';
import { anEntity, anOpenSlo, CHECKOUT } from '../__testUtils__/samples';

describe('sightline validate', () => {
  let sandbox: Sandbox;

  beforeEach(async () => {
    sandbox = await Sandbox.create();
  });

  afterEach(() => sandbox.remove());

  it('has nothing to say of annotations that are right', async () => {
    await sandbox.write('catalog-info.yaml', CHECKOUT);
    expect(await sandbox.run(['validate', 'catalog-info.yaml'])).toEqual({
      code: 0,
      out: '',
      err: '1 file, 1 entity, 1 of them monitored, 2 SLOs: no problems\n',
    });
  });

  it('searches directories, but not those of packages', async () => {
    await sandbox.write('a/catalog-info.yaml', CHECKOUT);
    await sandbox.write('b/c/catalog-info.yaml', anEntity('other', {}));
    await sandbox.write('node_modules/d/catalog-info.yaml', 'a: [');
    await sandbox.write('.git/catalog-info.yaml', 'a: [');
    const { code, err } = await sandbox.run(['validate', '.', 'a']);
    expect(err).toMatch(/^2 files, 2 entities, 1 of them monitored/);
    expect(code).toBe(0);
  });

  it('names file, line and column of each fault, in every document', async () => {
    await sandbox.write(
      'catalog-info.yaml',
      `${CHECKOUT}---
${anEntity('upload', {
  'monitoring/pack': 'http',
  'monitoring/packs': 'nodjs',
  'monitoring/slos': '|\n      availability 99.9%\n      latency p95 < 500',
})}---
kind: Group
---
a: [
`,
    );
    const { code, out, err } = await sandbox.run([
      'validate',
      'catalog-info.yaml',
    ]);
    expect(code).toBe(1);
    expect(
      out
        .split('\n')
        .filter(line => line.startsWith('catalog-info'))
        .map(line => line.slice(0, 78)),
    ).toEqual([
      "catalog-info.yaml:18:5: error: There is no annotation 'monitoring/pack'; did y",
      "catalog-info.yaml:19:23: error: There is no pack 'nodjs'; did you mean 'nodejs",
      "catalog-info.yaml:22:21: error: '500' is no duration such as 500ms or 2s. This",
      'catalog-info.yaml:28:1: error: This document is no entity: it has no apiVersio',
      'catalog-info.yaml:31:1: error: This is no YAML: Flow sequence in block collect',
    ]);
    expect(out).toContain('    in component:default/upload monitoring/slos\n');
    expect(err).toMatch(/: 5 errors\n$/);
  });

  it('says faults as a GitHub workflow reads them', async () => {
    await sandbox.write(
      'services/catalog-info.yaml',
      anEntity('checkout', {
        'monitoring/packs': 'http',
        'monitoring/slos': 'availability 99,9%',
      }),
    );
    const { out } = await sandbox.run(['validate', '--format', 'github', '.']);
    expect(out).toBe(
      "::error file=services/catalog-info.yaml,line=7,col=35,title=component%3Adefault/checkout monitoring/slos::'99,9%25' has a comma; write it with a point: 99.9%25. This SLO is left out, the others are used; rules that it had stay until it is mended.%0AThis works: availability 99.9%25 30d; latency p95 < 500ms 30d\n",
    );
  });

  it('says faults as JSON', async () => {
    const { out, err, code } = await sandbox.run(
      ['validate', '--format', 'json', '-'],
      { input: anEntity('checkout', { 'monitoring/packs': 'htp' }) },
    );
    expect(JSON.parse(out)).toEqual({
      files: 1,
      entities: 1,
      monitored: 1,
      slos: 0,
      problems: [
        {
          file: '<stdin>',
          line: 6,
          column: 23,
          severity: 'error',
          message: expect.stringContaining("did you mean 'http'"),
          example: 'http',
          entity: 'component:default/checkout',
          annotation: 'monitoring/packs',
        },
      ],
    });
    expect(err).toBe('');
    expect(code).toBe(1);
  });

  it('only warns of packs that a module may add; strict, that fails', async () => {
    await sandbox.write(
      'catalog-info.yaml',
      anEntity('checkout', { 'monitoring/packs': 'payment-terminals' }),
    );
    const plain = await sandbox.run(['validate', '.']);
    expect(plain.out).toMatch(
      /^catalog-info.yaml:6:23: warning: .*not built in.*--pack-module/,
    );
    expect(plain.code).toBe(0);
    expect((await sandbox.run(['validate', '--strict', '.'])).code).toBe(1);
  });

  it('knows the packs of a module', async () => {
    await sandbox.write(
      'packs.js',
      `exports.packs = [{
        id: 'terminals', title: 'T', description: '', metricsFrom: '',
        dashboards: () => [], alerts: () => [],
        slis: () => [{
          id: 'terminals:paid', title: 'Paid', serves: ['availability'],
          sli: { type: 'ratio', bad: 'a{$selector}[$window]', total: 'b{$selector}[$window]' },
        }],
      }];`,
    );
    const entity = anEntity('checkout', {
      'monitoring/packs': 'terminals',
      'monitoring/slos': 'availability 99% sli=terminals:paid',
    });
    const args = ['validate', '-', '--pack-module', './packs.js'];
    const { err, code } = await sandbox.run(args, { input: entity });
    expect(err).toMatch(/1 SLO: no problems/);
    expect(code).toBe(0);
    await sandbox.write('packs.js', 'exports.other = 1;');
    expect(
      await sandbox.run([...args.slice(0, -1), './none.js'], { input: entity }),
    ).toMatchObject({
      code: 2,
      err: expect.stringMatching(/packs of '.\/none.js' cannot be used/),
    });
  });

  it('checks channels, servers and the default window with a configuration', async () => {
    await sandbox.write(
      'app-config.yaml',
      `monitoring:
  prometheus: [{ id: eu, url: http://localhost:9090 }]
  grafana:
    - id: default
      url: http://localhost:3000
      auth: { method: bearer, token: '\${GRAFANA_TOKEN}' }
  notifications:
    channels: [{ name: shop-slack, type: slack, url: '\${SLACK_URL}' }]
`,
    );
    await sandbox.write(
      'catalog-info.yaml',
      anEntity('checkout', {
        'monitoring/packs': 'nodejs',
        'monitoring/prometheus': 'us',
        'monitoring/notify': 'shop-slack, shop-mail',
      }),
    );
    const without = await sandbox.run(['validate', '.']);
    expect(without.code).toBe(0);
    const { code, out, err } = await sandbox.run([
      'validate',
      '--config',
      'app-config.yaml',
      '.',
    ]);
    expect(code).toBe(1);
    expect(out).toMatch(/:7:28: error: .*'us'/);
    expect(out).toMatch(/:8:36: error: No channel 'shop-mail'/);
    expect(out).not.toMatch(/shop-slack' is/);
    expect(err).toMatch(/note: GRAFANA_TOKEN, SLACK_URL .* not set here/);
  });

  it('says what is wrong with a configuration', async () => {
    await sandbox.write(
      'app-config.yaml',
      'monitoring: { slo: { defaultWindow: 2y } }',
    );
    await sandbox.write('catalog-info.yaml', CHECKOUT);
    const args = ['validate', '.', '--config'];
    expect(await sandbox.run([...args, 'app-config.yaml'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/monitoring.slo.defaultWindow is '2y'/),
    });
    expect(await sandbox.run([...args, 'none.yaml'])).toMatchObject({
      code: 2,
      err: "sightline: There is no configuration file 'none.yaml'\n",
    });
  });

  describe('follows $text, and', () => {
    const entity = (target: string) =>
      anEntity('checkout', {
        'monitoring/packs': 'http',
        'monitoring/slos': `{ $text: ${target} }`,
      });

    it('names the place in the file that it names', async () => {
      await sandbox.write('a/catalog-info.yaml', entity('./slos/own.yaml'));
      await sandbox.write('a/slos/own.yaml', anOpenSlo('99.9'));
      const { code, out } = await sandbox.run(['validate', 'a']);
      expect(out).toMatch(/^a\/slos\/own.yaml:29:\d+: error: .*targetPercent/);
      expect(code).toBe(1);
      await sandbox.write(
        'a/slos/own.yaml',
        anOpenSlo().replace('service: media', 'service: checkout'),
      );
      expect((await sandbox.run(['validate', 'a'])).err).toMatch(
        /1 SLO: no problems/,
      );
    });

    it.each([
      ['../secret.yaml', /not below the folder of this file/],
      ['/etc/passwd', /not below the folder of this file/],
      ['link.yaml', /a link that leads out of the folder/],
      ['folder/secret.yaml', /a link that leads out of the folder/],
      ['none.yaml', /there is no such file/],
      ['inner', /cannot be read: EISDIR/],
    ])('does not read %s', async (target, message) => {
      await sandbox.write('secret.yaml', 'availability 12,3%');
      await sandbox.write('out/secret.yaml', 'availability 12,3%');
      await sandbox.write('a/catalog-info.yaml', entity(target));
      await mkdir(sandbox.path('a/inner'));
      await symlink('../secret.yaml', sandbox.path('a/link.yaml'));
      await symlink('../out', sandbox.path('a/folder'));
      const { code, out } = await sandbox.run(['validate', 'a']);
      expect(out).toMatch(/^a\/catalog-info.yaml:7:22: error: /);
      expect(out).toMatch(message);
      expect(out).not.toContain('12,3');
      expect(code).toBe(1);
    });

    it('asks no server', async () => {
      await sandbox.write(
        'catalog-info.yaml',
        entity('https://example.com/slos.yaml'),
      );
      const { code, out } = await sandbox.run(['validate', '.']);
      expect(out).toMatch(/warning: .*address.*is not looked at/);
      expect(code).toBe(0);
    });
  });

  it('checks SLO documents too, and files of both', async () => {
    await sandbox.write(
      'mixed.yaml',
      `${CHECKOUT}---\n${anOpenSlo('1.5')}---\n${anOpenSlo('0.5').replace(
        /uploads/g,
        'downloads',
      )}`,
    );
    const { code, out, err } = await sandbox.run(['validate', 'mixed.yaml']);
    expect(out).toMatch(/^mixed.yaml:41:1: error: /m);
    expect(out).toMatch(/^ {4}in \/spec\/objectives\/0\/target$/m);
    expect(out).toMatch(/^mixed.yaml:\d+:1: warning: .*can never fire/m);
    expect(err).toMatch(/1 entity, 1 of them monitored, 3 SLOs/);
    expect(code).toBe(1);
  });

  it.each([
    [
      'an alias of nothing',
      'metadata: { name: a, annotations: *b }',
      /:4:1|:1:1/,
    ],
    [
      'a number for a namespace',
      'metadata: { name: a, namespace: 5 }',
      /namespace is no text/,
    ],
    [
      'a number for a title',
      'metadata: { name: a, title: 5 }',
      /title is no text/,
    ],
    ['a list for a spec', 'metadata: { name: a }\nspec: [1]', /spec is no map/],
    ['an empty name', 'metadata: { name: "" }', /no metadata.name/],
    [
      'a list of annotations',
      'metadata: { name: a, annotations: [a] }',
      /no map/,
    ],
    [
      'a number for packs',
      'metadata: { name: a, annotations: { monitoring/packs: 5 } }',
      /is no text/,
    ],
    ['bytes', '\u0001: ]', /no YAML/],
  ])('bears %s', async (_what, text, message) => {
    const input = `apiVersion: backstage.io/v1alpha1\nkind: Component\n${text}\n---\n${CHECKOUT}`;
    const { code, out, err } = await sandbox.run(['validate', '-'], { input });
    expect(out).toMatch(/^<stdin>:\d+:\d+: error: /);
    expect(out).toMatch(message);
    expect(err).toMatch(/2 SLOs: \d errors?/);
    expect(code).toBe(1);
  });

  it('knows an entity that is written twice', async () => {
    await sandbox.write('a.yaml', CHECKOUT);
    await sandbox.write('b.yaml', CHECKOUT);
    const { out } = await sandbox.run(['validate', 'a.yaml', 'b.yaml']);
    expect(out).toMatch(/^b.yaml:1:1: error: .*is in a.yaml:1 already/);
  });

  it.each([
    ['nothing', [], /missing required argument 'files'/],
    ['no file', ['none.yaml'], /There is no file or directory 'none.yaml'/],
    [
      'an empty directory',
      ['empty'],
      /no catalog-info.yaml in or below 'empty'/,
    ],
    ['empty input', ['-'], /nothing to check/],
    ['an unknown format', ['-', '--format', 'xml'], /Allowed choices are text/],
    ['an unknown option', ['-', '--strickt'], /Did you mean --strict/],
  ])('says how it is used, given %s', async (_what, args, message) => {
    await mkdir(sandbox.path('empty'));
    const { code, out, err } = await sandbox.run(['validate', ...args]);
    expect(err).toMatch(message);
    expect(out).toBe('');
    expect(code).toBe(2);
  });
});
