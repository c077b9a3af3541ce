import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { REF, sloGroups, wantedGroups } from './__testUtils__/builders';
import { TestRuler } from './__testUtils__/TestRuler';
import { MimirRulerClient } from './MimirRulerClient';
import { MimirTarget } from './MimirTarget';

const TENANT = 'media';
const NAMESPACE = 'sightline';
const [SLI_GROUP, BURN_GROUP] = sloGroups().map(({ name }) => name);

describe('MimirTarget', () => {
  let ruler: TestRuler;
  let target: MimirTarget;

  beforeEach(async () => {
    ruler = await TestRuler.start();
    target = createTarget();
  });

  afterEach(async () => {
    await ruler.stop();
  });

  function createTarget(tenant?: string) {
    return MimirTarget.fromConfig({
      id: 'default',
      url: ruler.url,
      tenant: tenant ?? TENANT,
      auth: { method: 'none' },
      namespace: NAMESPACE,
    });
  }

  const there = () => ruler.groups(TENANT, NAMESPACE);

  async function find(wanted: DesiredObject) {
    const all = await target.list([wanted], {});
    return all.find(({ uid }) => uid === wanted.uid);
  }

  async function write(wanted: DesiredObject) {
    return target.write(wanted, await find(wanted), {});
  }

  const posts = () =>
    ruler.requests.filter(request => request.startsWith('POST')).length;

  it('writes groups, says when they take effect, and finds them as they are wanted', async () => {
    const wanted = wantedGroups();
    expect(await write(wanted)).toEqual({
      note: expect.stringContaining('within about 30 s'),
    });
    expect([...there().keys()]).toEqual([SLI_GROUP, BURN_GROUP]);
    expect(await find(wanted)).toMatchObject({
      kind: 'slo-rule-group',
      uid: wanted.uid,
      owner: { entityRef: REF, hash: wanted.hash },
      hash: wanted.hash,
    });
  });

  it('marks recording rules by a comment and alerts by annotations, and no label', async () => {
    await write(wantedGroups());
    const [recording, second] = there().get(SLI_GROUP)!.rules;
    expect(recording.expr).toMatch(
      /^# sightline_key=component:default\/ingestor\|slo-rule-group\|slos sightline_hash=[0-9a-f]{16}\nsum\(rate/,
    );
    expect(recording.labels).toEqual({ a: '1', b: '2' });
    expect(second.expr).toBe('avg_over_time(sli:ratio5m[1h])');
    const [alert] = there().get(BURN_GROUP)!.rules;
    expect(alert).toMatchObject({
      labels: { severity: 'critical' },
      annotations: {
        summary: 'budget burns',
        sightline_key: `${REF}|slo-rule-group|slos`,
        sightline_hash: expect.stringMatching(/^[0-9a-f]{16}$/),
      },
    });
  });

  it('replaces only the groups of an object that differ', async () => {
    await write(wantedGroups());
    const before = posts();
    const changed = wantedGroups(sloGroups('sum(rate(errors[10m]))'));
    expect((await find(changed))?.hash).not.toBe(changed.hash);
    await write(changed);
    expect(posts()).toBe(before + 1);
    expect((await find(changed))?.owner?.hash).toBe(changed.hash);
  });

  it('deletes a group that the object has no more, and no other', async () => {
    await write(wantedGroups());
    ruler.put(TENANT, NAMESPACE, foreignGroup('by hand'));
    await write(wantedGroups(sloGroups().slice(0, 1)));
    expect([...there().keys()]).toEqual([SLI_GROUP, 'by hand']);
  });

  it('takes half-written objects for ones that wait for their update, not for edited ones', async () => {
    const wanted = wantedGroups();
    await write(wanted);
    there().delete(BURN_GROUP);
    const half = await find(wanted);
    expect(half?.owner?.hash).toBe(half?.hash);
    expect(half?.hash).not.toBe(wanted.hash);
    await target.write(wanted, half, {});
    expect((await find(wanted))?.hash).toBe(wanted.hash);
  });

  it.each<[string, (group: any) => object]>([
    [
      'an expression',
      group => ({ ...group, rules: [{ ...group.rules[0], expr: 'up' }] }),
    ],
    ['the interval', group => ({ ...group, interval: '5m' })],
    ['a limit', group => ({ ...group, limit: 3 })],
    [
      'an annotation',
      group => ({
        ...group,
        rules: [
          {
            ...group.rules[0],
            annotations: { ...group.rules[0].annotations, summary: 'mine' },
          },
        ],
      }),
    ],
    [
      'a rule more',
      group => ({
        ...group,
        rules: [...group.rules, { record: 'mine', expr: 'up' }],
      }),
    ],
  ])('sees that a person changed %s', async (_, edit) => {
    const wanted = wantedGroups();
    await write(wanted);
    ruler.put(TENANT, NAMESPACE, edit(there().get(BURN_GROUP)) as any);
    const edited = await find(wanted);
    expect(edited?.owner?.hash).toBe(wanted.hash);
    expect(edited?.hash).not.toBe(wanted.hash);
  });

  it('shows what stands under a wanted name and is not ours, for a person to say what becomes of it', async () => {
    const wanted = wantedGroups();
    ruler.put(TENANT, NAMESPACE, foreignGroup(SLI_GROUP));
    const found = await find(wanted);
    expect(found).toMatchObject({ uid: wanted.uid, adoptable: true });
    expect(found?.owner).toBeUndefined();
    await target.write(wanted, found, {});
    expect((await find(wanted))?.owner?.hash).toBe(wanted.hash);
  });

  it('has an obstacle where one of several groups is somebody else’s', async () => {
    const wanted = wantedGroups();
    await write(wanted);
    ruler.put(TENANT, NAMESPACE, foreignGroup(SLI_GROUP));
    expect((await find(wanted))?.obstacle).toMatch(
      /The rule group '.*' stands there too and is not Sightline's/,
    );
  });

  it('takes a copy under another name for what it is: a person’s', async () => {
    const wanted = wantedGroups();
    await write(wanted);
    ruler.put(TENANT, NAMESPACE, {
      ...there().get(BURN_GROUP)!,
      name: 'my copy',
    });
    expect(await target.list([], {})).toEqual([
      expect.objectContaining({ uid: wanted.uid, hash: wanted.hash }),
    ]);
    await target.remove((await target.list([], {}))[0], {});
    expect([...there().keys()]).toEqual(['my copy']);
  });

  it('lists what nobody wants any more, and removes it', async () => {
    const wanted = wantedGroups();
    await write(wanted);
    const [found] = await target.list([], {});
    expect(found).toMatchObject({
      uid: wanted.uid,
      kind: 'slo-rule-group',
      owner: { entityRef: REF },
    });
    await target.remove(found, {});
    expect(there().size).toBe(0);
    await target.remove(found, {});
  });

  it('lists for one entity what is its own and what is in its way', async () => {
    await write(wantedGroups());
    const other = wantedGroups(
      [{ ...sloGroups()[0], name: 'sightline:slo:component:default/other' }],
      {
        key: 'component:default/other|slo-rule-group|slos',
        entityRef: 'component:default/other',
        uid: 'other',
      },
    );
    await write(other);
    const entityRef = 'component:default/other';
    expect(await target.list([other], { entityRef })).toEqual([
      expect.objectContaining({ uid: 'other' }),
    ]);
  });

  it('names the entity of a mark whose key has the name that it had', async () => {
    const renamed = wantedGroups(sloGroups(), {
      entityRef: 'component:default/renamed',
    });
    await write(wantedGroups());
    await target.write(renamed, await find(renamed), {});
    expect(await find(renamed)).toMatchObject({
      hash: renamed.hash,
      owner: { entityRef: 'component:default/renamed', hash: renamed.hash },
    });
  });

  it('writes over nothing that a person changed since it was listed', async () => {
    const wanted = wantedGroups();
    await write(wanted);
    const seen = await find(wanted);
    ruler.put(TENANT, NAMESPACE, foreignGroup(SLI_GROUP));
    const next = wantedGroups(sloGroups('up'));
    await expect(target.write(next, seen, {})).rejects.toThrow(
      /was changed by someone else in the meantime/,
    );
    await expect(target.remove(seen!, {})).rejects.toThrow(/someone else/);
    expect(there().get(SLI_GROUP)?.rules[0].record).toBe('theirs');
  });

  it('says so when the ruler drops a field that it does not know', async () => {
    const [group] = sloGroups();
    const wanted = wantedGroups([{ ...group, nope: 1 }]);
    await expect(write(wanted)).rejects.toThrow(
      /does not stand in Mimir as it was written.*does not know all of it/,
    );
  });

  it('writes nothing that is no PromQL', async () => {
    await expect(write(wantedGroups(sloGroups('sum(')))).rejects.toThrow(
      /not valid PromQL/,
    );
    expect(posts()).toBe(0);
  });

  it('reads the namespace once, and parses only what changed', async () => {
    const wanted = wantedGroups();
    await write(wanted);
    await find(wanted);
    ruler.requests.length = 0;
    const parse = jest.spyOn(MimirRulerClient.prototype, 'parseGroups');
    expect((await find(wanted))?.hash).toBe(wanted.hash);
    expect(ruler.requests).toHaveLength(1);
    expect(parse).not.toHaveBeenCalled();
    // Whoever compares it sees what stands there.
    const changed = await find(wantedGroups(sloGroups('up')));
    expect(changed!.content.groups).toHaveLength(2);
    expect(parse).toHaveBeenCalledTimes(2);
    ruler.put(TENANT, NAMESPACE, foreignGroup('by hand'));
    await find(wanted);
    expect(parse).toHaveBeenCalledTimes(3);
    parse.mockRestore();
  });

  it('parses for one entity only its own groups', async () => {
    const wanted = wantedGroups();
    await write(wanted);
    for (let index = 0; index < 20; index += 1) {
      ruler.put(TENANT, NAMESPACE, foreignGroup(`by hand ${index}`));
    }
    const parse = jest.spyOn(MimirRulerClient.prototype, 'parseGroups');
    const listed = await createTarget().list([wanted], { entityRef: REF });
    expect(listed).toEqual([
      expect.objectContaining({ uid: wanted.uid, hash: wanted.hash }),
    ]);
    expect(parse).toHaveBeenCalledTimes(2);
    parse.mockRestore();
  });

  describe('at the limit of groups', () => {
    it('replaces a group, which the ruler refuses to do at once', async () => {
      ruler.limits.groups = 2;
      await write(wantedGroups());
      const changed = wantedGroups(sloGroups('up'));
      await write(changed);
      expect((await find(changed))?.owner?.hash).toBe(changed.hash);
      expect(there().size).toBe(2);
    });

    it('adds none, and says what to do', async () => {
      ruler.limits.groups = 1;
      ruler.put(TENANT, 'theirs', foreignGroup('theirs'));
      await expect(write(wantedGroups())).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: expect.stringMatching(
          /^Mimir 'default' has as many rule groups as its tenant may have \(1\).*raise ruler_max_rule_groups_per_tenant/,
        ),
      });
      expect(there().size).toBe(0);
    });

    it('gives the place of a group that is not wanted any more to a new one', async () => {
      ruler.limits.groups = 2;
      await write(wantedGroups());
      const [first, second] = sloGroups();
      const name = `sightline:slo:${REF}:burn:other`;
      const next = wantedGroups([first, { ...second, name }]);
      await write(next);
      expect([...there().keys()]).toEqual([SLI_GROUP, name]);
      expect((await find(next))?.hash).toBe(next.hash);
    });

    it('gives the places of several to several', async () => {
      ruler.limits.groups = 2;
      await write(wantedGroups());
      const next = wantedGroups(
        sloGroups().map(group => ({ ...group, name: `${group.name}:new` })),
      );
      await write(next);
      expect([...there().keys()]).toEqual([
        `${SLI_GROUP}:new`,
        `${BURN_GROUP}:new`,
      ]);
    });

    it('deletes nothing when the limit was lowered below what is there', async () => {
      await write(wantedGroups());
      ruler.limits.groups = 1;
      await expect(write(wantedGroups(sloGroups('up')))).rejects.toThrow(
        /as many rule groups/,
      );
      expect(there().size).toBe(2);
    });

    it('puts back what was there when the new one is refused after all', async () => {
      await write(wantedGroups());
      ruler.limits.groups = 2;
      const before = there().get(SLI_GROUP);
      let refused = 0;
      ruler.intercept = ({ method }) => {
        refused += method === 'POST' ? 1 : 0;
        return method === 'POST' && refused === 2
          ? { status: 500, body: 'open /data/secret: disk full' }
          : undefined;
      };
      await expect(write(wantedGroups(sloGroups('up')))).rejects.toThrow(
        /^Mimir 'default' answered 500$/,
      );
      expect(there().get(SLI_GROUP)).toEqual(before);
    });
  });

  it.each([
    [429, { 'retry-after': '7' }, 7],
    [503, { 'retry-after': '30' }, 30],
    [429, {}, undefined],
  ])('waits after %s with %j', async (status, headers, retryAfter) => {
    ruler.intercept = () => ({ status, headers, body: 'slow down' });
    await expect(target.list([], {})).rejects.toMatchObject({
      message: expect.stringContaining('left in peace'),
      retryAfter,
    });
  });

  it.each([
    [404, '404 page not found', /does not answer as a ruler; check.*mimir\[\]/],
    [200, 'no yaml: [', /does not answer as a ruler/],
    [200, 'text', /does not answer as a ruler/],
    [500, 'open /data/ruler: no', /^Mimir 'default' answered 500$/],
    [401, 'no org id', /wants to know the tenant/],
    [401, 'nope', /refused the configured credentials \(401\)/],
  ])('says of %s %s what to look at', async (status, body, message) => {
    ruler.intercept = () => ({ status, body });
    await expect(target.list([], {})).rejects.toThrow(message);
  });

  it('sends the tenant, whose groups are all that it knows', async () => {
    await write(wantedGroups());
    expect(await createTarget('other').list([], {})).toEqual([]);
  });
});

function foreignGroup(name: string) {
  return { name, rules: [{ record: 'theirs', expr: 'up' }] };
}
