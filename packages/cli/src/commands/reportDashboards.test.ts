import { gzipSync } from 'node:zlib';
import { writeFile } from 'node:fs/promises';
import { Sandbox } from '../__testUtils__/Sandbox';

const FIRST = {
  title: 'First',
  uid: 'one',
  schemaVersion: 42,
  panels: [
    { id: 1, type: 'stat', title: 'Up' },
    { id: 2, type: 'logs', title: 'Logs\u001b[31m\nred' },
    { id: 3, type: 'stat', title: 'Compared', timeCompare: '1d' },
    { id: 4, type: 'stat', datasource: { type: 'loki', uid: 'l' } },
  ],
  templating: { list: [{ name: 'by', type: 'groupby' }] },
};

const SECOND = {
  apiVersion: 'dashboard.grafana.app/v2beta1',
  metadata: { name: 'two' },
  spec: {
    title: 'Second',
    elements: {
      a: { kind: 'Panel', spec: { id: 1, vizConfig: { group: 'gauge' } } },
    },
    layout: {
      kind: 'GridLayout',
      spec: { items: [{ spec: { element: { name: 'a' } } }] },
    },
  },
};

describe('sightline dashboards report', () => {
  let sandbox: Sandbox;
  const report = (...args: string[]) =>
    sandbox.run(['dashboards', 'report', ...args]);

  beforeAll(async () => {
    sandbox = await Sandbox.create({
      'first.json': JSON.stringify(FIRST),
      'second.json': JSON.stringify(SECOND),
      'list.json': JSON.stringify([{ dashboard: FIRST, meta: {} }, SECOND]),
      'items.json': JSON.stringify({ kind: 'DashboardList', items: [SECOND] }),
      'manifest.yaml': 'spec:\n  title: Third\n  panels: [{type: stat}]\n',
      'broken.json': '{"title": ',
      'other.json': '{"name": "package"}',
      'number.json': '7',
      'bytes.json': '\u001b[31m\u0000\u0007',
      'broken.yaml': 'title: [',
      'folder/b.json': JSON.stringify(SECOND),
      'folder/a.json': JSON.stringify(FIRST),
      'folder/notes.txt': 'no dashboard',
      'empty/notes.txt': 'no dashboard',
    });
    await writeFile(
      sandbox.path('small.json.gz'),
      gzipSync(JSON.stringify(SECOND)),
    );
    await writeFile(
      sandbox.path('half.json.gz'),
      gzipSync(JSON.stringify(SECOND)).subarray(0, 30),
    );
  });

  it('reads the dashboards that lie in a directory', async () => {
    const { code, out } = await report('folder');
    expect(code).toBe(0);
    expect(out).toContain('First (folder/a.json)');
    expect(out).toContain('Second (folder/b.json)');
  });

  it.each([
    [
      'empty',
      "There is no .json, .json.gz or .yaml file in the directory 'empty'",
    ],
    ['half.json.gz', "'half.json.gz' is not a whole gzip file"],
    ['broken.yaml', "'broken.yaml' is no YAML:"],
  ])('says in words what is wrong with %s', async (file, reason) => {
    const { code, err } = await report(file);
    expect(code).toBe(2);
    expect(err).toContain(reason);
  });

  afterAll(async () => {
    await sandbox.remove();
  });

  it('says of each panel that is not drawn why', async () => {
    const { code, out, err } = await report('first.json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(`First (first.json)
  4 panels: 1 drawn, 1 partly, 2 not (50.0 %)
  not: 2 'Logs [31m red' (logs): panels of type 'logs' are not drawn
  partly: 3 'Compared' (stat): 'timeCompare' is left out
  not: 4 '' (stat): its data comes from 'loki', not from Prometheus
  left out: variable 'by' of type 'groupby'

1 dashboard, 4 panels: 1 drawn, 1 partly, 2 not (50.0 %)
`);
  });

  it.each([
    ['list.json', ['First', 'Second']],
    ['items.json', ['Second']],
    ['manifest.yaml', ['Third']],
    ['small.json.gz', ['Second']],
  ])('finds the dashboards of %s', async (file, titles) => {
    const { code, out } = await report('--json', file);
    expect(code).toBe(0);
    const { dashboards } = JSON.parse(out);
    expect(dashboards.map(({ title }: { title: string }) => title)).toEqual(
      titles,
    );
  });

  it('writes JSON', async () => {
    const { out } = await report('--json', 'first.json', 'second.json');
    expect(JSON.parse(out)).toMatchObject({
      dashboards: [
        {
          file: 'first.json',
          uid: 'one',
          panels: 4,
          problems: [
            { panelId: 2, reasons: [{ code: 'panel-type', detail: 'logs' }] },
            { panelId: 3, state: 'partly' },
            { panelId: 4, state: 'unsupported' },
          ],
        },
        { file: 'second.json', uid: 'two', panels: 1, drawn: 1 },
      ],
      total: { panels: 5, drawn: 2, partly: 1, unsupported: 2 },
      errors: [],
    });
  });

  it.each([
    ['broken.json', /^'broken.json' is no JSON: .+\n$/],
    ['bytes.json', /^'bytes.json' is no JSON: [^\p{Cc}]+\n$/u],
    ['other.json', /^'other.json' holds no dashboard: .+\n$/],
    ['number.json', /^'number.json' holds no dashboard: .+\n$/],
    ['gone.json', /^There is no file 'gone.json'\n$/],
  ])('says in one line what is wrong with %s', async (file, message) => {
    const { code, out, err } = await report(file);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });

  it('looks at the others when one cannot be read', async () => {
    const { code, out, err } = await report('broken.json', 'second.json');
    expect(code).toBe(1);
    expect(out).toContain('Second (second.json)');
    expect(err).toMatch(/^'broken.json' is no JSON/);
  });

  it('reads standard input', async () => {
    const { out } = await sandbox.run(['dashboards', 'report', '-'], {
      input: JSON.stringify(SECOND),
    });
    expect(out).toContain('Second (<stdin>)');
  });
});
