import fc from 'fast-check';
import { MonitoringSpec, SloShortForm } from '../annotations/types';
import { anSlo, aText } from '../openslo/__testUtils__/anSlo';
import { parseOpenSlo } from '../openslo/parseOpenSlo';
import { resolveSlos } from './resolveSlos';
import { SliTemplate } from './types';

const templates: SliTemplate[] = [
  {
    id: 'http:availability',
    title: 'Successful requests',
    serves: ['availability', 'errors'],
    sli: { type: 'ratio', bad: 'b[$window]', total: 't[$window]' },
  },
  {
    id: 'http:latency',
    title: 'Fast requests',
    serves: ['latency'],
    sli: { type: 'latency', histogram: 'h', thresholdSeconds: 0.3 },
  },
  {
    id: 'uploads:stored',
    title: 'Stored uploads',
    serves: ['availability'],
    sli: { type: 'ratio', bad: 'ub[$window]', total: 'ut[$window]' },
  },
];
const window = { type: 'rolling' as const, duration: 2_592_000 };
const availability: SloShortForm = {
  type: 'availability',
  objective: '0.999',
  window,
};

function aSpec(...slos: SloShortForm[]): MonitoringSpec {
  return {
    entityRef: 'component:default/ingestor',
    name: 'ingestor',
    title: 'ingestor',
    optedIn: true,
    packs: [],
    selector: [
      { label: 'service', operator: '=', value: 'ingestor' },
      { label: 'env', operator: '=~', value: 'a"\\d' },
    ],
    selectorIsDefault: false,
    slos,
    sloDefinitions: [],
    alertOverrides: [],
    notify: [],
    dashboards: [],
    provision: ['slos'],
    environments: [],
    mute: [],
  };
}

function resolve(...slos: SloShortForm[]) {
  return resolveSlos(aSpec(...slos), templates);
}

describe('resolveSlos', () => {
  it('takes the first SLI of the packs that fits', () => {
    expect(resolve(availability)).toEqual({
      value: [
        {
          id: 'availability',
          entityRef: 'component:default/ingestor',
          title: 'Availability',
          description: 'Successful requests',
          sliId: 'http:availability',
          sli: templates[0].sli,
          selector: 'service="ingestor", env=~"a\\"\\\\d"',
          objective: '0.999',
          window,
        },
      ],
      problems: [],
      invalid: [],
    });
  });

  it('takes the SLI that is named', () => {
    const { value } = resolve({
      ...availability,
      name: 'Uploads',
      sli: 'uploads:stored',
    });
    expect(value[0]).toMatchObject({
      id: 'uploads',
      title: 'Availability (Uploads)',
      sliId: 'uploads:stored',
    });
  });

  it('puts the threshold of the short form into the SLI, the title and the id', () => {
    const { value } = resolve({
      type: 'latency',
      objective: '0.95',
      thresholdSeconds: 0.5,
      window,
    });
    expect(value[0]).toMatchObject({
      id: 'latency-500-ms',
      title: 'Latency ≤ 500 ms',
      sli: { type: 'latency', histogram: 'h', thresholdSeconds: 0.5 },
    });
  });

  it('gives the same id whatever the objective and the window', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 50_000, max: 99_999 }),
        fc.integer({ min: 7, max: 90 }),
        (objective, days) => {
          const { value } = resolve({
            ...availability,
            objective: `0.${objective}`,
            window: { type: 'rolling', duration: days * 86_400 },
          });
          expect(value[0].id).toBe('availability');
        },
      ),
    );
  });

  it('makes an id of at most 63 plain characters of any name', () => {
    fc.assert(
      fc.property(fc.string(), name => {
        const { value } = resolve({ ...availability, name });
        expect(value[0].id).toMatch(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/);
      }),
    );
  });

  it.each<[string, SloShortForm, RegExp, string]>([
    [
      'no SLI fits',
      { ...availability, type: 'uptime' },
      /No pack of this entity has an SLI for 'uptime'; there are: http:availability, http:latency, uploads:stored/,
      'availability 99.9% 30d',
    ],
    [
      'the named SLI is unknown',
      { ...availability, sli: 'grpc:availability' },
      /No pack of this entity has an SLI 'grpc:availability'/,
      'availability 99.9% 30d sli=http:availability',
    ],
    [
      'the named SLI measures something else',
      { ...availability, sli: 'http:latency' },
      /The SLI 'http:latency' \(Fast requests\) cannot be measured as 'availability'/,
      'latency 95% < 500ms sli=http:latency',
    ],
  ])('says it when %s, and leaves the SLO out', (_, form, message, example) => {
    const { value, problems } = resolve(form, {
      ...availability,
      name: 'other',
    });
    expect(value.map(({ id }) => id)).toEqual(['other']);
    expect(problems).toEqual([
      {
        annotation: 'monitoring/slos',
        severity: 'error',
        message: expect.stringMatching(message),
        example,
      },
    ]);
  });

  it('uses the first of two SLOs with one name', () => {
    const { value, problems } = resolve(availability, {
      ...availability,
      objective: '0.9999',
    });
    expect(value.map(({ objective }) => objective)).toEqual(['0.999']);
    expect(problems[0]).toMatchObject({
      severity: 'error',
      message: expect.stringContaining("Two SLOs are called 'availability'"),
      example: 'availability 99.9% 30d name=availability-2',
    });
  });

  it('gives an SLO of an environment an id of its own, which no name can have', () => {
    const idIn = (environment: string | undefined, name: string) => {
      const spec = { ...aSpec({ ...availability, name }), environment };
      return resolveSlos(spec, templates).value[0].id;
    };
    expect(idIn(undefined, 'a-b')).toBe('a-b');
    expect(idIn('c', 'a-b')).toBe('a-b--c');
    expect(idIn('b-c', 'a')).toBe('a--b-c');
    expect(idIn('-c', 'a')).toBe('a---c');
    expect(idIn(undefined, 'a--b')).toBe('a-b');
    const longest = idIn('e'.repeat(32), 'n'.repeat(63));
    expect(longest).toHaveLength(63);
    expect(longest).toMatch(/^n{29}--e{32}$/);
  });

  it('names two SLOs of an environment as they are written', () => {
    const spec = {
      ...aSpec(availability, availability),
      environment: 'stage',
    };
    const { value, problems } = resolveSlos(spec, templates);
    expect(value.map(({ title }) => title)).toEqual(['Availability · stage']);
    expect(problems[0].message).toContain("Two SLOs are called 'availability'");
  });

  it('warns of a burn-rate alert that can never fire', () => {
    const { value, problems } = resolve({ ...availability, objective: '0.9' });
    expect(value).toHaveLength(1);
    expect(problems).toEqual([
      expect.objectContaining({
        severity: 'warning',
        message: expect.stringMatching(/over 1h can never fire.*90 %/),
      }),
    ]);
  });

  it('says how an SLO alerts: as it says itself, else as the portal does', () => {
    const catalogue = { name: 'ours', pairs: [] };
    const { value } = resolveSlos(
      aSpec(
        { ...availability, minimumEvents: 5 },
        { ...availability, name: 'b' },
      ),
      templates,
      { catalogue, minimumEvents: 100 },
    );
    expect(value.map(({ alerting }) => alerting)).toEqual([
      { catalogue, minimumEvents: 5 },
      { catalogue, minimumEvents: 100 },
    ]);
    expect(resolve(availability).value[0]).not.toHaveProperty('alerting');
  });

  it('tells of SLOs that cannot be measured, so that they can be shown', () => {
    const uptime: SloShortForm = { ...availability, type: 'uptime' };
    const { invalid } = resolve(uptime, uptime, availability);
    expect(invalid).toEqual([
      {
        id: 'uptime',
        title: 'Uptime',
        message: expect.stringContaining('No pack of this entity has an SLI'),
        objective: '0.999',
        window,
      },
    ]);
  });
});

