import fc from 'fast-check';
import { parseEnvironments } from './parseEnvironments';
import { parseAnnotations } from './__testUtils__/parseAnnotations';
import { inEnvironment } from './inEnvironment';
import { LabelMatcher } from './types';

const SERVICE: LabelMatcher = { label: 'service', operator: '=', value: 'a' };

function environments(value: string) {
  return parseEnvironments(value, { selector: [SERVICE] });
}

function equals(label: string, value: string): LabelMatcher {
  return { label, operator: '=', value };
}

describe('parseEnvironments', () => {
  it.each<[string, LabelMatcher[]]>([
    ['a(selector: env="a")', [equals('env', 'a')]],
    [
      'a (selector:env="a",zone="b")',
      [equals('env', 'a'), equals('zone', 'b')],
    ],
    [
      'a(selector: {env="a", zone="b"})',
      [equals('env', 'a'), equals('zone', 'b')],
    ],
    ['a(selector: env="a,b")', [equals('env', 'a,b')]],
    ['a(selector: env="a)b(c")', [equals('env', 'a)b(c')]],
    ['a(selector: env="a\\"),b(")', [equals('env', 'a"),b(')]],
    ["a(selector: env='x; grafana: y')", [equals('env', 'x; grafana: y')]],
    ['a(selector: env=`\\`)', [equals('env', '\\')]],
    ['a(\n  selector: env="a"\n  grafana: eu\n)', [equals('env', 'a')]],
    [
      'a(grafana: eu, selector: env="a", zone="b")',
      [equals('env', 'a'), equals('zone', 'b')],
    ],
    ['a(selector: env="a", grafana: eu, prometheus: p)', [equals('env', 'a')]],
    ['a', []],
    ['a()', []],
  ])('reads the selector of %s', (value, selector) => {
    expect(environments(value)).toEqual({
      value: [expect.objectContaining({ name: 'a', selector })],
      problems: [],
    });
  });

  it('reads servers beside selectors that have commas', () => {
    const { value } = environments(
      'prod(selector: env="prod", zone=~"a|b", prometheus: eu), stage(prometheus: stage, grafana: eu-1)',
    );
    expect(value).toEqual([
      {
        name: 'prod',
        selector: [
          equals('env', 'prod'),
          { label: 'zone', operator: '=~', value: 'a|b' },
        ],
        prometheus: 'eu',
      },
      { name: 'stage', selector: [], prometheus: 'stage', grafana: 'eu-1' },
    ]);
  });

  it('leaves a faulty environment out whole: it would show the series of another', () => {
    const { value, problems } = environments(
      'prod(selector: env="prod"), stage(selector: env=stage, prometheus: eu)',
    );
    expect(value.map(({ name }) => name)).toEqual(['prod']);
    expect(problems).toEqual([
      expect.objectContaining({
        severity: 'error',
        message:
          'The value stage needs double quotes. This environment is left out, the others are used',
      }),
    ]);
  });

  it('never throws, and points into the text', () => {
    const text = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            ...'prod stage ( ) , ; : { } " \' ` \\ selector: prometheus: grafana: env="a" env=~"(a|b)" \n'.split(
              ' ',
            ),
          ),
          fc.string({ unit: 'binary', maxLength: 5 }),
        ),
      )
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(text, value => {
        const parsed = environments(value);
        for (const { position } of parsed.problems) {
          expect(
            (position?.offset ?? 0) + (position?.length ?? 0),
          ).toBeLessThanOrEqual(Math.max(value.length, 1));
        }
        const names = parsed.value.map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
        expect(names.length).toBeLessThanOrEqual(10);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('inEnvironment', () => {
  it('narrows the entity down, and replaces matchers of the same label', () => {
    const { value } = parseAnnotations({
      'monitoring/selector': 'job="ingestor", env="prod"',
      'monitoring/prometheus': 'default',
      'monitoring/environments':
        'stage(selector: env="stage", prometheus: eu-west)',
    });
    const stage = inEnvironment(value, value.environments[0]);
    expect(stage).toMatchObject({
      environment: 'stage',
      selector: [equals('job', 'ingestor'), equals('env', 'stage')],
      prometheus: 'eu-west',
    });
    expect(stage.grafana).toBe(value.grafana);
  });
});
