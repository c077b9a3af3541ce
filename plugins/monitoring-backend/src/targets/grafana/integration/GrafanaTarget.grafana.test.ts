import { setTimeout } from 'node:timers/promises';
import { ActualObject } from '@sightline/backstage-plugin-monitoring-node';
import {
  startGrafanaStandIn,
  STAND_IN_TOKENS,
} from '@sightline/grafana-stand-in';
import { hashRuleGroup } from '../hashRuleGroup';
import { GrafanaServer, TestGrafana } from '../__testUtils__/TestGrafana';

const { GRAFANA_URL, GRAFANA_TOKEN } = process.env;

async function standIn(): Promise<GrafanaServer> {
  const prometheusUrl = 'http://127.0.0.1:9';
  const running = await startGrafanaStandIn({ port: 0, prometheusUrl });
  const { editor, viewer } = STAND_IN_TOKENS;
  return {
    url: running.url,
    token: editor,
    viewer: async () => viewer,
    close: () => running.close(),
  };
}

async function given(): Promise<GrafanaServer> {
  return {
    url: GRAFANA_URL!.replace(/\/+$/, ''),
    token: GRAFANA_TOKEN!,
    close: async () => {},
  };
}

const rehash = (content: Record<string, unknown>) => ({
  content,
  hash: hashRuleGroup(content),
});

jest.setTimeout(120_000);

