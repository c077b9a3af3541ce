import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import {
  DashboardReference,
  LabelMatcher,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity } from '../../catalog';
import { LinkableDashboards } from '../../config';
import { GrafanaDashboardSource, GrafanaSearch } from '../../sources';
import { DefaultDashboardService } from './DefaultDashboardService';
import { GrafanaReader } from './GrafanaReader';

function entity(
  dashboards: DashboardReference[] = [],
  selector: LabelMatcher[] = [],
): MonitoredEntity {
  const monitoring = {
    spec: { entityRef: 'component:default/ingestor', dashboards, selector },
    dashboards: [
      {
        key: 'k',
        uid: 'sl-http',
        pack: 'http',
        id: 'overview',
        title: 'Of the pack',
        model: {
          title: 'Of the pack',
          templating: { list: [{ name: 'service', type: 'query' }] },
        },
      },
    ],
  };
  return {
    entity: {},
    monitoring,
    environments: [monitoring],
  } as unknown as MonitoredEntity;
}

/** Where a dashboard of a test is: one whose uid says so is another team's. */
function placeOf(uid: string) {
  return {
    folderUid: uid.startsWith('secret') ? 'board' : 'media',
    tags: uid.endsWith('-shared') ? ['shared'] : [],
  };
}

/** A Grafana that holds dashboards by uid, and counts how often it is asked. */
function grafana(
  titles: Record<string, string>,
  tags: Record<string, string[]> = {},
  linkable: LinkableDashboards | 'nothing' = { folders: ['media'], tags: [] },
) {
  let now = 0;
  const source = {
    id: 'default',
    down: false,
    closed: [] as string[],
    asked: [] as string[],
    async read(uid: string) {
      source.asked.push(uid);
      source.throwIfDown();
      if (source.closed.includes(uid)) {
        throw new NotAllowedError(`Sightline may not read '${uid}'`);
      }
      return titles[uid]
        ? {
            uid,
            title: titles[uid],
            url: source.urlOf(uid),
            ...placeOf(uid),
            model: { title: titles[uid] },
          }
        : undefined;
    },
    async listByTag(tag: string) {
      source.throwIfDown();
      return (tags[tag] ?? []).map(uid => ({
        uid,
        title: titles[uid],
        url: source.urlOf(uid),
        ...placeOf(uid),
      }));
    },
    async search({ text = '', tag, folderUids }: GrafanaSearch) {
      source.throwIfDown();
      source.searched.push({ text, tag, folderUids });
      return Object.entries(titles)
        .map(([uid, title]) => ({
          uid,
          title,
          url: source.urlOf(uid),
          folder: 'A folder',
          ...placeOf(uid),
        }))
        .filter(
          one =>
            one.title.includes(text) &&
            (!tag || one.tags.includes(tag)) &&
            (!folderUids || folderUids.includes(one.folderUid)),
        );
    },
    async readLibraryPanel() {
      return undefined;
    },
    async annotations() {
      return [];
    },
    searched: [] as object[],
    urlOf: (uid: string) => `https://grafana.example.com/d/${uid}`,
    throwIfDown() {
      if (source.down) {
        throw new ServiceUnavailableError("Grafana 'default' does not answer");
      }
    },
    pass(milliseconds: number) {
      now += milliseconds;
    },
  };
  const service = DefaultDashboardService.create({
    grafana: [
      GrafanaReader.create({
        source: source as GrafanaDashboardSource,
        linkable: linkable === 'nothing' ? undefined : linkable,
        now: () => now,
      }),
    ],
  });
  return { source, service };
}

