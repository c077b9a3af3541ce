import request from 'supertest';
import { createStandIn } from '../createStandIn';
import { STAND_IN_TOKENS } from '../http/identities';
import { createFolder } from '../state/createFolder';
import { GrafanaState } from '../state/GrafanaState';
import { putRuleGroup } from '../state/putRuleGroup';
import recorded from './__fixtures__/alertState.json';
import filters from './__fixtures__/stateFilters.json';
import { AlertEvaluator } from './AlertEvaluator';
import { AlertStates } from './AlertStates';
import { ExpressionError } from './expressions/ExpressionError';
import { QueryDataSource } from './expressions/executeQueries';

const IDENTITY = {
  role: 'Editor' as const,
  name: 'sightline-sa-editor',
  isServiceAccount: true,
};

const UP = ['grafana-a.example:3000/grafana', 'node.example:9100/node']
  .concat('prometheus.example:9090/prometheus', 'dead.example:9/dead')
  .map(target => {
    const [instance, job] = target.split('/');
    return {
      labels: { __name__: 'up', instance, job },
      value: job === 'dead' ? 0 : 1,
    };
  });

/** What the recorded Prometheus answered. */
const ANSWERS: Record<string, { labels: {}; value: number }[]> = {
  absent_metric_xyz: [],
  'up < 2': UP,
  'up == 0': UP.filter(({ value }) => value === 0),
  ...Object.fromEntries(
    [0, 1, 5].map(value => [`vector(${value})`, [{ labels: {}, value }]]),
  ),
};

const query: QueryDataSource = async ({ refId, datasourceUid, model }) => {
  const fail = (text: string) =>
    new ExpressionError(
      `[sse.dataQueryError] failed to execute query [${refId}]: ${text}`,
      { refId, datasourceUid },
    );
  if (datasourceUid === 'dead') {
    throw fail(
      'Post "http://dead.example:9/api/v1/query": dial tcp dead.example:9: connect: connection refused',
    );
  }
  const answer = ANSWERS[model.expr];
  if (!answer) {
    throw fail(
      'bad_data: invalid parameter "query": 1:4: parse error: unexpected left brace \'{\'',
    );
  }
  return answer;
};

/** The rule of which the recording shows the state. */
function ruleOf(shown: Record<string, any>): Record<string, unknown> {
  const { name } = shown;
  const states = {
    noDataState: 'NoData',
    execErrState: 'Error',
    ...(name === 'NoDataOk' ? { noDataState: 'OK' } : {}),
    ...(name === 'NoDataAlerting' ? { noDataState: 'Alerting' } : {}),
    ...(name === 'ErrorOk' ? { execErrState: 'OK' } : {}),
    ...(name === 'ErrorAlerting' ? { execErrState: 'Alerting' } : {}),
  };
  const missing = name === 'Missing';
  return {
    uid: shown.uid,
    title: name,
    condition: 'C',
    for: `${shown.duration ?? 0}s`,
    keep_firing_for: `${shown.keepFiringFor ?? 0}s`,
    ...states,
    labels: shown.labels,
    annotations: shown.annotations,
    isPaused: shown.isPaused,
    data: [
      {
        refId: 'A',
        datasourceUid: shown.queriedDatasourceUIDs[0],
        model: { refId: 'A', expr: shown.query, instant: true },
      },
      {
        refId: 'C',
        datasourceUid: '__expr__',
        model: {
          refId: 'C',
          type: 'threshold',
          expression: 'A',
          conditions: [
            { evaluator: { type: 'gt', params: [missing ? 1 : 0] } },
          ],
        },
      },
    ],
  };
}

/** The same answer without what differs from run to run. */
function withoutTimes(body: unknown): unknown {
  return JSON.parse(
    JSON.stringify(body, (key, value) =>
      ['activeAt', 'lastEvaluation', 'evaluationTime'].includes(key) &&
      value !== '0001-01-01T00:00:00Z'
        ? '<varies>'
        : value,
    ),
  );
}

