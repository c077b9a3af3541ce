import {
  AlertEvaluator,
  AlertStates,
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
  const now = () => new Date(time);
  const state = new GrafanaState(now);
  state.intervals.set('f1/g1', 60);
  const states = new AlertStates();
  const evaluator = AlertEvaluator.create({
    state,
    alerts: states,
    now,
    query: async () => [{ labels: {}, value: 0.5 }],
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
