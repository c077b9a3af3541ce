import {
  checkPack,
  httpDialects,
} from '@sightline/backstage-plugin-monitoring-node';
import { httpPack } from './httpPack';

const context = {
  entityRef: 'component:default/ingestor',
  name: 'ingestor',
  title: 'Ingestor',
  selector: 'service="ingestor"',
  options: {},
  found: ['prom-client'],
};

function panelsOf(more: object) {
  const [{ id, model }] = httpPack.dashboards({ ...context, ...more });
  expect(id).toBe('overview');
  return Object.fromEntries(
    (model.panels as any[])
      .filter(({ type }) => type !== 'row')
      .map(panel => [panel.id, panel.title]),
  );
}

describe('the http pack', () => {
  it.each(httpDialects.map(({ id }) => id))('is sound in %s', dialect => {
    expect(checkPack(httpPack, { ...context, found: [dialect] })).toEqual([]);
  });

  it('keeps the ids of its panels, which links and alerts name', () => {
    expect(
      panelsOf({ found: ['prom-client', 'prom-client-in-flight'] }),
    ).toEqual({
      1: 'Requests',
      2: 'Failing requests',
      3: 'Typical duration',
      4: 'Slow duration',
      5: 'In flight',
      10: 'Requests by answer',
      11: 'Failing requests',
      12: 'Duration',
      13: 'Requests by route',
      14: 'Failing requests by route',
      15: 'Slow duration by route',
      16: 'Durations',
      17: 'Requests in flight',
    });
  });

  it('leaves out what a dialect does not publish', () => {
    expect(panelsOf({ found: ['haproxy'] })).toEqual({
      1: 'Requests',
      2: 'Failing requests',
      5: 'Open sessions',
      10: 'Requests by answer',
      11: 'Failing requests',
      13: 'Requests by route',
      14: 'Failing requests by route',
      17: 'Open sessions',
    });
    expect(panelsOf({ found: ['opentelemetry-old-go'] })).not.toHaveProperty(
      '13',
    );
  });

  it('offers the routes of the entity to choose from', () => {
    const [{ model }] = httpPack.dashboards(context);
    expect((model.templating as any).list).toContainEqual(
      expect.objectContaining({
        name: 'route',
        definition:
          'label_values(http_request_duration_seconds_count{service="ingestor"}, route)',
      }),
    );
  });

  it('reads the conventions that are in force when the old ones are there too, and never both', () => {
    const [{ model }] = httpPack.dashboards({
      ...context,
      found: ['opentelemetry-js', 'opentelemetry-js-old'],
    });
    const written = JSON.stringify(model);
    expect(written).toContain('http_server_request_duration_count');
    expect(written).not.toContain('http_server_duration_');
  });

  it('scales a threshold to a histogram in milliseconds', () => {
    expect(
      httpPack.slis({ ...context, found: ['istio'] })[1].sli,
    ).toMatchObject({
      histogram: 'istio_request_duration_milliseconds',
      unitSeconds: 0.001,
      matchers: 'reporter="destination"',
      thresholdSeconds: 0.5,
    });
  });

  describe('what it lacks', () => {
    const lacks = (more: object) => httpPack.lacks!({ ...context, ...more });

    it('nothing when a dialect is found, or named by the annotation', () => {
      expect(lacks({})).toBeUndefined();
      expect(
        lacks({ found: [], options: { dialect: 'spring-boot' } }),
      ).toBeUndefined();
    });

    it('takes the dialect that the annotation names, though another is found', () => {
      const [{ model }] = httpPack.dashboards({
        ...context,
        options: { dialect: 'spring-boot' },
      });
      expect(JSON.stringify(model)).toContain(
        'http_server_requests_seconds_count',
      );
    });

    it('keeps the latency of a named dialect while the service is away', () => {
      expect(
        httpPack
          .slis({ ...context, found: [], options: { dialect: 'spring-boot' } })
          .map(({ id }) => id),
      ).toEqual(['http:availability', 'http:latency']);
    });

    it.each<[string, object, RegExp]>([
      [
        'a dialect that does not exist, with the nearest',
        { options: { dialect: 'spring-bot' } },
        /no dialect 'spring-bot' of HTTP metrics; did you mean 'spring-boot'.*There are: opentelemetry,/,
      ],
      [
        'that nothing is found, with what was looked for and what to do',
        { found: [] },
        /None of the series of ingestor .*service="ingestor".*Looked for those of OpenTelemetry, OpenTelemetry JavaScript, Spring Boot,.*send one.*monitoring\/selector.*http\(dialect=opentelemetry\)/,
      ],
      [
        'that nobody could look',
        { found: undefined },
        /no Prometheus has answered yet.*http\(dialect=opentelemetry\)/,
      ],
    ])('says %s', (_what, more, message) => {
      expect(lacks(more)).toMatch(message);
      expect(() => httpPack.dashboards({ ...context, ...more })).toThrow(
        message,
      );
    });
  });
});
