import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import request from 'supertest';
import { createStandIn } from '../createStandIn';
import { STAND_IN_TOKENS } from '../http/identities';
import { GrafanaState } from '../state/GrafanaState';
import { arrange, AT_FIRST } from './arrange/arrange';
import {
  Answer,
  compareAnswers,
  varyingPairs,
  withoutCharset,
} from './compareAnswers';
import deviations from './deviations.json';
import {
  Exchange,
  Recording,
  RecordingName,
  RECORDINGS,
  Scenario,
} from './recording';

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;

const AUTHORIZATION: Record<string, string | undefined> = {
  admin: basic('admin:admin'),
  editor: basic('editor:editor'),
  viewer: basic('viewer:viewer'),
  'sa-editor': `Bearer ${STAND_IN_TOKENS.editor}`,
  'sa-viewer': `Bearer ${STAND_IN_TOKENS.viewer}`,
  'sa-expired': 'Bearer glsa_past_its_life',
  bad: 'Bearer glsa_of_nobody',
  anonymous: undefined,
};

/** Ids and uids of the recording → those that the stand-in made in their place. */
type Translation = Map<unknown, unknown>;

function translate(value: unknown, translation: Translation): unknown {
  if (Array.isArray(value)) {
    return value.map(entry => translate(entry, translation));
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [
        key,
        translate(entry, translation),
      ]),
    );
  }
  return translation.get(value) ?? value;
}

/** Tokens of a query string too: the next page is asked for with what the last answer gave. */
function translatePath(path: string, translation: Translation): string {
  return path
    .replace(/[<>]/g, encodeURIComponent)
    .replace(/(?<==)[^&]+/g, value => {
      const translated = translation.get(decodeURIComponent(value));
      return translated === undefined
        ? value
        : encodeURIComponent(String(translated));
    });
}

function parse(text: string, contentType: string | undefined): unknown {
  if (text === '') {
    return undefined;
  }
  return withoutCharset(contentType) === 'application/json'
    ? JSON.parse(text)
    : text;
}

async function send(
  app: ReturnType<typeof createStandIn>,
  { as, request: { method, path, headers, body, bodyIsRawText } }: Exchange,
  translation: Translation,
): Promise<Answer> {
  const call = request(app)
    [method.toLowerCase() as 'get'](translatePath(path, translation))
    .buffer(true)
    .serialize(sent => sent)
    .parse((res, done) => {
      let text = '';
      res.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
      res.on('end', () => done(null, text));
    });
  const all = {
    authorization: AUTHORIZATION[as],
    host: 'grafana.example:3000',
    'user-agent': 'client/1.0',
    'content-type': body === undefined ? undefined : 'application/json',
    ...Object.fromEntries(
      Object.entries(headers ?? {}).map(([name, value]) => [
        name.toLowerCase(),
        value,
      ]),
    ),
  };
  for (const [name, value] of Object.entries(all)) {
    if (value !== undefined && value !== null) {
      call.set(name, value);
    }
  }
  if (body !== undefined) {
    call.send(
      Buffer.from(
        bodyIsRawText
          ? String(body)
          : JSON.stringify(translate(body, translation)),
      ),
    );
  }
  const res = await call;
  const contentType: string | undefined = res.headers['content-type'];
  return {
    status: res.status,
    contentType,
    body: parse(res.body, contentType),
  };
}

/** The operation that a request belongs to, with its answer's status. */
function operationOf({
  request: { method, path },
  response,
}: Exchange): string {
  const route = path
    .split('?')[0]
    .replace(
      /(dashboards\/uid|folders|datasources\/uid|dashboards)\/.*/,
      '$1/:uid',
    )
    .replace(/provisioning\/folder\/.*/, 'provisioning/folder');
  return `${method} ${route} ${response.status}`;
}

const recordings = RECORDINGS.map(name => {
  const path = resolve(__dirname, 'recorded', `${name}.json`);
  const recording: Recording = JSON.parse(readFileSync(path, 'utf8'));
  return { name, ...recording };
});

