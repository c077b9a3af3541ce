import { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { MONITORING_ANNOTATIONS } from './constants';
import { parseMonitoringSpec } from './parseMonitoringSpec';

const MONTH = { type: 'rolling', duration: 2_592_000 } as const;

function anEntity(
  annotations: Record<string, string>,
  more: Partial<Entity> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'ingestor', annotations },
    spec: { type: 'service', owner: 'team-media', system: 'media-platform' },
    ...more,
  };
}

function parse(annotations: Record<string, string>, more?: Partial<Entity>) {
  return parseMonitoringSpec(anEntity(annotations, more), {
    // eslint-disable-next-line no-template-curly-in-string
    defaultSelector: 'service="${{ name }}"',
    defaultWindow: MONTH,
    knownPrometheus: ['default', 'eu-west'],
    knownGrafana: ['default'],
  });
}

describe('parseMonitoringSpec', () => {
  it('reads a whole specification', () => {
    const { value, problems } = parse({
      'monitoring/packs': 'http, postgresql(database=media)',
      'monitoring/selector': 'job="ingestor", env=~"prod|stage"',
      'monitoring/slos': 'availability 99.9% 30d; latency p95 < 500ms 7d',
      'monitoring/alerts':
        'HighHttpErrorRate: > 3% for 10m critical; Slow: off',
      'monitoring/dashboards': 'uid:abc, tag:ingestor',
      'monitoring/prometheus': 'eu-west',
      'monitoring/provision': 'dashboards, slos',
      'monitoring/runbook': 'https://runbooks.example.com/media/',
    });
    expect(problems).toEqual([]);
    expect(value).toEqual({
      entityRef: 'component:default/ingestor',
      name: 'ingestor',
      title: 'ingestor',
      owner: 'group:default/team-media',
      system: 'system:default/media-platform',
      optedIn: true,
      packs: [
        { id: 'http', options: {} },
        { id: 'postgresql', options: { database: 'media' } },
      ],
      selector: [
        { label: 'job', operator: '=', value: 'ingestor' },
        { label: 'env', operator: '=~', value: 'prod|stage' },
      ],
      selectorIsDefault: false,
      slos: [
        { type: 'availability', objective: '0.999', window: MONTH },
        {
          type: 'latency',
          objective: '0.95',
          thresholdSeconds: 0.5,
          window: { type: 'rolling', duration: 604_800 },
        },
      ],
      alertOverrides: [
        {
          alert: 'HighHttpErrorRate',
          enabled: true,
          operator: '>',
          threshold: 0.03,
          for: 600,
          severity: 'critical',
        },
        { alert: 'Slow', enabled: false },
      ],
      notify: [],
      dashboards: [
        { type: 'uid', value: 'abc' },
        { type: 'tag', value: 'ingestor' },
      ],
      provision: ['dashboards', 'slos'],
      prometheus: 'eu-west',
      grafana: undefined,
      runbook: 'https://runbooks.example.com/media',
    });
  });

  it('gives an entity without annotations its identity and nothing else', () => {
    const { value, problems } = parse({});
    expect(problems).toEqual([]);
    expect(value).toMatchObject({
      optedIn: false,
      packs: [],
      slos: [],
      selector: [{ label: 'service', operator: '=', value: 'ingestor' }],
      selectorIsDefault: true,
    });
  });

  it('prefers the relations of the catalog to the spec', () => {
    const { value } = parse(
      {},
      {
        relations: [
          { type: 'ownedBy', targetRef: 'group:media/team-b' },
          { type: 'partOf', targetRef: 'component:default/other' },
          { type: 'partOf', targetRef: 'system:media/platform' },
        ],
      },
    );
    expect(value.owner).toBe('group:media/team-b');
    expect(value.system).toBe('system:media/platform');
  });

  it('cannot be made to leave the default selector by a name', () => {
    const { value } = parseMonitoringSpec(
      anEntity({}, { metadata: { name: 'a"} or secret{x="' } }),
      // eslint-disable-next-line no-template-curly-in-string
      { defaultSelector: 'service="${{ name }}"', defaultWindow: MONTH },
    );
    expect(value.selector).toEqual([
      { label: 'service', operator: '=', value: 'a"} or secret{x="' },
    ]);
  });

  it.each([
    [
      'monitoring/slos',
      'availability 99,9% 30d; latency p95 < 500ms 30d',
      /'99,9%' has a comma; write it with a point: 99\.9%/,
      '99,9%',
    ],
    ['monitoring/slos', 'availability 100%', /no error budget/, '100%'],
    ['monitoring/slos', 'availability 99.9', /needs a percent sign/, '99.9'],
    ['monitoring/slos', 'speed 99%', /'speed' is no kind of SLO/, 'speed'],
    ['monitoring/slos', 'latency p95 > 5s', /'<' is expected/, '>'],
    ['monitoring/slos', 'latency p95 < fast', /is no duration/, 'fast'],
    ['monitoring/slos', 'availability 99% 400d', /is no window/, '400d'],
    ['monitoring/slos', 'availability 99% name=Ä', /is no name/, 'name=Ä'],
    ['monitoring/slos', 'availability', /is missing/, 'availability'],
    ['monitoring/packs', 'http, Bad Name', /no name of a pack/, 'Bad Name'],
    ['monitoring/packs', 'pg(database)', /is no option/, 'database'],
    ['monitoring/selector', 'job=ingestor', /needs double quotes/, 'ingestor'],
    ['monitoring/selector', '{job="a"}', /without braces/, '{'],
    ['monitoring/selector', 'job=~"(?=x)"', /look-around/, '"(?=x)"'],
    ['monitoring/alerts', 'Foo > 3', /is no override/, 'Foo > 3'],
    ['monitoring/alerts', 'Foo: loud', /is not understood/, 'Foo: loud'],
    [
      'monitoring/provision',
      'dashboard',
      /did you mean 'dashboards'/,
      'dashboard',
    ],
    ['monitoring/prometheus', 'eu-wst', /did you mean 'eu-west'/, 'eu-wst'],
    ['monitoring/runbook', 'ftp://runbooks', /no address/, 'ftp://runbooks'],
    ['monitoring/dashboards', 'abc', /names no dashboard/, 'abc'],
  ])('says what is wrong with %s: %s', (annotation, text, message, fault) => {
    const { problems } = parse({ [annotation]: text });
    expect(problems).toHaveLength(1);
    const [problem] = problems;
    expect(problem.annotation).toBe(annotation);
    expect(problem.message).toMatch(message);
    const { offset, length } = problem.position!;
    expect(text.slice(offset, offset + length)).toBe(fault);
  });

  it('uses the good part of an annotation with a fault', () => {
    const { value } = parse({
      'monitoring/slos': 'availability 99,9% 30d; latency p95 < 500ms 30d',
      'monitoring/packs': 'http, Bad Name',
    });
    expect(value.slos).toHaveLength(1);
    expect(value.slos[0].type).toBe('latency');
    expect(value.packs).toEqual([{ id: 'http', options: {} }]);
  });

  it('provisions nothing when it understands nothing of what may be provisioned', () => {
    expect(
      parse({ 'monitoring/provision': 'nothing' }).value.provision,
    ).toEqual([]);
  });

  it('names the annotation that somebody most likely meant', () => {
    const { problems } = parse({ 'monitoring/pack': 'http' });
    expect(problems).toEqual([
      expect.objectContaining({
        annotation: 'monitoring/pack',
        message: expect.stringContaining("did you mean 'monitoring/packs'"),
      }),
    ]);
  });

  it('says plainly what this version does not understand', () => {
    const { problems } = parse({
      'monitoring/environments': 'prod(selector: env="prod")',
      'monitoring/slos': 'apiVersion: openslo/v1\nkind: SLO\n',
      'monitoring/alerts': 'groups:\n  - name: a',
      'monitoring/notify': 'media-slack',
    });
    expect(problems.map(({ severity }) => severity)).toEqual(
      Array(4).fill('warning'),
    );
  });

  it('gives an example that works with each problem', () => {
    const faulty = Object.fromEntries(
      MONITORING_ANNOTATIONS.map(annotation => [annotation, '§ § §']),
    );
    for (const { annotation, example } of parse(faulty).problems) {
      const again = parse({ [annotation]: example! }).problems;
      expect(again.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });

  it('never throws, whatever the annotations hold', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.constantFrom(
            ...'availability latency p95 < 99.9% 500ms 30d ; , ( ) name= sli= a: > for off " =~ \\ uid: tag:'.split(
              ' ',
            ),
          ),
        )
        .map(words => words.join(' ')),
    );
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...MONITORING_ANNOTATIONS), text),
        annotations => {
          const { value, problems } = parse(annotations);
          expect(value.selector.length).toBeGreaterThan(0);
          for (const { annotation, position } of problems) {
            const length = annotations[annotation].length;
            expect(position?.offset ?? 0).toBeLessThanOrEqual(length);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