describe('DefaultDashboardService', () => {
  it('says that the pack’s dashboard is not in Grafana yet', async () => {
    const { service } = grafana({});
    expect(await service.list(entity())).toEqual({
      items: [
        {
          uid: 'sl-http',
          title: 'Of the pack',
          pack: 'http',
          source: 'pack',
          notice:
            "Grafana 'default' does not have it (yet). Shown as the pack has it.",
        },
      ],
    });
  });

  it('lists linked dashboards by uid and by tag, each one once', async () => {
    const { service } = grafana(
      { 'sl-http': 'Of Grafana', abc: 'Linked', def: 'Tagged' },
      { media: ['def', 'sl-http', 'abc'] },
    );
    const { items } = await service.list(
      entity([
        { type: 'uid', value: 'abc' },
        { type: 'tag', value: 'media' },
      ]),
    );
    expect(items.map(({ uid, title, pack }) => [uid, title, pack])).toEqual([
      ['sl-http', 'Of Grafana', 'http'],
      ['abc', 'Linked', undefined],
      ['def', 'Tagged', undefined],
    ]);
  });

  it('lists those of one environment, and finds each by its uid', async () => {
    const { service } = grafana({ abc: 'Linked' });
    const link: DashboardReference = { type: 'uid', value: 'abc' };
    const of = (environment: string) => {
      const service_: LabelMatcher = {
        label: 'service',
        operator: '=',
        value: environment,
      };
      const { monitoring } = entity([link], [service_]);
      return {
        ...monitoring,
        spec: { ...monitoring.spec, environment },
        dashboards: [{ ...monitoring.dashboards[0], uid: `sl-${environment}` }],
      };
    };
    const [prod, stage] = [of('prod'), of('stage')];
    const both: MonitoredEntity = {
      ...entity(),
      monitoring: prod,
      environments: [prod, stage],
    };
    const uids = async (environment?: string) =>
      (await service.list(both, { environment })).items.map(({ uid }) => uid);
    expect(await uids()).toEqual(['sl-prod', 'abc']);
    expect(await uids('stage')).toEqual(['sl-stage', 'abc']);
    await expect(uids('test')).rejects.toMatchObject({ name: 'NotFoundError' });
    expect((await service.get(both, 'sl-stage')).variables).toEqual({
      service: 'stage',
    });
  });

  it('makes no dashboard that Grafana has', async () => {
    const { service } = grafana({ 'sl-http': 'Of Grafana' });
    const made = jest.fn(() => ({}));
    const one = entity();
    Object.defineProperty(one.monitoring.dashboards[0], 'model', { get: made });
    await service.list(one);
    await service.get(one, 'sl-http');
    expect(made).not.toHaveBeenCalled();
  });

  it('says that a linked dashboard is not there', async () => {
    const { service } = grafana({});
    const { items } = await service.list(
      entity([{ type: 'uid', value: 'abc' }]),
    );
    expect(items[1]).toEqual({
      uid: 'abc',
      title: 'abc',
      source: 'grafana',
      url: 'https://grafana.example.com/d/abc',
      notice:
        "Grafana 'default' has no dashboard with this uid; check monitoring/dashboards.",
    });
  });

  it.each<[string, DashboardReference]>([
    ['by uid', { type: 'uid', value: 'abc' }],
    ['by tag', { type: 'tag', value: 'media' }],
  ])('reads a dashboard that is linked %s', async (_, link) => {
    const { service } = grafana({ abc: 'Linked' }, { media: ['abc'] });
    expect(await service.get(entity([link]), 'abc')).toMatchObject({
      title: 'Linked',
      source: 'grafana',
      dashboard: { title: 'Linked' },
    });
  });

  it.each<[string, DashboardReference[]]>([
    ['nothing', []],
    ['another uid', [{ type: 'uid', value: 'other' }]],
    ['another tag', [{ type: 'tag', value: 'other' }]],
  ])(
    'does not even ask Grafana for a dashboard when %s is linked, and nothing is for all',
    async (_, links) => {
      const { service, source } = grafana(
        { abc: 'Foreign' },
        { media: ['abc'], other: ['def'] },
        'nothing',
      );
      await expect(service.get(entity(links), 'abc')).rejects.toMatchObject({
        name: 'NotFoundError',
      });
      expect(source.asked).toEqual([]);
    },
  );

  describe('of what the operator lets people look at', () => {
    const titles = {
      abc: 'Uploads',
      'secret-a': 'Salaries',
      'secret-b-shared': 'Board',
    };
    const linkable = { folders: ['media'], tags: ['shared'] };

    it('lists all by title, and asks Grafana once for a while', async () => {
      const { service, source } = grafana(titles, {}, linkable);
      const expected = {
        items: [
          {
            uid: 'secret-b-shared',
            title: 'Board',
            source: 'grafana',
            url: 'https://grafana.example.com/d/secret-b-shared',
            folder: 'A folder',
            tags: ['shared'],
          },
          {
            uid: 'abc',
            title: 'Uploads',
            source: 'grafana',
            url: 'https://grafana.example.com/d/abc',
            folder: 'A folder',
            tags: [],
          },
        ],
        isCut: false,
      };
      expect(await service.listAvailable(entity(), {})).toEqual(expected);
      expect(await service.listAvailable(entity(), {})).toEqual(expected);
      expect(source.searched).toEqual([
        { text: '', folderUids: ['media'] },
        { text: '', tag: 'shared' },
      ]);
    });

    it('lists what fits the text, as many as are wanted', async () => {
      const { service } = grafana(titles, {}, linkable);
      const uids = async (query: object) => {
        const { items, isCut } = await service.listAvailable(entity(), query);
        return [...items.map(({ uid }) => uid), isCut];
      };
      expect(await uids({ query: ' Up ' })).toEqual(['abc', false]);
      expect(await uids({ limit: 1 })).toEqual(['secret-b-shared', true]);
      expect(await uids({ query: 'Salaries' })).toEqual([false]);
    });

    it('lists nothing without a Grafana or when nothing is allowed', async () => {
      const nothing = { items: [], isCut: false };
      const { service, source } = grafana(titles, {}, 'nothing');
      expect(await service.listAvailable(entity(), {})).toEqual(nothing);
      expect(source.searched).toEqual([]);
      const without = DefaultDashboardService.create({ grafana: [] });
      expect(await without.listAvailable(entity(), {})).toEqual(nothing);
    });

    it('says that Grafana does not answer', async () => {
      const { service, source } = grafana(titles, {}, linkable);
      source.down = true;
      await expect(service.listAvailable(entity(), {})).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
      });
    });

    it('reads one from an entity that does not link to it, and no other', async () => {
      const { service } = grafana(titles, {}, linkable);
      expect(await service.get(entity(), 'abc')).toMatchObject({
        title: 'Uploads',
      });
      await expect(service.get(entity(), 'secret-a')).rejects.toMatchObject({
        name: 'NotFoundError',
      });
    });
  });

  describe('of what the operator has not allowed', () => {
    const titles = { 'secret-a': 'Salaries', 'secret-b-shared': 'Shared' };
    const links: DashboardReference[] = [
      { type: 'uid', value: 'secret-a' },
      { type: 'tag', value: 'board' },
    ];
    const tags = { board: ['secret-a', 'secret-b-shared'] };

    it('says so, and tells nothing of the dashboard', async () => {
      const { service } = grafana(titles, tags);
      const { items } = await service.list(entity(links));
      expect(items.slice(1)).toEqual([
        {
          uid: 'secret-a',
          title: 'secret-a',
          source: 'grafana',
          url: 'https://grafana.example.com/d/secret-a',
          notice: expect.stringMatching(
            /Whoever runs this portal has not allowed/,
          ),
        },
      ]);
      await expect(
        service.get(entity(links), 'secret-a'),
      ).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: expect.stringMatching(/^(?!.*Salaries).*has not allowed/),
      });
      await expect(
        service.get(entity(links), 'secret-b-shared'),
      ).rejects.toMatchObject({ name: 'NotAllowedError' });
    });

    it('shows what carries a tag that is allowed', async () => {
      const { service } = grafana(titles, tags, {
        folders: [],
        tags: ['shared'],
      });
      const { items } = await service.list(entity(links.slice(1)));
      expect(items.slice(1)).toEqual([
        {
          uid: 'secret-b-shared',
          title: 'Shared',
          source: 'grafana',
          url: 'https://grafana.example.com/d/secret-b-shared',
        },
      ]);
      expect(await service.get(entity(links), 'secret-b-shared')).toMatchObject(
        { title: 'Shared' },
      );
    });

    it('shows nothing where nothing is allowed', async () => {
      const { service } = grafana(
        { abc: 'Linked' },
        {},
        { folders: [], tags: [] },
      );
      const link: DashboardReference = { type: 'uid', value: 'abc' };
      await expect(service.get(entity([link]), 'abc')).rejects.toMatchObject({
        name: 'NotAllowedError',
      });
    });
  });

  it('shows a person’s edit at the next look, and leaves Grafana alone before', async () => {
    const titles: Record<string, string> = { 'sl-http': 'Before' };
    const { service, source } = grafana(titles);
    await service.get(entity(), 'sl-http');
    titles['sl-http'] = 'After';
    source.pass(9_000);
    expect((await service.get(entity(), 'sl-http')).title).toBe('Before');
    expect(source.asked).toHaveLength(1);
    source.pass(1_000);
    expect((await service.get(entity(), 'sl-http')).title).toBe('After');
  });

  it('leaves a Grafana that is down alone for a moment', async () => {
    const { service, source } = grafana({ 'sl-http': 'Of Grafana' });
    source.down = true;
    for (let look = 0; look < 3; look += 1) {
      expect(await service.get(entity(), 'sl-http')).toMatchObject({
        title: 'Of the pack',
        source: 'pack',
        notice: "Grafana 'default' does not answer. Shown as the pack has it.",
      });
    }
    expect(source.asked).toHaveLength(1);
    source.down = false;
    source.pass(10_000);
    expect((await service.get(entity(), 'sl-http')).source).toBe('grafana');
  });

  it('cannot show a linked dashboard while Grafana is down', async () => {
    const { service, source } = grafana({ abc: 'Linked' });
    source.down = true;
    await expect(
      service.get(entity([{ type: 'uid', value: 'abc' }]), 'abc'),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
  });

  it('shows all but the one dashboard that Grafana does not let us read', async () => {
    const { service, source } = grafana({ abc: 'Closed', def: 'Open' });
    source.closed.push('abc');
    const one = entity([
      { type: 'uid', value: 'abc' },
      { type: 'uid', value: 'def' },
    ]);
    const { items } = await service.list(one);
    expect(items.slice(1).map(({ title, notice }) => [title, notice])).toEqual([
      ['abc', "Sightline may not read 'abc'"],
      ['Open', undefined],
    ]);
    await expect(service.get(one, 'abc')).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: "Sightline may not read 'abc'",
    });
    expect(await service.get(one, 'def')).toMatchObject({ title: 'Open' });
  });

  it.each<[LabelMatcher, Record<string, string | string[]>]>([
    [{ label: 'service', operator: '=', value: 'a' }, { service: 'a' }],
    [
      { label: 'service', operator: '=~', value: 'a|b' },
      { service: ['a', 'b'] },
    ],
    [{ label: 'service', operator: '=~', value: 'a.*' }, {}],
    [{ label: 'service', operator: '!=', value: 'a' }, {}],
    [{ label: 'env', operator: '=', value: 'a' }, {}],
  ])('presets variables from the selector: %o', async (matcher, variables) => {
    const service = DefaultDashboardService.create({ grafana: [] });
    const found = await service.get(entity([], [matcher]), 'sl-http');
    expect(found.variables).toEqual(variables);
    expect(found.notice).toBeUndefined();
  });
});