// With GRAFANA_URL and GRAFANA_TOKEN also against a real one: it works in a folder of its own,
// with random names, and cleans up after itself.
describe.each([
  ['the stand-in', standIn],
  ...(GRAFANA_URL && GRAFANA_TOKEN
    ? ([['the given Grafana', given]] as const)
    : []),
] as const)('provisioning of %s', (_name, start) => {
  let grafana: TestGrafana;

  beforeAll(async () => {
    grafana = new TestGrafana(await start());
    await grafana.write(grafana.folder());
  });

  afterAll(async () => {
    await grafana.removeAll();
    const left = await grafana.left();
    await grafana.server.close();
    if (left.length > 0) {
      throw new Error(`It left ${left.map(({ title }) => title).join(', ')}`);
    }
  });

  it('has a folder, and folders in it', async () => {
    const child = grafana.folder('Team A');
    await grafana.write(child);
    expect(await grafana.actual(child)).toMatchObject({
      title: 'Team A',
      folder: grafana.folder().uid,
      hash: child.hash,
      owner: { entityRef: child.entityRef },
    });
  });

  it('renames a folder', async () => {
    const child = grafana.folder('Team B');
    await grafana.write(child);
    const renamed = {
      ...child,
      content: { ...child.content, title: 'Team C' },
    };
    await grafana.target.write(renamed, await grafana.actual(child), {});
    expect((await grafana.actual(child))?.title).toBe('Team C');
  });

  it('lists a folder that nobody wants, deletes it when it is empty, and never with what is in it', async () => {
    const child = grafana.folder('Gone');
    await grafana.write(child);
    await grafana.asPerson('POST', '/api/dashboards/db', {
      dashboard: { uid: `${grafana.name}-hand`, title: 'By hand' },
      folderUid: child.uid,
    });
    const unwanted = async () =>
      (await grafana.target.list([], {})).find(
        ({ uid }) => uid === child.uid,
      ) as ActualObject;
    // Lists and searches leave out what is new for as long as Grafana keeps permissions in memory.
    let full = await unwanted();
    for (let tries = 0; !full?.obstacle && tries < 140; tries += 1) {
      await setTimeout(500);
      full = await unwanted();
    }
    expect(full.obstacle).toMatch(/'By hand' in it was not made by Sightline/);
    await expect(grafana.target.remove(full, {})).rejects.toThrow(
      "is kept: 'By hand' lies in it",
    );
    const path = `/api/dashboards/uid/${grafana.name}-hand`;
    expect((await grafana.asPerson('GET', path)).status).toBe(200);
    await grafana.asPerson('DELETE', path);
    await grafana.target.remove(await unwanted(), {});
    expect(await unwanted()).toBeUndefined();
  });

  it('reads a dashboard back as it wrote it, and writes it anew when it is wanted otherwise', async () => {
    const first = grafana.dashboard('round');
    await grafana.write(first);
    const second = grafana.dashboard('round', 'B');
    for (const wanted of [first, second]) {
      await grafana.write(wanted);
      const actual = await grafana.actual(wanted);
      expect(actual).toMatchObject({
        hash: wanted.hash,
        owner: { entityRef: wanted.entityRef, hash: wanted.hash },
        folder: grafana.folder().uid,
      });
      expect(actual).not.toHaveProperty('edited');
      expect(actual).not.toHaveProperty('obstacle');
    }
  });

  it('finds what a person edited at once, and puts ours back when told so', async () => {
    const wanted = grafana.dashboard('edited');
    await grafana.write(wanted);
    await grafana.actual(wanted);
    await grafana.edit(wanted, { description: 'By hand' });
    const actual = await grafana.actual(wanted);
    expect(actual?.content).toMatchObject({ description: 'By hand' });
    expect(actual?.hash).not.toBe(actual?.owner?.hash);
    expect(actual?.edited).toEqual({
      by: expect.any(String),
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
    await grafana.target.write(wanted, actual, {});
    expect((await grafana.actual(wanted))?.hash).toBe(wanted.hash);
  });

  it('moves a dashboard between folders of ours with its history', async () => {
    const child = grafana.folder('Moved to');
    await grafana.write(child);
    await grafana.write(grafana.dashboard('moved'));
    const wanted = grafana.dashboard('moved', 'A', child);
    const actual = await grafana.actual(wanted);
    expect(actual?.misplaced).toBe(grafana.folder().uid);
    await grafana.target.write(wanted, actual, {});
    const moved = await grafana.actual(wanted);
    expect(moved?.folder).toBe(child.uid);
    expect(moved).not.toHaveProperty('misplaced');
    const { body } = await grafana.asPerson(
      'GET',
      `/api/dashboards/uid/${wanted.uid}/versions`,
    );
    expect(body.versions ?? body).toHaveLength(2);
  });

  it('leaves a dashboard where a person moved it to', async () => {
    const uid = `${grafana.name}-team`;
    await grafana.asPerson('POST', '/api/folders', { uid, title: uid });
    const wanted = grafana.dashboard('elsewhere');
    await grafana.write(wanted);
    await grafana.edit(wanted, {}, uid);
    const actual = await grafana.actual(wanted);
    expect(actual).toMatchObject({ folder: uid, hash: wanted.hash });
    expect(actual).not.toHaveProperty('misplaced');
    await grafana.write(grafana.dashboard('elsewhere', 'B'));
    expect((await grafana.actual(wanted))?.folder).toBe(uid);
    await grafana.target.remove((await grafana.actual(wanted))!, {});
    await grafana.asPerson('DELETE', `/api/folders/${uid}`);
  });

  it('offers to adopt what stands under our uid without our mark', async () => {
    const wanted = grafana.dashboard('adopted');
    await grafana.asPerson('POST', '/api/dashboards/db', {
      dashboard: { uid: wanted.uid, title: 'By hand' },
      folderUid: grafana.folder().uid,
    });
    const actual = await grafana.actual(wanted);
    expect(actual).toMatchObject({ title: 'By hand', adoptable: true });
    expect(actual?.owner).toBeUndefined();
    await expect(
      grafana.target.write(wanted, undefined, {}),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    await grafana.target.write(wanted, actual, {});
    expect((await grafana.actual(wanted))?.owner?.hash).toBe(wanted.hash);
  });

  it('lets one of two writers win, and a person always', async () => {
    const wanted = grafana.dashboard('raced');
    await grafana.write(wanted);
    const seen = await grafana.actual(wanted);
    const [one, two] = await Promise.allSettled([
      grafana.target.write(grafana.dashboard('raced', 'One'), seen, {}),
      grafana.createTarget().write(grafana.dashboard('raced', 'Two'), seen, {}),
    ]);
    expect([one.status, two.status].sort()).toEqual(['fulfilled', 'rejected']);
    await grafana.edit(wanted, { description: 'By hand' });
    await expect(grafana.target.write(wanted, seen, {})).rejects.toMatchObject({
      name: 'ConflictError',
    });
    const now = (await grafana.actual(wanted))!;
    await grafana.edit(wanted, { description: 'By another hand' });
    await expect(grafana.target.remove(now, {})).rejects.toMatchObject({
      name: 'ConflictError',
    });
  });

  it('never writes over a dashboard of the second schema', async () => {
    const wanted = grafana.dashboard('second');
    const { status } = await grafana.asPerson(
      'POST',
      '/apis/dashboard.grafana.app/v2beta1/namespaces/default/dashboards',
      {
        metadata: {
          name: wanted.uid,
          annotations: { 'grafana.app/folder': grafana.folder().uid },
        },
        spec: {
          title: 'Second',
          tags: [],
          elements: {},
          layout: { kind: 'GridLayout', spec: { items: [] } },
        },
      },
    );
    const actual = await grafana.actual(wanted);
    const second = 'stored in the second version of the dashboard schema';
    // Those before 12 know no such dashboards, and nothing is there then.
    expect(status === 201 ? actual?.obstacle : second).toContain(second);
    expect(actual?.adoptable).toBeUndefined();
    await grafana.asPerson('DELETE', `/api/dashboards/uid/${wanted.uid}`);
  });

  it('finds what is of one entity in few reads', async () => {
    const dashboard = grafana.dashboard('narrow');
    const group = grafana.group('', 'Narrow');
    await grafana.write(dashboard);
    await grafana.write(group);
    grafana.requests.length = 0;
    const entityRef = grafana.entityRef;
    const listed = await grafana.target.list([dashboard, group], { entityRef });
    const found = listed.filter(({ hash, owner }) => hash === owner?.hash);
    expect(found.map(({ uid }) => uid)).toEqual(
      expect.arrayContaining([dashboard.uid, group.uid]),
    );
    expect(new Set(listed.map(({ owner }) => owner?.entityRef))).toEqual(
      new Set([entityRef]),
    );
    // One for what tells people, one search, one for each dashboard and rule group of the entity.
    const dashboards = listed.filter(({ kind }) => kind === 'dashboard');
    expect(grafana.requests.length).toBeLessThanOrEqual(3 + dashboards.length);
  });

  it('keeps a rule group whole, and a rule that a person added to it', async () => {
    const first = grafana.group('rules', 'One');
    const second = grafana.group('rules', 'One', 'Two');
    for (const wanted of [first, second]) {
      await grafana.write(wanted);
      expect(await grafana.actual(wanted)).toMatchObject({
        hash: wanted.hash,
        owner: { entityRef: grafana.entityRef, hash: wanted.hash },
      });
    }
    const path = `/api/v1/provisioning/folder/${
      grafana.folder().uid
    }/rule-groups/${encodeURIComponent(first.uid)}`;
    const { body } = await grafana.asPerson('GET', path);
    await grafana.asPerson('PUT', path, {
      ...body,
      rules: [
        ...body.rules,
        {
          ...body.rules[0],
          id: undefined,
          uid: `${grafana.name}-hand`,
          title: 'By hand',
          annotations: {},
        },
      ],
    });
    const actual = await grafana.actual(second);
    expect(actual?.obstacle).toMatch(/Somebody added 'By hand'/);
    await grafana.asPerson('PUT', path, body);
    expect(await grafana.actual(second)).not.toHaveProperty('obstacle');
  });

  it('offers to adopt a rule group without marks, and takes no uid from another', async () => {
    const wanted = grafana.group('adopt', 'Adopt');
    const folder = grafana.folder().uid;
    const groups = `/api/v1/provisioning/folder/${folder}/rule-groups`;
    const { rules } = wanted.content as { rules: object[] };
    const theirs = encodeURIComponent(`${grafana.name} theirs`);
    await grafana.asPerson('PUT', `${groups}/${theirs}`, {
      interval: 60,
      rules,
    });
    expect((await grafana.actual(wanted))?.obstacle).toMatch(
      /has the uid of one of ours/,
    );
    await grafana.asPerson('DELETE', `${groups}/${theirs}`);
    await grafana.asPerson(
      'PUT',
      `${groups}/${encodeURIComponent(wanted.uid)}`,
      {
        interval: 60,
        rules,
      },
    );
    const actual = await grafana.actual(wanted);
    expect(actual).toMatchObject({ adoptable: true });
    expect(actual?.owner).toBeUndefined();
    await grafana.target.write(wanted, actual, {});
    expect((await grafana.actual(wanted))?.owner?.hash).toBe(wanted.hash);
  });

  it('tells people through a contact point, and takes one over when told so', async () => {
    const wanted = grafana.contactPoint();
    const path = '/api/v1/provisioning/contact-points';
    await grafana.asPerson('POST', path, {
      name: wanted.title,
      type: 'email',
      settings: { addresses: 'a@example.com' },
    });
    const theirs = await grafana.actual(wanted);
    expect(theirs).toMatchObject({ adoptable: true });
    expect(JSON.stringify(theirs)).not.toContain('a@example.com');
    await grafana.target.write(wanted, theirs, {});
    const actual = await grafana.actual(wanted);
    expect(actual).toMatchObject({
      hash: wanted.hash,
      owner: { entityRef: grafana.entityRef, hash: wanted.hash },
    });
    expect(JSON.stringify(actual)).not.toContain('hook.example.com');
  });

  it('has a mute timing, and keeps it while a rule uses it', async () => {
    const first = grafana.muteTiming('nights', 'saturday');
    const second = grafana.muteTiming('nights', 'saturday', 'sunday');
    for (const wanted of [first, second]) {
      await grafana.write(wanted);
      expect(await grafana.actual(wanted)).toMatchObject({ hash: wanted.hash });
    }
    const point = grafana.contactPoint();
    await grafana.write(point);
    const group = grafana.group('muted', 'Muted');
    const { rules, ...rest } = group.content as { rules: object[] };
    const content = {
      ...rest,
      rules: rules.map(entry => ({
        ...entry,
        notification_settings: {
          receiver: point.title,
          mute_time_intervals: [second.uid],
        },
      })),
    };
    await grafana.write({ ...group, ...rehash(content) });
    const muted = await grafana.actual({ ...group, ...rehash(content) });
    expect(muted?.hash).toBe(muted?.owner?.hash);
    const timing = (await grafana.actual(second))!;
    await expect(grafana.target.remove(timing, {})).rejects.toThrow(
      /is kept: alert rules or notification policies in Grafana still use it/,
    );
    await grafana.target.remove(muted!, {});
    await grafana.target.remove(timing, {});
    expect(await grafana.actual(second)).toBeUndefined();
  });

  // Only an Admin's token can make one of a Viewer.
  it('lets a Viewer read all of it and write nothing', async () => {
    const viewer = await grafana.createViewer();
    if (!viewer) {
      return;
    }
    const target = grafana.createTarget(viewer.token);
    const wanted = [
      grafana.folder('Viewed'),
      grafana.dashboard('viewed'),
      grafana.group('viewed', 'Viewed'),
      grafana.contactPoint(),
      grafana.muteTiming('viewed', 'monday'),
    ];
    const kinds: string[] = [];
    for (const object of wanted) {
      const seen = await grafana.actual(object, target);
      const error = await target.write(object, seen, {}).catch(e => e);
      kinds.push(`${object.kind}: ${error.message}`);
    }
    await viewer.remove();
    expect(kinds).toHaveLength(wanted.length);
    kinds.forEach(text => expect(text).toMatch(/needs the role Editor/));
  });
});
