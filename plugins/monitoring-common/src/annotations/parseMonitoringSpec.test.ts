import fc from 'fast-check';
import { MONITORING_ANNOTATIONS } from './constants';
import { parseMonitoringSpec } from './parseMonitoringSpec';
import {
  anEntity,
  MONTH,
  OPTIONS,
  parseAnnotations,
} from './__testUtils__/parseAnnotations';

describe('parseMonitoringSpec', () => {
  it('reads a whole specification', () => {
    const { value, problems } = parseAnnotations({
      'monitoring/packs': 'http, postgresql(database=media)',
      'monitoring/selector': 'job="ingestor", env=~"prod|stage"',
      'monitoring/slos': 'availability 99.9% 30d; latency p95 < 500ms 7d',
      'monitoring/alerts':
        'HighHttpErrorRate: > 3% for 10m critical; Slow: off',
      'monitoring/dashboards': 'uid:abc, tag:ingestor',
      'monitoring/prometheus': 'eu-west',
      'monitoring/provision': 'dashboards, slos',
      'monitoring/runbook': 'https://runbooks.example.com/media/',
      'monitoring/environments':
        'prod(selector: env="prod"), stage(prometheus: default)',
      'monitoring/renamed-from': 'Component:default/Uploader',
      'monitoring/mute': 'weekends, outside-office-hours[warning]',
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
      sloDefinitions: [],
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
      environments: [
        {
          name: 'prod',
          selector: [{ label: 'env', operator: '=', value: 'prod' }],
        },
        { name: 'stage', selector: [], prometheus: 'default' },
      ],
      renamedFrom: 'component:default/uploader',
      mute: [
        { timing: 'weekends' },
        { timing: 'outside-office-hours', severity: 'warning' },
      ],
    });
  });

  it('gives an entity without annotations its identity and nothing else', () => {
    const { value, problems } = parseAnnotations({});
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
    const { value } = parseAnnotations(
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

  it('never throws, whatever the annotations hold', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.constantFrom(
            ...'availability latency p95 < 99.9% 500ms 30d ; , ( ) name= sli= a: > for off " =~ \\ uid: tag: prod( selector: prometheus: { } ` \' env="'.split(
              ' ',
            ),
          ),
        )
        .map(words => words.join(' ')),
    );
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.oneof(
            fc.constantFrom(...MONITORING_ANNOTATIONS),
            fc.string().map(key => `monitoring/${key}`),
            fc.string(),
          ),
          text,
        ),
        fc.oneof(fc.constant(OPTIONS.defaultSelector), text),
        (annotations, defaultSelector) => {
          const { value, problems } = parseMonitoringSpec(
            anEntity(annotations),
            { ...OPTIONS, defaultSelector },
          );
          expect(value.selector.length).toBeGreaterThan(0);
          for (const { annotation, position } of problems) {
            const length = annotations[annotation]?.length ?? 0;
            expect(
              (position?.offset ?? 0) + (position?.length ?? 0),
            ).toBeLessThanOrEqual(Math.max(length, 1));
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
