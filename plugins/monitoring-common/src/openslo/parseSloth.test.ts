import { aText, Fields } from './__testUtils__/anSlo';
import { parseSloDocuments } from './parseSloDocuments';
import { parseSloth } from './parseSloth';

const EVENTS = {
  events: {
    error_query: 'sum(rate(http_requests_total{code=~"5.."}[{{.window}}]))',
    total_query: 'sum(rate(http_requests_total[{{.window}}]))',
  },
};

function aSpec(slo: Fields = {}, more: Fields = {}): Fields {
  return {
    version: 'prometheus/v1',
    service: 'shop',
    slos: [
      { name: 'requests-availability', objective: 99.9, sli: EVENTS, ...slo },
    ],
    ...more,
  };
}

const WINDOW = { type: 'rolling', duration: 2_592_000 };

describe('parseSloth', () => {
  it('reads a specification', () => {
    const { definitions, problems } = parseSloth(
      aText(
        aSpec(
          { description: 'Pages open.', labels: { tier: 'gold' } },
          { labels: { team: 'shop', tier: 'none' } },
        ),
      ),
    );
    expect(problems).toEqual([]);
    expect(definitions).toEqual([
      {
        name: 'requests-availability',
        title: 'requests-availability',
        description: 'Pages open.',
        sliName: 'requests-availability',
        service: 'shop',
        sli: {
          type: 'ratio',
          bad: 'sum(increase(http_requests_total{code=~"5.."}[$window]))',
          total: 'sum(increase(http_requests_total[$window]))',
        },
        objective: '0.999',
        window: WINDOW,
        budgetingMethod: 'Occurrences',
        source: 'sloth',
        labels: { team: ['shop'], tier: ['gold'] },
      },
    ]);
  });

  it('reads an error ratio', () => {
    const sli = {
      raw: {
        error_ratio_query:
          'sum(rate(a[{{.window}}])) / sum(rate(b[{{.window}}]))',
      },
    };
    const { definitions } = parseSloth(aText(aSpec({ sli })));
    expect(definitions[0].sli).toEqual({
      type: 'raw',
      errorRatio: 'sum(rate(a[$window])) / sum(rate(b[$window]))',
    });
  });

  const only = (severity: string, tiers: string[]) => ({
    catalogue: {
      name: `google-${severity}`,
      pairs: tiers.map(tier => expect.objectContaining({ tier, severity })),
    },
  });

  it.each([
    [true, true, { enabled: false }],
    [false, false, undefined],
    [true, false, only('ticket', ['slow', 'long'])],
    [false, true, only('page', ['fast', 'medium'])],
  ])('leaves out pages (%p) and tickets (%p)', (page, ticket, expected) => {
    const { definitions, problems } = parseSloth(
      aText(
        aSpec({
          alerting: {
            page_alert: { disable: page },
            ticket_alert: { disable: ticket },
          },
        }),
      ),
    );
    expect(problems).toEqual([]);
    expect(definitions[0].alerting).toEqual(expected);
  });

  it('says which parts of alerting it does not use', () => {
    const { definitions, problems } = parseSloth(
      aText(
        aSpec({
          alerting: {
            name: 'HighErrors',
            labels: { a: 'b' },
            annotations: { c: 'd' },
            page_alert: { labels: { severity: 'page' } },
          },
        }),
      ),
    );
    expect(definitions).toHaveLength(1);
    expect(
      problems.map(({ severity, pointer }) => [severity, pointer]),
    ).toEqual(
      ['name', 'labels', 'annotations', 'page_alert/labels'].map(part => [
        'warning',
        `/slos/0/alerting/${part}`,
      ]),
    );
  });

  it('reads the object of the operator', () => {
    const { definitions, problems } = parseSloth(
      aText({
        apiVersion: 'sloth.slok.dev/v1',
        kind: 'PrometheusServiceLevel',
        metadata: { name: 'shop', namespace: 'monitoring' },
        spec: {
          service: 'shop',
          slos: [
            {
              name: 'Requests_Availability',
              objective: 99,
              sli: {
                events: {
                  errorQuery: 'sum(increase(a[{{.window}}]))',
                  totalQuery: 'sum(increase(b[{{.window}}]))',
                },
              },
              alerting: { pageAlert: { disable: true }, ticketAlert: {} },
            },
            {
              name: 'raw',
              objective: 99,
              sli: { raw: { errorRatioQuery: 'ratio' } },
            },
          ],
        },
      }),
    );
    expect(problems).toEqual([]);
    expect(definitions.map(({ name, title }) => [name, title])).toEqual([
      ['requests-availability', 'Requests_Availability'],
      ['raw', 'raw'],
    ]);
    expect(definitions[0].alerting?.catalogue?.name).toBe('google-ticket');
  });

  it.each<[string, Fields, Fields, string, RegExp]>([
    ['no service', {}, { service: undefined }, '/service', /missing/],
    ['no name', { name: undefined }, {}, '/slos/0/name', /missing/],
    [
      'no objective',
      { objective: undefined },
      {},
      '/slos/0/objective',
      /missing/,
    ],
    [
      'an objective of 100',
      { objective: 100 },
      {},
      '/slos/0/objective',
      /no error budget/,
    ],
    [
      'an objective of 0',
      { objective: 0 },
      {},
      '/slos/0/objective',
      /no error budget/,
    ],
    [
      'an objective below 0',
      { objective: -1 },
      {},
      '/slos/0/objective',
      /no error budget/,
    ],
    [
      'an objective with a sign',
      { objective: '99.9%' },
      {},
      '/slos/0/objective',
      /must be a number/,
    ],
    ['no SLI', { sli: undefined }, {}, '/slos/0/sli', /missing/],
    [
      'two SLIs',
      { sli: { ...EVENTS, raw: { error_ratio_query: 'x' } } },
      {},
      '/slos/0/sli',
      /only one/,
    ],
    [
      'a plugin',
      { sli: { plugin: { id: 'a' } } },
      {},
      '/slos/0/sli/plugin',
      /program of Sloth.*queries/,
    ],
    [
      'one query',
      { sli: { events: { error_query: 'x[$window]' } } },
      {},
      '/slos/0/sli/events/total_query',
      /missing/,
    ],
    [
      'a bare query',
      { sli: { events: { error_query: 'sum(x)', total_query: 'sum(y)' } } },
      {},
      '/slos/0/sli/events/error_query',
      /no window/,
    ],
    [
      'another template',
      {
        sli: {
          events: {
            error_query: 'x{a="{{.a}}"}',
            total_query: 'sum(rate(x[{{.b}}]))',
          },
        },
      },
      {},
      '/slos/0/sli/events/error_query',
      /no window/,
    ],
  ])('leaves an SLO out that has %s', (_, slo, more, pointer, message) => {
    const { definitions, problems } = parseSloth(aText(aSpec(slo, more)));
    expect(definitions).toEqual([]);
    expect(problems[0]).toMatchObject({
      severity: 'error',
      pointer,
      message: expect.stringMatching(message),
    });
  });

  it('uses the others when one SLO is faulty', () => {
    const slos = [
      { name: 'a', objective: 100, sli: EVENTS },
      { name: 'b', objective: 99, sli: EVENTS },
    ];
    const { definitions, invalid } = parseSloth(aText(aSpec({}, { slos })));
    expect(definitions.map(({ name }) => name)).toEqual(['b']);
    expect(invalid.map(({ name }) => name)).toEqual(['a']);
  });

  it('stands beside OpenSLO in one text, but not alone where Sloth is expected', () => {
    const openSlo = {
      apiVersion: 'openslo/v1',
      kind: 'Service',
      metadata: { name: 'a' },
    };
    const text = aText(openSlo, aSpec());
    expect(parseSloDocuments(text)).toMatchObject({
      definitions: [{ source: 'sloth' }],
      problems: [],
    });
    expect(parseSloth(text).problems).toMatchObject([
      {
        message: expect.stringContaining(
          'is OpenSLO, and a specification of Sloth is expected',
        ),
      },
    ]);
  });
});
