import {
  AlertEvaluator,
  AlertStates,
  ExpressionError,
  GrafanaState,
} from '@sightline/grafana-stand-in';
import { anEntity } from '../__testUtils__/setUpReconciler';
import { grafanaAlertRule } from './grafanaAlertRule';

const MINUTE = 60_000;
const { monitoring } = anEntity('ingestor');
const alert = {
  ...monitoring.alerts[0],
  expression: 'broken',
  operator: '>' as const,
  threshold: 0.05,
  for: 0,
};

function setUp() {
  let time = 0;
  let answer: number | 'outage' = 0.5;
  const now = () => new Date(time);
  const state = new GrafanaState(now);
  state.intervals.set('f1/g1', 60);
  const states = new AlertStates();
  const evaluator = AlertEvaluator.create({
    state,
    alerts: states,
    now,
    query: async () => {
      if (answer === 'outage') {
        throw new ExpressionError('connection refused', {
          refId: 'A',
          datasourceUid: 'prom',
        });
      }
      return [{ labels: {}, value: answer }];
    },
  });
  const put = (alerts: (typeof alert)[], owner: string) => {
    state.rules.clear();
    alerts.forEach((one, id) => {
      const rule = grafanaAlertRule(
        one,
        { ...monitoring, spec: { ...monitoring.spec, owner } },
        {
          datasource: 'prom',
          groupKey: 'component:default/ingestor|alert-rule-group|alerts',
        },
      );
      // As it comes out of a request.
      const body = JSON.parse(JSON.stringify(rule));
      state.rules.set(body.uid, {
        id,
        uid: body.uid,
        folderUID: 'f1',
        ruleGroup: 'g1',
        provenance: 'api',
        updated: '',
        version: time / MINUTE,
        body,
      });
    });
  };
  return {
    put,
    /** What the data source answers from now on. */
    set: (next: typeof answer) => {
      answer = next;
    },
    /** How all instances stand, and since which minute. */
    stand: () =>
      [...state.rules.values()].flatMap(rule =>
        (states.find(rule)?.instances ?? []).map(
          instance =>
            `${instance.state} ${instance.startsAt.getTime() / MINUTE}`,
        ),
      ),
    async turn() {
      await evaluator.evaluateDue();
      time += MINUTE;
      await evaluator.evaluateDue();
    },
    since: () => {
      const rule = [...state.rules.values()].find(
        ({ body }) => body.title === alert.name,
      );
      return rule && states.find(rule)?.instances[0]?.startsAt.getTime();
    },
  };
}

describe('a firing Grafana rule that is written again', () => {
  const owner = 'group:default/media';

  it.each<[string, (typeof alert)[], string]>([
    ['nothing', [alert], owner],
    ['the text', [{ ...alert, description: '{{ $value }} is new' }], owner],
    ['the owner', [alert], 'group:default/search'],
    ['the runbook', [{ ...alert, runbookUrl: 'https://e.com/new' }], owner],
    ['a rule before it', [{ ...alert, name: 'Before' }, alert], owner],
  ])('goes on when this changes: %s', async (_, after, newOwner) => {
    const { put, turn, since } = setUp();
    put([alert], owner);
    await turn();
    put(after, newOwner);
    await turn();
    expect(since()).toBe(MINUTE);
  });

  it('begins anew when its threshold changes, which Grafana keeps in the query', async () => {
    const { put, turn, since } = setUp();
    put([alert], owner);
    await turn();
    put([{ ...alert, threshold: 0.1 }], owner);
    await turn();
    expect(since()).toBe(2 * MINUTE);
  });
});

describe('a Grafana rule whose data source does not answer', () => {
  // An instance that stands for the error would be an alert of its own, `DatasourceError`, that
  // goes to everybody whom the rule tells; Prometheus evaluates nothing then and tells nobody.
  it.each([
    ['fires on when it fired', 0.5, 'Alerting 1'],
    ['stays silent when it was', 0.01, 'Normal 1'],
  ])('%s', async (_, value, expected) => {
    const { put, set, turn, stand } = setUp();
    put([alert], 'group:default/media');
    set(value);
    await turn();
    set('outage');
    await turn();
    await turn();
    expect(stand()).toEqual([expected]);
    set(value);
    await turn();
    expect(stand()).toEqual([expected]);
  });

  it('stays silent when it never had an answer', async () => {
    const { put, set, turn, stand } = setUp();
    put([alert], 'group:default/media');
    set('outage');
    await turn();
    expect(stand()).toEqual(['Normal 1']);
  });

  it('goes on to wait, as a rule that was pending, and fires at the end of it', async () => {
    const { put, set, turn, stand } = setUp();
    put([{ ...alert, for: 180 }], 'group:default/media');
    await turn();
    set('outage');
    await turn();
    expect(stand()).toEqual(['Pending 1']);
    await turn();
    await turn();
    expect(stand()).toEqual(['Alerting 4']);
  });
});
