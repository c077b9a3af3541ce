import {
  aMetric,
  anIndicator,
  anSlo,
  aText,
} from '../openslo/__testUtils__/anSlo';
import {
  anEntity,
  OPTIONS,
  parseAnnotations,
} from './__testUtils__/parseAnnotations';
import { parseMonitoringSpec } from './parseMonitoringSpec';

const KEY = 'monitoring/slos';

function read(...documents: unknown[]) {
  return parseAnnotations({ [KEY]: aText(...documents) });
}

describe('monitoring/slos with documents', () => {
  it('reads an OpenSLO file that the catalog put there for $text', () => {
    const { value, problems } = read(anSlo());
    expect(problems).toEqual([]);
    expect(value.optedIn).toBe(true);
    expect(value.slos).toEqual([]);
    expect(value.sloDefinitions).toMatchObject([
      { name: 'uploads', objective: '0.999', source: 'openslo' },
    ]);
  });

  it('reads JSON', () => {
    const { value } = parseAnnotations({ [KEY]: JSON.stringify([anSlo()]) });
    expect(value.sloDefinitions).toHaveLength(1);
  });

  it('says line, pointer and place of a fault, and uses the other documents', () => {
    const bad = anSlo({ budgetingMethod: 'occurrences' }, { name: 'bad' });
    const text = aText(anSlo(), bad);
    const { value, problems } = parseAnnotations({ [KEY]: text });
    expect(value.sloDefinitions.map(({ name }) => name)).toEqual(['uploads']);
    expect(value.invalidSlos).toEqual([
      { name: 'bad', message: expect.stringContaining('Occurrences') },
    ]);
    expect(problems).toHaveLength(1);
    const [{ message, position, severity, annotation }] = problems;
    const line = text.split('\n').indexOf('  budgetingMethod: occurrences') + 1;
    expect({ severity, annotation }).toEqual({
      severity: 'error',
      annotation: KEY,
    });
    expect(message).toMatch(
      `Line ${line}, /spec/budgetingMethod: budgetingMethod 'occurrences' is no budgeting method`,
    );
    const { offset, length } = position!;
    expect(text.slice(offset, offset + length)).toBe(
      'budgetingMethod: occurrences',
    );
  });

  it('warns of the SLO of another service, and takes it', () => {
    const { value, problems } = read(anSlo({ service: 'transcoder' }));
    expect(value.sloDefinitions).toHaveLength(1);
    expect(problems).toMatchObject([
      {
        severity: 'warning',
        message: expect.stringContaining("the service 'transcoder'"),
      },
    ]);
  });

  it('reads files far longer than other annotations', () => {
    const description = 'x'.repeat(1_000);
    const { value, problems } = read(
      ...Array.from({ length: 80 }, (_, index) =>
        anSlo({ description }, { name: `slo-${index}` }),
      ),
    );
    expect(problems).toEqual([]);
    expect(value.sloDefinitions).toHaveLength(80);
  });

  it('takes a hundred SLOs and says that there are more', () => {
    const { value, problems } = read(
      ...Array.from({ length: 101 }, (_, index) =>
        anSlo({}, { name: `slo-${index}` }),
      ),
    );
    expect(value.sloDefinitions).toHaveLength(100);
    expect(problems[0].message).toMatch(/101 SLOs; the first 100 are used/);
  });

  it('tells of a value that the catalog made an object of', () => {
    const { problems } = parseAnnotations({ [KEY]: { kind: 'SLO' } as any });
    expect(problems[0].message).toMatch(/is no text.*\$text/);
  });

  it('counts short forms by the calendar of the configured zone', () => {
    const { value } = parseMonitoringSpec(
      anEntity({ [KEY]: 'availability 99% month; uptime 99% week@UTC' }),
      { ...OPTIONS, timeZone: 'Europe/Berlin' },
    );
    expect(value.slos.map(({ window }) => window)).toEqual([
      { type: 'calendar', unit: 'month', timeZone: 'Europe/Berlin' },
      { type: 'calendar', unit: 'week', timeZone: 'UTC' },
    ]);
  });

  it('says which query of which document cannot be used', () => {
    const indicator = anIndicator({ total: aMetric('sum(requests_total') });
    const { problems } = read(anSlo({ indicator }));
    expect(problems[0].message).toMatch(
      /^Line \d+, \/spec\/indicator\/spec\/ratioMetric\/total\/metricSource\/spec\/query: The query cannot be used/,
    );
  });
});

describe('monitoring/slos with short forms', () => {
  it('names one that cannot be read, so that it is shown and not lost', () => {
    const { value } = parseAnnotations({
      [KEY]: 'availability 99,9% 30d; latency p95 < 500ms',
    });
    expect(value.slos.map(({ type }) => type)).toEqual(['latency']);
    expect(value.invalidSlos).toEqual([
      {
        name: 'availability',
        message: "'99,9%' has a comma; write it with a point: 99.9%",
      },
    ]);
  });
});
