import { createFolder } from '../state/createFolder';
import { GrafanaState } from '../state/GrafanaState';
import { putRuleGroup } from '../state/putRuleGroup';
import { AlertEvaluator } from './AlertEvaluator';
import { AlertStates } from './AlertStates';
import { ExpressionError } from './expressions/ExpressionError';
import { Sample } from './expressions/Sample';

const MINUTE = 60_000;
const maker = { role: 'Editor' as const, name: 'a', isServiceAccount: true };

const a = (value: number): Sample => ({ labels: { instance: 'a' }, value });
const b = (value: number): Sample => ({ labels: { instance: 'b' }, value });

function setUp(changes: Record<string, unknown> = {}) {
  let time = 0;
  let samples: Sample[] | Error = [];
  const now = () => new Date(time);
  const state = new GrafanaState(now);
  createFolder(state, { uid: 'f1', title: 'F1' }, maker);
  const put = (more: Record<string, unknown> = {}) =>
    putRuleGroup(state, {
      folder: 'f1',
      group: 'g1',
      provenance: 'api',
      body: {
        interval: 60,
        rules: [
          {
            uid: 'r1',
            title: 'Broken',
            condition: 'C',
            for: '2m',
            noDataState: 'OK',
            execErrState: 'Error',
            annotations: { summary: '{{ $labels.instance }} is broken' },
            data: [
              { refId: 'A', datasourceUid: 'prom', model: { expr: 'broken' } },
              {
                refId: 'C',
                datasourceUid: '__expr__',
                model: { type: 'math', expression: '$A > 0' },
              },
            ],
            ...changes,
            ...more,
          },
        ],
      },
    });
  put();
  const alerts = new AlertStates();
  const heard: string[] = [];
  alerts.transitions.onTransition(({ previous, instance, at }) =>
    heard.push(
      `${at.getTime() / MINUTE}m ${instance.labels.instance ?? '-'}: ${
        previous.state
      } > ${instance.state}${instance.reason ? ` (${instance.reason})` : ''}`,
    ),
  );
  const evaluator = AlertEvaluator.create({
    state,
    alerts,
    now,
    query: async () => {
      if (samples instanceof Error) {
        throw samples;
      }
      return samples;
    },
  });
  return {
    heard,
    put,
    state,
    start: () => evaluator.evaluateDue(),
    /** One turn a minute, each with its samples. */
    async turns(...answers: (Sample[] | Error)[]) {
      for (const answer of answers) {
        samples = answer;
        time += MINUTE;
        await evaluator.evaluateDue();
      }
    },
    shown: () =>
      (alerts.find(state.rules.get('r1')!)?.instances ?? []).map(one => ({
        text: one.annotations.summary,
        state: one.state,
        since: one.startsAt.getTime() / MINUTE,
      })),
  };
}

describe('AlertEvaluator', () => {
  it('lets an alert wait, fire and end, each state since it began', async () => {
    const { start, turns, shown, heard } = setUp();
    await start();
    await turns([a(0)], [a(1)], [a(1)]);
    expect(shown()).toEqual([
      { text: 'a is broken', state: 'Pending', since: 2 },
    ]);
    await turns([a(1)], [a(1)]);
    expect(shown()).toEqual([
      { text: 'a is broken', state: 'Alerting', since: 4 },
    ]);
    await turns([a(0)]);
    expect(heard).toEqual([
      '2m a: Normal > Pending',
      '4m a: Pending > Alerting',
      '6m a: Alerting > Normal',
    ]);
  });

  it('begins anew when the condition held too briefly', async () => {
    const { start, turns, heard } = setUp();
    await start();
    await turns([a(1)], [a(1)], [a(0)], [a(1)], [a(1)]);
    expect(heard).not.toContainEqual(expect.stringMatching(/> Alerting/));
  });

  it('ends an alert whose series is missing twice while others are there', async () => {
    const { start, turns, heard } = setUp({ for: '0s' });
    await start();
    await turns([a(1), b(1)], [b(1)], [b(1)]);
    expect(heard.at(-1)).toBe('3m a: Alerting > Normal (MissingSeries)');
  });

  it('ends all alerts at once when nothing is found and no data is fine', async () => {
    const { start, turns, heard } = setUp({ for: '0s' });
    await start();
    await turns([a(1), b(1)], []);
    expect(heard.slice(2)).toEqual([
      '2m a: Alerting > Normal (NoData)',
      '2m b: Alerting > Normal (NoData)',
    ]);
  });

  it('lets an alert go on for a while when it is told to', async () => {
    const { start, turns, heard } = setUp({
      for: '0s',
      keep_firing_for: '2m',
    });
    await start();
    await turns([a(1)], [a(0)], [a(0)], [a(0)]);
    expect(heard).toEqual([
      '1m a: Normal > Alerting',
      '2m a: Alerting > Recovering',
      '4m a: Recovering > Normal',
    ]);
  });

  // Tried with a real 12.4.
  it('keeps state, beginning and texts through an error when it is told to', async () => {
    const { start, turns, shown, heard } = setUp({
      for: '0s',
      execErrState: 'KeepLast',
      annotations: { summary: '{{ $labels.instance }}: {{ $values.A.Value }}' },
    });
    await start();
    await turns([a(7), b(0)]);
    const before = shown();
    const outage = new ExpressionError('connection refused');
    await turns(outage, outage);
    expect(shown()).toEqual(before);
    expect(before.map(({ text }) => text)).toEqual(['a: 7', 'b: 0']);
    await turns([a(0), b(0)]);
    expect(heard).toEqual([
      '1m a: Normal > Alerting',
      '2m a: Alerting > Alerting (Error, KeepLast)',
      '2m b: Normal > Normal (Error, KeepLast)',
      '4m a: Alerting > Normal',
      '4m b: Normal > Normal',
    ]);
  });

  it('takes NaN for true, as a comparison of Grafana does', async () => {
    const { start, turns, shown } = setUp({ for: '0s' });
    await start();
    await turns([a(NaN)]);
    expect(shown()).toMatchObject([{ state: 'Alerting' }]);
  });

  it('ends the alerts of a rule that became another, and begins anew', async () => {
    const { start, turns, put, heard, shown } = setUp({ for: '0s' });
    await start();
    await turns([a(1)], [a(1)]);
    put({ labels: { team: 'media' } });
    expect(shown()).toEqual([]);
    await turns([a(1)]);
    expect(heard).toEqual([
      '1m a: Normal > Alerting',
      '3m a: Alerting > Normal (Updated)',
      '3m a: Normal > Alerting',
    ]);
  });

  it('keeps an alert when only its text changes', async () => {
    const { start, turns, put, shown } = setUp({ for: '0s' });
    await start();
    await turns([a(1)]);
    put({ annotations: { summary: '{{ $labels.instance }} broke' } });
    await turns([a(1)]);
    expect(shown()).toEqual([{ text: 'a broke', state: 'Alerting', since: 1 }]);
  });

  it('forgets a deleted rule without a word', async () => {
    const { start, turns, state, heard } = setUp({ for: '0s' });
    await start();
    await turns([a(1)]);
    state.rules.clear();
    await turns([]);
    expect(heard).toEqual(['1m a: Normal > Alerting']);
  });
});
