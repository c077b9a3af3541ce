import { http, HttpResponse, JsonBodyType, passthrough } from 'msw';
import { SetupServer } from 'msw/node';
import { PROBE_LABEL, probeKey } from '../discovery/probeQuery';

export const PROMETHEUS_URL = 'http://prometheus.test';
export const ALERTMANAGER_URL = 'http://alertmanager.test';
export const GRAFANA_URL = 'http://grafana.test';

/** A query that reached the Prometheus of a test. */
export interface SentQuery {
  path: string;
  form: Record<string, string>;
  headers: Record<string, string>;
}

/** Requests to the backend under test go through; to everything else only where a test says so. */
export function letOwnRequestsThrough(server: SetupServer): void {
  server.use(
    http.all(/^http:\/\/(localhost|127\.0\.0\.1)/, () => passthrough()),
  );
}

/** An answer of Prometheus' API with these series, each 1 at each step. */
export function matrixOf(
  labelSets: Record<string, string>[],
  form: Record<string, string>,
): JsonBodyType {
  const [start, end, step] = [form.start, form.end, form.step].map(Number);
  const values: [number, string][] = [];
  for (let time = start; time <= end; time += step) {
    values.push([time, '1']);
  }
  return {
    status: 'success',
    data: {
      resultType: 'matrix',
      result: labelSets.map(metric => ({ metric, values })),
    },
  };
}

/** An answer of Prometheus' API with one value. */
export function vectorOf(value: number): JsonBodyType {
  return {
    status: 'success',
    data: {
      resultType: 'vector',
      result: [{ metric: {}, value: [0, String(value)] }],
    },
  };
}

/** The question which of the packs' metrics a service has. */
function isProbing({ form }: SentQuery): boolean {
  return form.query?.includes(PROBE_LABEL) ?? false;
}

/** The answer for services that have the HTTP metrics of prom-client. */
const PROM_CLIENT: JsonBodyType = {
  status: 'success',
  data: {
    resultType: 'vector',
    result: [
      {
        metric: { [PROBE_LABEL]: probeKey('http', 'prom-client') },
        value: [0, '1'],
      },
    ],
  },
};

/**
 * An Alertmanager without alerts.
 *
 * @returns the alerts that are sent to it, as they come
 */
export function serveAlertmanager(server: SetupServer): any[] {
  const sent: any[] = [];
  server.use(
    http.get(`${ALERTMANAGER_URL}/api/v2/*`, () => HttpResponse.json([])),
    http.post(`${ALERTMANAGER_URL}/api/v2/alerts`, async ({ request }) => {
      sent.push(...((await request.json()) as any[]));
      return HttpResponse.json({});
    }),
  );
  return sent;
}

/** Those queries that only a screen asks for: the pollers ask for instants. */
export function rangeQueries(queries: SentQuery[]): SentQuery[] {
  return queries.filter(({ path }) => path === '/api/v1/query_range');
}

const NOTHING = {
  '/api/v1/alerts': { alerts: [] },
  '/api/v1/rules': { groups: [] },
  '/api/v1/status/buildinfo': { version: '3.14.0' },
  '/api/v1/status/runtimeinfo': { startTime: '2026-01-01T00:00:00Z' },
  '/api/v1/metadata': {},
};

function answerUsually({ path, form }: SentQuery): JsonBodyType {
  if (/(labels|series|query_exemplars)$/.test(path)) {
    return { status: 'success', data: [] };
  }
  return path.endsWith('range')
    ? matrixOf([{ service: 'ingestor' }], form)
    : vectorOf(1);
}

/**
 * A Prometheus that answers queries as `answer` says, and has neither rules nor alerts. Asked which
 * metrics a service has, it names those of prom-client.
 *
 * @returns the other queries that reach it, as they come
 */
export function servePrometheus(
  server: SetupServer,
  answer: (
    query: SentQuery,
  ) => JsonBodyType | Response | Promise<Response> = answerUsually,
): SentQuery[] {
  const queries: SentQuery[] = [];
  server.use(
    ...Object.entries(NOTHING).map(([path, data]) =>
      http.get(`${PROMETHEUS_URL}${path}`, () =>
        HttpResponse.json({ status: 'success', data }),
      ),
    ),
    http.get(
      `${PROMETHEUS_URL}/api/v1/label/:label/values`,
      async ({ request }) => {
        const { pathname, searchParams } = new URL(request.url);
        const query: SentQuery = {
          path: pathname,
          form: Object.fromEntries(searchParams),
          headers: Object.fromEntries(request.headers),
        };
        queries.push(query);
        const answered = await answer(query);
        return answered instanceof Response
          ? answered
          : HttpResponse.json(
              Array.isArray((answered as { data?: unknown }).data)
                ? answered
                : { status: 'success', data: [] },
            );
      },
    ),
    http.post(`${PROMETHEUS_URL}/api/v1/:operation`, async ({ request }) => {
      const query: SentQuery = {
        path: new URL(request.url).pathname,
        form: Object.fromEntries(new URLSearchParams(await request.text())),
        headers: Object.fromEntries(request.headers),
      };
      if (isProbing(query)) {
        return HttpResponse.json(PROM_CLIENT);
      }
      queries.push(query);
      const answered = await answer(query);
      return answered instanceof Response
        ? answered
        : HttpResponse.json(answered);
    }),
  );
  return queries;
}

/** What a Grafana of a test holds beside dashboards. */
export interface ServedByGrafana {
  /** JSON by uid. */
  libraryPanels?: Record<string, object>;
  /** As Grafana answers them; all of them, whatever is asked for. */
  annotations?: object[];
  /** Answers `GET /api/search`, with what was asked for. */
  search?: (query: URLSearchParams) => object[];
}

/**
 * A Grafana that holds these dashboards, by uid.
 *
 * @returns paths and queries of what else is asked of it, as they come
 */
export function serveGrafana(
  server: SetupServer,
  dashboards: Record<string, object>,
  served: ServedByGrafana = {},
): string[] {
  const asked: string[] = [];
  const { libraryPanels = {}, annotations = [], search = () => [] } = served;
  const answer = (url: string, body: JsonBodyType) => {
    asked.push(url.slice(GRAFANA_URL.length));
    return HttpResponse.json(body);
  };
  server.use(
    http.get(`${GRAFANA_URL}/api/dashboards/uid/:uid`, ({ params }) => {
      const dashboard = dashboards[String(params.uid)];
      return dashboard
        ? HttpResponse.json({ meta: {}, dashboard })
        : HttpResponse.json(
            { message: 'Dashboard not found' },
            { status: 404 },
          );
    }),
    http.get(`${GRAFANA_URL}/api/library-elements/:uid`, ({ params }) => {
      const model = libraryPanels[String(params.uid)];
      return model
        ? HttpResponse.json({ result: { model } })
        : HttpResponse.json(
            { message: 'library element could not be found' },
            { status: 404 },
          );
    }),
    http.get(`${GRAFANA_URL}/api/annotations`, ({ request }) =>
      answer(request.url, annotations as JsonBodyType),
    ),
    http.get(`${GRAFANA_URL}/api/search`, ({ request }) =>
      answer(
        request.url,
        search(new URL(request.url).searchParams) as JsonBodyType,
      ),
    ),
  );
  return asked;
}
