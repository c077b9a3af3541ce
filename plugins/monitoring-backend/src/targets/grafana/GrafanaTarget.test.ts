import { ConfigReader } from '@backstage/config';
import {
  ActualObject,
  DesiredObject,
  RetryLaterError,
} from '@sightline/backstage-plugin-monitoring-node';
import {
  RunningStandIn,
  STAND_IN_DATASOURCE,
  STAND_IN_TOKENS,
  startGrafanaStandIn,
} from '@sightline/grafana-stand-in';
import {
  GrafanaConfig,
  grafanaFolderUid,
  readMonitoringConfig,
} from '../../config';
import { dashboard, group, object, rule } from './__testUtils__/builders';
import { GrafanaTarget } from './GrafanaTarget';
import { hashRuleGroup } from './hashRuleGroup';

/** A Grafana that serves no `/apis`, as those before 12 do not. */
const withoutApis: typeof fetch = async (url, init) =>
  new URL(String(url)).pathname.startsWith('/apis')
    ? new Response('{}', { status: 404 })
    : fetch(url, init);

describe.each([
  ['by /apis', fetch],
  ['by the legacy API', withoutApis],
])('GrafanaTarget %s', (_name, fetchBy) => {
  let standIn: RunningStandIn;
  let target: GrafanaTarget;
  let config: GrafanaConfig;
  let folder: DesiredObject;

  beforeEach(async () => {
    standIn = await startGrafanaStandIn({
      port: 0,
      prometheusUrl: 'http://127.0.0.1:9',
    });
    [config] = readMonitoringConfig(
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
    target = GrafanaTarget.fromConfig(config, { fetch: fetchBy });
    folder = {
      ...object('folder', grafanaFolderUid(config), { title: 'Sightline' }),
      entityRef: 'sightline/default',
    };
    await target.write(folder, undefined, {});
  });

  afterEach(() => standIn.close());

  const there = async (wanted: DesiredObject) =>
    (await target.list([wanted], {})).find(({ uid }) => uid === wanted.uid);

  const groupPath = (name: string) =>
    `/api/v1/provisioning/folder/${folder.uid}/rule-groups/${encodeURIComponent(
      name,
    )}`;

  function asPerson(method: string, path: string, body?: unknown) {
    return fetch(`${standIn.url}${path}`, {
      method,
      headers: {
        authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}`,
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
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
      folder: folder.uid,
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

  it('leaves a dashboard in the folder that a person moved it to', async () => {
    await target.write(dashboard('A'), undefined, {});
    const answer = await asPerson('POST', '/api/folders', { title: 'Team' });
    const { uid: folderUid } = (await answer.json()) as { uid: string };
    const read = await asPerson('GET', '/api/dashboards/uid/sl-a');
    const stored = (await read.json()) as { dashboard: object };
    await asPerson('POST', '/api/dashboards/db', { ...stored, folderUid });
    await target.write(dashboard('B'), await there(dashboard('B')), {});
    expect(await there(dashboard('B'))).toMatchObject({
      title: 'B',
      folder: folderUid,
    });
  });

  it('does not delete a dashboard that changed in the meantime', async () => {
    await target.write(dashboard('A'), undefined, {});
    const seen = (await there(dashboard('A'))) as ActualObject;
    await target.write(dashboard('B'), seen, {});
    await expect(target.remove(seen, {})).rejects.toThrow(
      /changed by someone else/,
    );
  });

  it('lists a dashboard of ours that nobody wants any more, and deletes it', async () => {
    const wanted = dashboard('A');
    await target.write(wanted, undefined, {});
    const [left, ...others] = await target
      .list([folder], {})
      .then(listed => listed.filter(({ kind }) => kind !== 'folder'));
    expect(left.uid).toBe('sl-a');
    expect(others).toEqual([]);
    await target.remove(left, {});
    expect(await there(wanted)).toBeUndefined();
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
    const answer = await asPerson('PUT', groupPath(wanted.uid), {
      interval: 60,
      rules: [
        {
          ...rule('sl-One', 'One'),
          annotations: {
            summary: 'One',
            sightline_key: wanted.key,
            sightline_hash: wanted.hash,
          },
        },
        rule('hand', 'By hand'),
      ],
    });
    expect(answer.status).toBe(200);
    expect((await there(wanted))?.obstacle).toMatch(/Somebody added 'By hand'/);
  });

  it('sees that a person put a copy of our rule into our group', async () => {
    const wanted = group('One');
    await target.write(wanted, undefined, {});
    const read = await asPerson('GET', groupPath(wanted.uid));
    const stored = (await read.json()) as any;
    await asPerson('PUT', groupPath(wanted.uid), {
      ...stored,
      rules: [...stored.rules, { ...stored.rules[0], uid: 'copy', title: 'C' }],
    });
    expect((await there(wanted))?.obstacle).toMatch(/Somebody added 'C'/);
  });

  it("takes a person's copy of our rule in another group for theirs", async () => {
    const wanted = group('One');
    await target.write(wanted, undefined, {});
    const read = await asPerson('GET', groupPath(wanted.uid));
    const stored = (await read.json()) as any;
    await asPerson('PUT', groupPath('theirs'), {
      interval: 60,
      rules: [{ ...stored.rules[0], uid: 'copy', title: 'C' }],
    });
    const listed = await target.list([wanted], {});
    expect(listed.find(({ uid }) => uid === 'theirs')?.owner).toBeUndefined();
  });

  it("takes a person's copy of our dashboard, tags and all, for theirs", async () => {
    const wanted = dashboard('A');
    await target.write(wanted, undefined, {});
    const read = await asPerson('GET', '/api/dashboards/uid/sl-a');
    const stored = (await read.json()) as any;
    await asPerson('POST', '/api/dashboards/db', {
      dashboard: { ...stored.dashboard, id: null, uid: 'copy', title: 'C' },
      folderUid: folder.uid,
    });
    const listed = await target.list([wanted], {});
    expect(listed.find(({ uid }) => uid === 'copy')?.owner).toBeUndefined();
  });

  it.each([
    ['all', {}],
    ['one entity', { entityRef: 'component:default/ingestor' }],
  ])(
    'does not take one more rule uid from another group, listing %s',
    async (_what, options) => {
      await target.write(group('One'), undefined, {});
      await asPerson('PUT', groupPath('theirs'), {
        interval: 60,
        rules: [rule('sl-Two', 'Theirs')],
      });
      const wanted = group('One', 'Two');
      const listed = await target.list([wanted], options);
      expect(listed.find(({ uid }) => uid === wanted.uid)?.obstacle).toMatch(
        /'Theirs' in the group 'theirs' has the uid of one of ours/,
      );
    },
  );

  it('does not take a rule uid from another group', async () => {
    await asPerson('PUT', groupPath('theirs'), {
      interval: 60,
      rules: [rule('sl-One', 'Theirs')],
    });
    expect((await there(group('One')))?.obstacle).toMatch(
      /'Theirs' in the group 'theirs' has the uid of one of ours/,
    );
  });

  it('asks the default data source, and writes durations as Grafana does not', async () => {
    const wanted = group('One');
    const content = {
      ...wanted.content,
      rules: [{ ...rule('sl-One', 'One'), for: '90s' }],
    };
    const slow = { ...wanted, content, hash: hashRuleGroup(content) };
    await target.write(slow, undefined, {});
    const answer = await asPerson('GET', '/api/v1/provisioning/alert-rules');
    const [stored] = (await answer.json()) as any[];
    expect(stored).toMatchObject({
      for: '1m30s',
      annotations: { sightline_key: wanted.key, sightline_hash: slow.hash },
    });
    expect(stored.data[0].datasourceUid).toBe(STAND_IN_DATASOURCE);
    expect((await there(slow))?.hash).toBe(slow.hash);
  });

  it('does not overwrite or delete a rule group that changed in the meantime', async () => {
    const wanted = group('One');
    await target.write(wanted, undefined, {});
    const seen = (await there(wanted)) as ActualObject;
    await asPerson('PUT', groupPath(wanted.uid), {
      interval: 60,
      rules: [{ ...rule('sl-One', 'By hand'), annotations: {} }],
    });
    await expect(target.write(group('Two'), seen, {})).rejects.toThrow(
      /changed by someone else/,
    );
    await expect(target.remove(seen, {})).rejects.toThrow(
      /changed by someone else/,
    );
  });

  it('lists a rule group of ours that nobody wants any more, unchanged', async () => {
    const alerting = GrafanaTarget.fromConfig(config, {
      alerts: true,
      fetch: fetchBy,
    });
    const wanted = group('One');
    await alerting.write(wanted, undefined, {});
    expect(await alerting.list([], {})).toContainEqual(
      expect.objectContaining({ uid: wanted.uid, hash: wanted.hash }),
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

  it('waits for a folder that was made moments ago, and only for a minute', async () => {
    let now = Date.now();
    const refusing = GrafanaTarget.fromConfig(config, {
      now: () => new Date(now),
      fetch: (url, init) =>
        init?.method !== 'GET' && /dashboards/.test(String(url))
          ? Promise.resolve(new Response('{}', { status: 403 }))
          : fetchBy(url, init),
    });
    // Somebody else made it first.
    await expect(refusing.write(folder, undefined, {})).rejects.toThrow(
      /changed by someone else/,
    );
    const wanted = dashboard('A');
    const early = await refusing.write(wanted, undefined, {}).catch(e => e);
    expect(early).toBeInstanceOf(RetryLaterError);
    expect(early.retryAfter).toBe(60);
    now += 60_000;
    await expect(refusing.write(wanted, undefined, {})).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
  });

  it('writes four dashboards at a time, and one of everything else', () => {
    expect(target.parallelWrites('dashboard')).toBe(4);
    expect(target.parallelWrites('folder')).toBe(1);
    expect(target.parallelWrites('alert-rule-group')).toBe(1);
    expect(target.parallelWrites('contact-point')).toBe(1);
  });
});