// 12.4 writes a charset in some answers of an operation and leaves it out in others.
const typesOf = new Map<string, Set<string | undefined>>();
for (const exchange of recordings.flatMap(({ scenarios }) =>
  scenarios.flatMap(({ exchanges }) => exchanges),
)) {
  const operation = operationOf(exchange);
  const types = typesOf.get(operation) ?? new Set();
  typesOf.set(operation, types.add(exchange.response.contentType));
}

interface Outcome {
  index: number;
  exchange: Exchange;
  differences: string[];
}

async function replay(
  name: RecordingName,
  scenarios: Scenario[],
): Promise<Map<string, Outcome[]>> {
  const state = new GrafanaState(() => new Date());
  const steps = arrange[name] ?? {};
  steps[AT_FIRST]?.(state);
  const app = createStandIn({
    prometheusUrl: 'http://prometheus.example:9090',
    state,
  });
  const translation: Translation = new Map();
  const outcomes = new Map<string, Outcome[]>();
  for (const scenario of scenarios) {
    const ofScenario: Outcome[] = [];
    steps[scenario.name]?.(state);
    for (const [index, exchange] of scenario.exchanges.entries()) {
      steps[`${scenario.name} #${index}`]?.(state);
      const actual = await send(app, exchange, translation);
      const { response, vary = [] } = exchange;
      for (const [recorded, made] of varyingPairs(
        response.body,
        actual.body,
        vary,
      )) {
        translation.set(recorded, made);
      }
      ofScenario.push({
        index,
        exchange,
        differences: compareAnswers(exchange, actual, {
          ignoreCharset: (typesOf.get(operationOf(exchange))?.size ?? 0) > 1,
        }),
      });
    }
    outcomes.set(scenario.name, ofScenario);
  }
  return outcomes;
}

describe.each(recordings)('recording $name', ({ name, scenarios }) => {
  let outcomes: Map<string, Outcome[]>;

  beforeAll(async () => {
    outcomes = await replay(name, scenarios);
  });

  it.each(scenarios.map(scenario => scenario.name))(
    '%s: answers as recorded, but for the listed deviations',
    scenario => {
      const listed = deviations
        .filter(entry => entry.file === name && entry.scenario === scenario)
        .map(({ index }) => index);
      const wrong = (outcomes.get(scenario) ?? []).flatMap(
        ({ index, exchange, differences }) => {
          const what = `#${index} ${exchange.as} ${exchange.request.method} ${exchange.request.path}`;
          if (listed.includes(index)) {
            return differences.length > 0
              ? []
              : [`${what} agrees now: take it off deviations.json`];
          }
          return differences.length > 0
            ? [`${what}: ${differences.slice(0, 4).join('; ')}`]
            : [];
        },
      );
      expect(wrong).toEqual([]);
    },
  );
});

it('deviations.json names recorded exchanges, each once and with a reason', () => {
  const wrong = deviations.filter(({ file, scenario, index, reason }, at) => {
    const exchange = recordings
      .find(({ name }) => name === file)
      ?.scenarios.find(({ name }) => name === scenario)?.exchanges[index];
    const first = deviations.findIndex(
      entry =>
        entry.file === file &&
        entry.scenario === scenario &&
        entry.index === index,
    );
    return !exchange || first !== at || reason.trim() === '';
  });
  expect(wrong).toEqual([]);
});

it('the README gives the figures of this test', () => {
  const replayed = recordings
    .flatMap(({ scenarios }) => scenarios)
    .reduce((sum, { exchanges }) => sum + exchanges.length, 0);
  const readme = readFileSync(resolve(__dirname, '../../README.md'), 'utf8');
  expect(readme).toContain(`**${replayed} exchanges replayed**`);
  expect(readme).toContain(`**${deviations.length} deviations**`);
});
