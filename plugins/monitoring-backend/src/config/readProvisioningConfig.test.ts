import { ConfigReader } from '@backstage/config';
import { readMonitoringConfig } from './readMonitoringConfig';

const prometheus = [
  {
    id: 'default',
    url: 'http://mimir/prometheus/',
    tenant: 'media',
    auth: { method: 'bearer', token: 't' },
  },
  { id: 'eu-1', url: 'http://eu' },
];
const RULER = { id: 'default' };

function read(provisioning: object, more: object = {}, targets?: string[]) {
  return readMonitoringConfig(
    new ConfigReader({
      monitoring: { prometheus, provisioning, ...more } as any,
    }),
    { targets },
  );
}

describe('monitoring.provisioning', () => {
  it('takes one folder of rule files, whose id is default', () => {
    const { ruleFiles } = read({
      ruleFiles: { directory: './rules' },
    }).provisioning;
    expect(ruleFiles).toEqual([
      {
        id: 'default',
        directory: './rules',
        prometheus: 'default',
        auth: { method: 'none' },
      },
    ]);
  });

  it('takes a folder for each Prometheus', () => {
    const { ruleFiles, alerts } = read({
      ruleFiles: [
        { id: 'here', directory: './rules' },
        { id: 'eu', directory: './eu', prometheus: 'eu-1' },
      ],
    }).provisioning;
    expect(
      ruleFiles.map(folder => [folder.id, folder.directory, folder.prometheus]),
    ).toEqual([
      ['here', './rules', 'default'],
      ['eu', './eu', 'eu-1'],
    ]);
    expect(alerts).toBe('ruleFiles');
  });

  it('asks a ruler as its Prometheus is asked, unless it has an address of its own', () => {
    const { mimir } = read({
      mimir: [
        RULER,
        {
          id: 'eu',
          prometheus: 'eu-1',
          url: 'http://ruler/prometheus/',
          tenant: 'eu',
          namespace: 'ours',
          auth: { method: 'basic', username: 'u', password: 'p' },
        },
      ],
    }).provisioning;
    expect(mimir).toEqual([
      {
        id: 'default',
        prometheus: 'default',
        url: 'http://mimir/prometheus',
        tenant: 'media',
        auth: { method: 'bearer', token: 't' },
        namespace: 'sightline',
      },
      {
        id: 'eu',
        prometheus: 'eu-1',
        url: 'http://ruler/prometheus',
        tenant: 'eu',
        auth: { method: 'basic', username: 'u', password: 'p' },
        namespace: 'ours',
      },
    ]);
  });

  it('sends the words of a server to no other address', () => {
    const { mimir } = read({
      mimir: [{ ...RULER, url: 'http://ruler' }],
    }).provisioning;
    expect(mimir[0].auth).toEqual({ method: 'none' });
  });

  it('asks no ruler through a data source of Grafana, which reads alone', () => {
    const config = (ruler: object) =>
      readMonitoringConfig(
        new ConfigReader({
          monitoring: {
            grafana: [{ id: 'default', url: 'http://grafana' }],
            prometheus: [
              { id: 'eu', grafana: { id: 'default', datasource: 'prom' } },
            ],
            provisioning: { mimir: [{ id: 'eu', ...ruler }] },
          },
        }),
      ).provisioning.mimir[0].url;
    expect(() => config({})).toThrow(/mimir\[0\]\.url/);
    expect(config({ url: 'http://ruler' })).toBe('http://ruler');
  });

  it('refuses two that would delete what the other wrote', () => {
    const url = 'http://ruler/prometheus';
    const mimir = [
      { id: 'one', url, tenant: 'media' },
      { id: 'two', url, tenant: 'media', prometheus: 'eu-1' },
    ];
    expect(() => read({ mimir })).toThrow(
      /mimir\[1\] is the same namespace of the same tenant as .*mimir\[0\]/,
    );
    expect(
      read({ mimir: [mimir[0], { ...mimir[1], namespace: 'eu' }] }).provisioning
        .mimir,
    ).toHaveLength(2);
    const auth = (token: string) => ({ auth: { method: 'bearer', token } });
    const grafana = (token: string) => [
      { id: 'a', url: 'http://grafana', ...auth('first-secret') },
      { id: 'b', url: 'http://grafana/', ...auth(token) },
    ];
    const same = { grafana: grafana('first-secret') };
    expect(() => read({}, same)).toThrow(
      /^monitoring\.grafana\[1\] is the same organisation as monitoring\.grafana\[0\](?!.*secret)/,
    );
    expect(read({}, { grafana: grafana('other') }).grafana).toHaveLength(2);
    // Nothing is written there.
    expect(read({ dashboards: 'none' }, same).grafana).toHaveLength(2);
  });

  it('puts each kind where it is told to, targets of modules included', () => {
    expect(
      read(
        {
          mode: 'remove',
          dashboards: 'acme:boards',
          alerts: 'mimir',
          slos: 'acme:rules',
          mimir: [RULER],
        },
        {},
        ['acme:boards', 'acme:rules'],
      ).provisioning,
    ).toMatchObject({
      mode: 'remove',
      dashboards: 'acme:boards',
      alerts: 'mimir',
      slos: 'acme:rules',
    });
  });

  it.each([
    [
      { dashboards: 'acme:boards' },
      `dashboards is 'acme:boards'; expected one of grafana, none, acme:rules`,
    ],
    [
      { slos: 'alertmanager' },
      `slos is 'alertmanager'; expected one of grafana, ruleFiles, mimir`,
    ],
    [{ mode: 'destroy' }, `mode is 'destroy'; expected one of apply, plan`],
    [
      { alerts: 'mimir' },
      `alerts is 'mimir', but monitoring.provisioning.mimir names no ruler`,
    ],
    [
      {
        ruleFiles: [
          { id: 'a', directory: './a' },
          { id: 'b', directory: './b' },
        ],
      },
      `ruleFiles has 'a' and 'b' for the same Prometheus 'default'`,
    ],
    [
      {
        ruleFiles: [
          { id: 'a', directory: './rules' },
          { id: 'b', directory: 'rules/', prometheus: 'eu-1' },
        ],
      },
      `ruleFiles has 'a' and 'b' in one directory, 'rules/'`,
    ],
    [
      { ruleFiles: [{ id: 'a', directory: './a', prometheus: 'us' }] },
      `ruleFiles[0].prometheus is 'us', but monitoring.prometheus names no such server; there are: default, eu-1`,
    ],
    [{ mimir: [RULER, RULER] }, `mimir[1].id 'default' is used twice`],
    [
      { mimir: [RULER, { id: 'b' }] },
      `mimir has 'default' and 'b' for the same Prometheus 'default'`,
    ],
    [
      { mimir: [{ ...RULER, tenant: 'a|b' }] },
      `mimir[0].tenant is 'a|b'; expected the id of one tenant`,
    ],
    [{ mimir: [{ ...RULER, tenant: '..' }] }, `mimir[0].tenant is '..'`],
    [
      { mimir: [{ ...RULER, namespace: '../x' }] },
      `mimir[0].namespace is '../x'; expected up to 100 letters`,
    ],
    [{ mimir: [{ ...RULER, url: 'mimir' }] }, `mimir[0].url is 'mimir'`],
  ])('refuses %j', (provisioning, message) => {
    expect(() => read(provisioning, {}, ['acme:rules'])).toThrow(
      `monitoring.provisioning.${message}`,
    );
  });

  it('refuses folders and data sources of a Grafana that mean nothing', () => {
    const grafana = (more: object) => ({
      grafana: [{ id: 'default', url: 'http://grafana', ...more }],
    });
    const datasources = { 'eu-1': 'uid-eu' };
    expect(read({}, grafana({ datasources })).grafana[0].datasources).toEqual(
      datasources,
    );
    expect(() => read({}, grafana({ folders: { by: 'team' } }))).toThrow(
      `monitoring.grafana[0].folders.by is 'team'; expected one of none, owner, system`,
    );
    expect(() => read({}, grafana({ datasources: { us: 'x' } }))).toThrow(
      `monitoring.grafana[0].datasources names 'us', but monitoring.prometheus names no such server; there are: default, eu-1`,
    );
    expect(() => read({}, grafana({ datasources: { 'eu-1': 3 } }))).toThrow(
      `monitoring.grafana[0].datasources.eu-1 is no text; expected the uid`,
    );
  });
});