describe('resolveSlos with documents', () => {
  const { definitions } = parseOpenSlo(
    aText(
      anSlo({}, { name: 'uploads', displayName: 'Uploads' }),
      anSlo({ objectives: [{ target: 0.99 }, { target: 0.9 }] }, { name: 'b' }),
    ),
  );

  function resolveDocuments(more: Partial<MonitoringSpec> = {}) {
    return resolveSlos(
      { ...aSpec(), sloDefinitions: definitions, ...more },
      [],
      { minimumEvents: 7 },
    );
  }

  it('makes SLOs of this entity of them', () => {
    const { value } = resolveDocuments({ environment: 'stage' });
    expect(value.map(({ id }) => id)).toEqual([
      'uploads--stage',
      'b-1--stage',
      'b-2--stage',
    ]);
    expect(value[0]).toEqual({
      id: 'uploads--stage',
      entityRef: 'component:default/ingestor',
      environment: 'stage',
      title: 'Uploads · stage',
      sliId: 'openslo:requests',
      sli: definitions[0].sli,
      selector: 'service="ingestor", env=~"a\\"\\\\d"',
      objective: '0.999',
      window,
      budgetingMethod: 'Occurrences',
      alerting: { minimumEvents: 7 },
      source: 'openslo',
    });
  });

  it('warns of their alerts as of those of others', () => {
    const { problems } = resolveDocuments();
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('can never fire'),
    ]);
  });

  it('names two of one name, and those that could not be read', () => {
    const { value, problems, invalid } = resolveDocuments({
      sloDefinitions: [definitions[0], definitions[0]],
      invalidSlos: [
        { name: 'bad', message: 'No window' },
        { name: 'uploads', message: 'Twice' },
      ],
    });
    expect(value).toHaveLength(1);
    expect(problems[0].message).toMatch(/Two SLOs .* called 'uploads'/);
    expect(invalid).toEqual([
      { id: 'bad', title: 'bad', message: 'No window' },
    ]);
  });
});
