import { ConfigReader } from '@backstage/config';
import {
  ActualObject,
  DesiredObject,
  hashContent,
} from '@sightline/backstage-plugin-monitoring-node';
import {
  RunningStandIn,
  STAND_IN_TOKENS,
  startGrafanaStandIn,
} from '@sightline/grafana-stand-in';
import { readMonitoringConfig } from '../../config';
import { grafanaFolderUid, GrafanaTarget } from './GrafanaTarget';

function object(
  kind: DesiredObject['kind'],
  uid: string,
  content: Record<string, unknown>,
): DesiredObject {
  return {
    key: `component:default/ingestor|${kind}|${uid}`,
    kind,
    entityRef: 'component:default/ingestor',
    target: 'grafana:default',
    uid,
    title: String(content.title ?? uid),
    content,
    hash: hashContent(content),
  };
}

const dashboard = (title: string) =>
  object('dashboard', 'sl-a', {
    uid: 'sl-a',
    title,
    tags: ['http'],
    schemaVersion: 42,
    panels: [{ type: 'stat', id: 1, gridPos: { x: 0, y: 0, w: 6, h: 4 } }],
  });

const rule = (uid: string, title: string) => ({
  uid,
  title,
  condition: 'B',
  data: [
    {
      refId: 'A',
      datasourceUid: 'prom',
      relativeTimeRange: { from: 600, to: 0 },
      model: { refId: 'A', expr: 'up', instant: true, range: false },
    },
    {
      refId: 'B',
      datasourceUid: '__expr__',
      relativeTimeRange: { from: 600, to: 0 },
      model: { refId: 'B', type: 'math', expression: '$A > 1' },
    },
  ],
  noDataState: 'OK',
  execErrState: 'Error',
  for: '5m',
  annotations: { summary: title },
  labels: { severity: 'critical' },
  isPaused: false,
});

const group = (...titles: string[]) =>
  object('alert-rule-group', 'sightline:component:default/ingestor', {
    interval: 60,
    rules: titles.map(title => rule(`sl-${title}`, title)),
  });

describe('GrafanaTarget', () => {
  let standIn: RunningStandIn;
  let target: GrafanaTarget;
  let folder: DesiredObject;

  beforeEach(async () => {
    standIn = await startGrafanaStandIn({
      port: 0,
      prometheusUrl: 'http://127.0.0.1:9',
    });
    const [config] = readMonitoringConfig(
      new ConfigReader({
        monitoring: {
          grafana: [
            {
              id: 'default',
              url: standIn.url,
              publicUrl: 'https://grafana.example.com',
              auth: { method: 'bearer', token: STAND_IN_TOKENS.editor },
            },
          ],
        },
      }),
    ).grafana;
    target = GrafanaTarget.fromConfig(config);
    folder = object('folder', grafanaFolderUid(config), { title: 'Sightline' });
    await target.write(folder, undefined, {});
  });

  afterEach(() => standIn.close());

  const there = async (wanted: DesiredObject) =>
    (await target.list([wanted], {})).find(({ uid }) => uid === wanted.uid);

  function asPerson(method: string, path: string, body: unknown) {
    return fetch(`${standIn.url}${path}`, {
      method,
      headers: {
        authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
  }

  it('creates the folder once', async () => {
    expect(await there(folder)).toMatchObject({
      kind: 'folder',
      owner: { entityRef: folder.entityRef },
    });
  });

  it('reads a dashboard back as it wrote it, whatever the server adds', async () => {
    const wanted = dashboard('A');
    expect(await target.write(wanted, undefined, {})).toEqual({
      url: 'https://grafana.example.com/d/sl-a',
    });
    expect(await there(wanted)).toMatchObject({
      hash: wanted.hash,
      owner: { entityRef: wanted.entityRef, hash: wanted.hash },
      version: 1,
    });
  });

  it('updates with the version that it saw, and loses against a person', async () => {
    const first = dashboard('A');
    await target.write(first, undefined, {});
    const seen = (await there(first)) as ActualObject;
    await target.write(dashboard('B'), seen, {});
    await expect(target.write(dashboard('C'), seen, {})).rejects.toThrow(
      /changed by someone else/,
    );
    expect((await there(first))?.title).toBe('B');
  });

  it('shows a dashboard that stands under our uid and is not ours', async () => {
    await asPerson('POST', '/api/dashboards/db', {
      dashboard: { uid: 'sl-a', title: 'By hand' },
      folderUid: '',
    });
    const actual = await there(dashboard('A'));
    expect(actual?.title).toBe('By hand');
    expect(actual?.owner).toBeUndefined();
    await expect(target.write(dashboard('A'), undefined, {})).rejects.toThrow(
      /changed by someone else/,
    );
  });

  it('lists a dashboard of ours that nobody wants any more, and deletes it', async () => {
    const wanted = dashboard('A');
    await target.write(wanted, undefined, {});
    const [left] = await target.list([], {});
    expect(left.uid).toBe('sl-a');
    await target.remove(left, {});
    expect(await target.list([], {})).toEqual([]);
  });

  it('reads a rule group back as it wrote it', async () => {
    const wanted = group('One', 'Two');
    await target.write(wanted, undefined, {});
    expect(await there(wanted)).toMatchObject({
      hash: wanted.hash,
      owner: { entityRef: wanted.entityRef, hash: wanted.hash },
    });
  });

  it('sees a rule that a person added to our group', async () => {
    const wanted = group('One');
    await target.write(wanted, undefined, {});
    const answer = await asPerson(
      'PUT',
      `/api/v1/provisioning/folder/${
        folder.uid
      }/rule-groups/${encodeURIComponent(wanted.uid)}`,
      {
        interval: 60,
        rules: [
          {
            ...rule('sl-One', 'One'),
            annotations: {
              summary: 'One',
              sightline_key: wanted.entityRef,
              sightline_hash: wanted.hash,
            },
          },
          rule('hand', 'By hand'),
        ],
      },
    );
    expect(answer.status).toBe(200);
    expect((await there(wanted))?.obstacle).toMatch(/Somebody added 'By hand'/);
  });

  it('does not take a rule uid from another group', async () => {
    await asPerson(
      'PUT',
      `/api/v1/provisioning/folder/${folder.uid}/rule-groups/theirs`,
      { interval: 60, rules: [rule('sl-One', 'Theirs')] },
    );
    expect((await there(group('One')))?.obstacle).toMatch(
      /'Theirs' in the group 'theirs' has the uid of one of ours/,
    );
  });

  it('deletes a rule group', async () => {
    const wanted = group('One');
    await target.write(wanted, undefined, {});
    await target.remove((await there(wanted))!, {});
    expect(await there(wanted)).toBeUndefined();
  });

  it.each([
    ['wrong credentials', 'nope', /refused the configured credentials \(401\)/],
    ['a Viewer', STAND_IN_TOKENS.viewer, /needs the role Editor/],
  ])(
    'says what is wrong with %s, and no secret',
    async (_who, token, message) => {
      const other = GrafanaTarget.fromConfig({
        id: 'default',
        url: standIn.url,
        publicUrl: standIn.url,
        folder: 'Sightline',
        auth: { method: 'bearer', token },
      });
      const error = await other
        .write(dashboard('A'), undefined, {})
        .catch(caught => caught);
      expect(error.message).toMatch(message);
      expect(error.message).not.toContain(token);
    },
  );
});
