import {
  DesiredObject,
  hashContent,
} from '@sightline/backstage-plugin-monitoring-node';
import {
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RuleFilesTarget } from './RuleFilesTarget';

function aFile(expr: string, uid = 'ingestor-alerts'): DesiredObject {
  const content = {
    groups: [
      {
        name: 'sightline:alerts:component:default/ingestor',
        rules: [{ alert: 'A', expr, labels: { severity: 'critical' } }],
      },
    ],
  };
  return {
    key: 'component:default/ingestor|alert-rule-group|alerts',
    kind: 'alert-rule-group',
    entityRef: 'component:default/ingestor',
    target: 'rule-files:default',
    uid,
    title: 'Alerts',
    content,
    hash: hashContent(content),
  };
}

describe('RuleFilesTarget', () => {
  let directory: string;
  let reloads: number;
  let reloadStatus: number;
  let reloadHeaders: Record<string, string>;
  /** Called when Prometheus is asked to reload; may throw. */
  let onReload: (() => void) | undefined;

  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'sightline-rule-files-'));
    reloads = 0;
    reloadStatus = 200;
    reloadHeaders = {};
    onReload = undefined;
  });

  afterEach(() => rm(directory, { recursive: true, force: true }));

  function aTarget(promtool?: string) {
    return RuleFilesTarget.fromConfig(
      {
        id: 'default',
        directory,
        reloadUrl: 'http://prometheus.example:9090/-/reload',
        promtool,
      },
      {
        fetch: async (_url, init) => {
          reloads += 1;
          onReload?.();
          init?.signal?.throwIfAborted();
          return new Response('', {
            status: reloadStatus,
            headers: reloadHeaders,
          });
        },
      },
    );
  }

  const read = (uid: string) =>
    readFile(path.join(directory, `sightline-${uid}.yaml`), 'utf8');

  it('reads back what it wrote, as ours and unchanged', async () => {
    const target = aTarget('promtool');
    const object = aFile('up == 0');
    await target.write(object);
    await target.commit({});
    expect(reloads).toBe(1);
    expect(await readdir(directory)).toEqual([
      'sightline-ingestor-alerts.yaml',
    ]);
    expect(await target.list([object])).toEqual([
      expect.objectContaining({
        uid: object.uid,
        owner: { entityRef: object.entityRef, hash: object.hash },
        hash: object.hash,
      }),
    ]);
  });

  it('sees what a person changed, but not how it is written', async () => {
    const target = aTarget();
    const object = aFile('up == 0');
    await target.write(object);
    const file = path.join(directory, 'sightline-ingestor-alerts.yaml');
    await writeFile(file, `${await read(object.uid)}\n# a remark\n`);
    expect((await target.list([object]))[0].hash).toBe(object.hash);
    await writeFile(
      file,
      (await read(object.uid)).replace('up == 0', 'up < 1'),
    );
    const [changed] = await target.list([object]);
    expect(changed.hash).not.toBe(object.hash);
    expect(changed.owner?.hash).toBe(object.hash);
  });

  it.each([
    ['its hash', (text: string) => text.replace(/(hash: )..../, '$1aaaa')],
    ['its entity', (text: string) => text.replace('/ingestor', '/other')],
    ['what stands above it', (text: string) => `x: 1\n${text}`],
    ['its seal', (text: string) => text.replace(/seal: ..../, 'seal: aaaa')],
  ])(
    'does not take its mark at its word when a person changed %s',
    async (_, edit) => {
      const target = aTarget();
      const object = aFile('up == 0');
      await target.write(object);
      const file = path.join(directory, 'sightline-ingestor-alerts.yaml');
      await writeFile(file, edit(await read(object.uid)));
      const [actual] = await target.list([object]);
      // It was parsed.
      expect(actual.content).toEqual(object.content);
      expect(actual.hash).toBe(object.hash);
    },
  );

  it('parses no file that is as it was written and as it is wanted', async () => {
    const target = aTarget();
    const object = aFile('up == 0');
    await target.write(object);
    const [settled] = await target.list([object]);
    expect(settled).toMatchObject({ content: {}, hash: object.hash });
    const [compared] = await target.list([aFile('up == 1')]);
    expect(compared.content).toEqual(object.content);
  });

  it('reads files of earlier versions, which have no seal', async () => {
    const target = aTarget();
    const object = aFile('up == 0');
    await target.write(object);
    const file = path.join(directory, 'sightline-ingestor-alerts.yaml');
    const text = await read(object.uid);
    await writeFile(file, text.replace(/# sightline-seal.*\n/, ''));
    expect(await target.list([object])).toEqual([
      expect.objectContaining({
        owner: { entityRef: object.entityRef, hash: object.hash },
        hash: object.hash,
      }),
    ]);
  });

  it('lists for one entity its own files, those in its way and those that are new', async () => {
    const target = aTarget();
    const own = aFile('up');
    const other = {
      ...aFile('up', 'other-alerts'),
      entityRef: 'component:default/other',
    };
    await target.write(own);
    await target.write(other);
    await target.list([]);
    const uidsOf = async (wanted: DesiredObject[]) =>
      (await target.list(wanted, { entityRef: own.entityRef })).map(
        ({ uid }) => uid,
      );
    expect(await uidsOf([])).toEqual(['ingestor-alerts']);
    expect(await uidsOf([{ ...other, key: 'x' }])).toEqual([
      'ingestor-alerts',
      'other-alerts',
    ]);
    await writeFile(path.join(directory, 'sightline-new.yaml'), 'groups: []\n');
    expect(await uidsOf([])).toEqual(['ingestor-alerts', 'new']);
  });

  it.each([
    ['sightline:alerts:component:default/x', 'alert-rule-group'],
    ['sightline:slo:component:default/x:burn:availability', 'slo-rule-group'],
  ])('tells by the group %s that a file is a %s', async (name, kind) => {
    const target = aTarget();
    // The name of the file says it only where that of the entity is short and says nothing of SLOs.
    for (const uid of ['sl-a-very-long-name-for-a-0a1b', 'sl-my-slos-0a1b']) {
      const file = aFile('up', uid);
      await target.write({
        ...file,
        content: { groups: [{ name, rules: [{ alert: 'A', expr: 'up' }] }] },
      });
    }
    const kinds = (await target.list([])).map(actual => actual.kind);
    expect(kinds).toEqual([kind, kind]);
  });

  it('is named after its folder where there are several', () => {
    const { id, title } = RuleFilesTarget.fromConfig({ id: 'eu', directory });
    expect([id, title]).toEqual([
      'rule-files:eu',
      "Prometheus rule files 'eu'",
    ]);
  });

  it.each([
    [429, { 'retry-after': '7' }, 7],
    [503, { 'retry-after': '30' }, 30],
    [503, {}, undefined],
    [502, {}, undefined],
  ])(
    'keeps the files and asks again when a reload is answered by %s %j',
    async (status, headers, retryAfter) => {
      const target = aTarget();
      await target.write(aFile('up == 0'));
      reloadStatus = status;
      reloadHeaders = headers as Record<string, string>;
      const failure = await target.commit({}).catch(error => error);
      expect(failure.name).toBe('ServiceUnavailableError');
      expect(failure.retryAfter).toBe(retryAfter);
      expect(await read('ingestor-alerts')).toContain('up == 0');
      expect(await target.isUncommitted()).toBe(true);
      reloadStatus = 200;
      await target.commit({});
      expect(await target.isUncommitted()).toBe(false);
    },
  );

  it('does not take a file without our mark for ours', async () => {
    await writeFile(
      path.join(directory, 'sightline-ingestor-alerts.yaml'),
      'groups: []\n',
    );
    await writeFile(path.join(directory, 'by-hand.yaml'), 'groups: []\n');
    const actual = await aTarget().list([aFile('up')]);
    expect(actual).toHaveLength(1);
    expect(actual[0].owner).toBeUndefined();
  });

  it('shows a link under the name of one of ours, which leads to what is not ours', async () => {
    const theirs = path.join(directory, 'by-hand.yaml');
    await writeFile(theirs, 'groups: []\n');
    const wanted = aFile('up');
    await symlink(theirs, path.join(directory, `sightline-${wanted.uid}.yaml`));
    const [actual] = await aTarget().list([wanted]);
    expect(actual).toMatchObject({ uid: wanted.uid, adoptable: true });
    expect(actual.owner).toBeUndefined();
  });

  it.each([
    ['our own check', 'sum(', undefined, /not valid PromQL/],
    ['promtool', 'rate(up)', 'promtool', /promtool refuses/],
    ['a promtool that is not there', 'up', 'no-such-tool', /cannot be run/],
  ])(
    'writes nothing that %s refuses',
    async (_what, expr, promtool, message) => {
      const target = aTarget(promtool);
      await expect(target.write(aFile(expr))).rejects.toThrow(message);
      expect(await readdir(directory)).toEqual([]);
    },
  );

  it('puts back what was there when Prometheus cannot load it', async () => {
    const target = aTarget();
    await target.write(aFile('up == 0'));
    await target.commit({});
    const before = await read('ingestor-alerts');
    const [actual] = await target.list([]);
    await target.write(aFile('up == 1'), actual);
    await target.write(aFile('up == 1', 'new'));
    reloadStatus = 500;
    await expect(target.commit({})).rejects.toThrow(
      /did not take effect, and what was there before is back.*log names the file/,
    );
    expect(await read('ingestor-alerts')).toBe(before);
    expect(await readdir(directory)).toEqual([
      'sightline-ingestor-alerts.yaml',
    ]);
  });

  it('puts back no file that a person changed since it was written', async () => {
    const target = aTarget();
    // A run that is stopped here reloads nothing; the next one does.
    await target.write(aFile('up == 0'));
    const file = path.join(directory, 'sightline-ingestor-alerts.yaml');
    await writeFile(file, 'groups: []\n');
    await target.write(aFile('up == 1', 'new'));
    reloadStatus = 500;
    await expect(target.commit({})).rejects.toThrow(/is back/);
    expect(await readdir(directory)).toEqual([
      'sightline-ingestor-alerts.yaml',
    ]);
    expect(await readFile(file, 'utf8')).toBe('groups: []\n');
  });

  it.each([
    ['does not answer', /does not answer/],
    ['is not waited for', /stopped/],
  ])(
    'keeps what it wrote when Prometheus %s, because it may have loaded it',
    async (_what, message) => {
      const target = aTarget();
      const stop = new AbortController();
      onReload = () => {
        if (message.source === 'stopped') {
          stop.abort(new Error('stopped'));
        } else {
          throw new TypeError('fetch failed');
        }
      };
      await target.write(aFile('up == 0'));
      await expect(target.commit({ signal: stop.signal })).rejects.toThrow(
        message,
      );
      expect(await read('ingestor-alerts')).toContain('up == 0');
      expect(await target.isUncommitted()).toBe(true);

      // What a person does until the next run is theirs, also when that one is refused.
      onReload = undefined;
      reloadStatus = 500;
      const file = path.join(directory, 'sightline-ingestor-alerts.yaml');
      await writeFile(file, 'groups: []\n');
      await expect(target.commit({})).rejects.toThrow(/could not load/);
      expect(await readFile(file, 'utf8')).toBe('groups: []\n');
      expect(await target.isUncommitted()).toBe(true);

      reloadStatus = 200;
      await target.commit({});
      expect(await target.isUncommitted()).toBe(false);
    },
  );

  it('proves to Prometheus who asks for the reload', async () => {
    const headers: HeadersInit[] = [];
    const target = RuleFilesTarget.fromConfig(
      {
        id: 'default',
        directory,
        reloadUrl: 'http://prometheus.example:9090/-/reload',
        auth: { method: 'bearer', token: 'top-secret' },
      },
      {
        fetch: async (_url, init) => {
          headers.push(init?.headers ?? {});
          return new Response('');
        },
      },
    );
    await target.write(aFile('up == 0'));
    await target.commit({});
    expect(headers).toEqual([
      expect.objectContaining({ authorization: 'Bearer top-secret' }),
    ]);
  });

  it('says what to do when Prometheus may not be reloaded', async () => {
    const target = aTarget();
    await target.write(aFile('up == 0'));
    reloadStatus = 403;
    await expect(target.commit({})).rejects.toThrow('--web.enable-lifecycle');
  });

  it('removes a file', async () => {
    const target = aTarget();
    const object = aFile('up');
    await target.write(object);
    const [actual] = await target.list([object]);
    await target.remove(actual);
    await target.commit({});
    expect(await readdir(directory)).toEqual([]);
  });

  it('overwrites and deletes nothing that a person changed in the meantime', async () => {
    const target = aTarget();
    await target.write(aFile('up == 0'));
    const [seen] = await target.list([]);
    const file = path.join(directory, 'sightline-ingestor-alerts.yaml');
    await writeFile(file, 'groups: []\n');
    await expect(target.write(aFile('up == 1'), seen)).rejects.toThrow(
      /changed by someone else in the meantime/,
    );
    await expect(target.write(aFile('up == 1'))).rejects.toThrow(
      /changed by someone else in the meantime/,
    );
    await expect(target.remove(seen)).rejects.toThrow(
      /changed by someone else/,
    );
    expect(await readFile(file, 'utf8')).toBe('groups: []\n');
  });

  it('does not take a copy of one of our files for ours', async () => {
    const target = aTarget();
    await target.write(aFile('up == 0'));
    await writeFile(
      path.join(directory, 'sightline-copy.yaml'),
      await read('ingestor-alerts'),
    );
    const actual = await target.list([]);
    expect(actual.map(({ uid, owner }) => [uid, owner !== undefined])).toEqual([
      ['copy', false],
      ['ingestor-alerts', true],
    ]);
  });

  it('knows after a crash that Prometheus has not loaded what was written', async () => {
    await aTarget().write(aFile('up == 0'));
    const next = aTarget();
    expect(await next.isUncommitted()).toBe(true);
    await next.commit({});
    expect(reloads).toBe(1);
    expect(await next.isUncommitted()).toBe(false);
  });

  it('ignores what a killed run left half-written', async () => {
    const left = path.join(directory, '.sightline-ingestor-alerts.yaml.tmp');
    await writeFile(left, 'groups: [{ na');
    const then = new Date(Date.now() - 120_000);
    await utimes(left, then, then);
    const target = aTarget();
    expect(await target.list([aFile('up')])).toEqual([]);
    await target.write(aFile('up'));
    await target.commit({});
    expect(await readdir(directory)).toEqual([
      'sightline-ingestor-alerts.yaml',
    ]);
  });

  it('finds nothing in a folder that is not there, and makes it when it writes', async () => {
    const parent = directory;
    directory = path.join(parent, 'rules');
    const target = aTarget();
    expect(await target.list([])).toEqual([]);
    await target.write(aFile('up'));
    expect(await target.list([])).toHaveLength(1);
    directory = parent;
  });
});