describe('the states that a real Grafana 12.4 was recorded in', () => {
  let time: number;
  let state: GrafanaState;
  let evaluator: AlertEvaluator;
  let app: ReturnType<typeof createStandIn>;

  const groups = recorded.allStates.data.groups
    // Recording rules are kept but not run.
    .filter(({ name }) => name !== 'rec');

  const put = (folder: string, name: string, rules: Record<string, any>[]) =>
    expect(
      putRuleGroup(state, {
        folder,
        group: name,
        body: { interval: 10, rules: rules.map(ruleOf) },
        provenance: 'api',
      }).status,
    ).toBe(200);

  const read = async (filter = '') => {
    const { body } = await request(app)
      .get(`/api/prometheus/grafana/api/v1/rules${filter}`)
      .set('authorization', `Bearer ${STAND_IN_TOKENS.viewer}`)
      .expect(200);
    return withoutTimes(body);
  };

  const turn = async () => {
    time += 10_000;
    await evaluator.evaluateDue();
  };

  beforeEach(async () => {
    time = Date.UTC(2026, 10, 23, 18, 24, 10);
    const now = () => new Date(time);
    state = new GrafanaState(now);
    for (const [uid, title, parentUid] of [
      ['fa', 'Folder fa'],
      ['fb', 'Folder fb'],
      ['fc', 'Sub / slash', 'fa'],
    ]) {
      createFolder(state, { uid, title, parentUid }, IDENTITY);
    }
    groups.forEach(({ folderUid, name, rules }) => put(folderUid, name, rules));
    const alerts = new AlertStates();
    evaluator = AlertEvaluator.create({ state, alerts, now, query });
    app = createStandIn({ prometheusUrl: 'http://unused', state, alerts });
    await evaluator.evaluateDue();
  });

  it('before the first evaluation nothing is known', async () => {
    expect(await read('?rule_group=other')).toEqual(
      withoutTimes(recorded.before),
    );
  });

  it('every state is shown as recorded', async () => {
    await turn();
    await turn();
    const expected: any = withoutTimes(recorded.allStates);
    expected.data.groups.pop();
    // Without the recording rule, whose remote write failed.
    Object.assign(expected.data.totals, { error: 3, inactive: 8 });
    expect(await read()).toEqual(expected);
  });

  it('a pause, a changed query and a deletion show at once', async () => {
    const [paused, changed, normal, deleted] = recorded.changes;
    const [rule] = groups.find(({ name }) => name === 'other')?.rules ?? [];
    const filter = '?rule_uid=b-firing';
    await turn();
    put('fb', 'other', [{ ...rule, isPaused: true }]);
    expect(await read(filter)).toEqual(withoutTimes(paused.body));
    await turn();
    put('fb', 'other', [{ ...rule, query: 'vector(0)' }]);
    expect(await read(filter)).toEqual(withoutTimes(changed.body));
    await turn();
    expect(await read(filter)).toEqual(withoutTimes(normal.body));
    state.rules.delete('b-firing');
    expect(await read(filter)).toEqual(deleted.body);
  });

  it.each(
    filters
      .filter(({ status }) => status === 200)
      .map(entry => [entry.query, entry] as const),
  )(
    'of them the asked ones are shown: %s',
    async (asked, { groups: shown }) => {
      await turn();
      await turn();
      const { body } = await request(app)
        .get(`/api/prometheus/grafana/api/v1/rules?${asked}`)
        .set('authorization', `Bearer ${STAND_IN_TOKENS.viewer}`)
        .expect(200);
      // The recording was cut: of alerts it holds how many there were.
      const described = body.data.groups.map((group: any) => ({
        name: group.name,
        totals: group.totals,
        rules: group.rules.map((rule: any) => ({
          name: rule.name,
          state: rule.state,
          alerts: rule.alerts?.length ?? null,
          totals: rule.totals ?? null,
          totalsFiltered: rule.totalsFiltered ?? null,
        })),
      }));
      expect(described).toEqual(shown);
      // Without the recording rule, whose remote write failed.
      expect(body.data.totals).toEqual({
        error: 3,
        firing: 7,
        inactive: 8,
        nodata: 1,
        pending: 1,
      });
    },
  );

  it('do not include what is no state', async () => {
    const { query: asked, error } = filters.find(
      ({ status }) => status === 400,
    )!;
    const { body } = await request(app)
      .get(`/api/prometheus/grafana/api/v1/rules?${asked}`)
      .set('authorization', `Bearer ${STAND_IN_TOKENS.viewer}`)
      .expect(400);
    expect(body).toEqual(error);
  });
});
