import { AlertInstance, AlertStates } from '../evaluation';
import { AlertRule, ContactPoint, GrafanaState } from '../state/GrafanaState';
import recorded from './__fixtures__/delivered.json';
import { Notifier } from './Notifier';
import { NotificationRequest } from './requestOf';

const START = Date.parse('2026-11-23T18:24:20Z');
const VARY = ['fingerprint', 'groupKey', 'endsAt'];

function setUp(options: { points?: Partial<ContactPoint>[] } = {}) {
  let seconds = 0;
  const now = () => new Date(START + seconds * 1_000);
  const state = new GrafanaState(now);
  const points = options.points ?? [{}];
  points.forEach((point, index) =>
    state.contactPoints.set(`live${index}`, {
      uid: `live${index}`,
      name: 'live',
      type: 'webhook',
      settings: { url: `http://sink.example/${index}` },
      disableResolveMessage: false,
      provenance: 'api',
      ...point,
    }),
  );
  const alerts = new AlertStates();
  const sent: NotificationRequest[] = [];
  const failures = { next: 0 };
  const notifier = Notifier.create({
    state,
    alerts,
    now,
    base: 'http://grafana.example:3000',
    send: async request => {
      if (failures.next > 0) {
        failures.next -= 1;
        throw new Error('refused');
      }
      sent.push(request);
    },
  });
  const rule = (more: object = {}): AlertRule => ({
    id: 1,
    uid: 'live1',
    folderUID: 'f1',
    ruleGroup: 'live',
    provenance: 'api',
    updated: '',
    version: 1,
    body: { ...recorded.rule, ...more },
  });
  const instance = (more: Partial<AlertInstance> = {}): AlertInstance => ({
    labels: recorded.firing.alerts[0].labels,
    annotations: {
      ...recorded.firing.alerts[0].annotations,
      __values__: 'of Grafana itself',
    },
    state: 'Alerting',
    startsAt: new Date(START),
    evaluatedAt: now(),
    values: { A: 1, C: 1 },
    ...more,
  });
  return {
    notifier,
    sent,
    failures,
    rule,
    instance,
    fires: (of = rule(), more: Partial<AlertInstance> = {}) =>
      alerts.transitions.emit({
        rule: of,
        previous: { state: 'Normal' },
        instance: instance(more),
        at: now(),
      }),
    ends: (of = rule(), more: Partial<AlertInstance> = {}) =>
      alerts.transitions.emit({
        rule: of,
        previous: { state: 'Alerting' },
        instance: instance({ state: 'Normal', ...more }),
        at: now(),
      }),
    after: async (time: number) => {
      seconds += time;
      await notifier.deliverDue();
    },
  };
}

/** Without what differs from run to run. */
function stable(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, entry) =>
      VARY.includes(key) ? undefined : entry,
    ),
  );
}

describe('Notifier', () => {
  it('tells a webhook what 12.4 told it, when an alert begins and when it ends', async () => {
    const { fires, ends, after, sent } = setUp();
    fires();
    await after(1);
    expect(stable(sent[0].body)).toEqual(stable(recorded.firing));
    ends(undefined, {
      annotations: recorded.resolved.alerts[0].annotations as any,
    });
    await after(10);
    expect(sent).toHaveLength(2);
    expect(stable(sent[1].body)).toEqual(stable(recorded.resolved));
  });

  it('waits for the group, tells of all its series at once, and then for the interval', async () => {
    const { fires, after, sent, instance } = setUp();
    const series = (pod: string) => ({
      labels: { ...instance().labels, pod },
    });
    fires(undefined, series('a'));
    await after(0.5);
    expect(sent).toEqual([]);
    fires(undefined, series('b'));
    await after(0.5);
    expect(sent).toMatchObject([{ body: { alerts: [{}, {}] } }]);
    fires(undefined, series('c'));
    await after(9);
    expect(sent).toHaveLength(1);
    await after(1);
    expect(sent[1].body).toMatchObject({ alerts: [{}, {}, {}] });
    expect((sent[1].body as any).title).toMatch(/^\[FIRING:3\]/);
  });

  it('repeats what still fires', async () => {
    const { fires, after, sent } = setUp();
    fires();
    await after(1);
    await after(59);
    expect(sent).toHaveLength(1);
    await after(1);
    expect(sent).toHaveLength(2);
  });

  it('says nothing of what ended before anybody was told', async () => {
    const { fires, ends, after, sent } = setUp();
    fires();
    ends();
    await after(100);
    expect(sent).toEqual([]);
  });

  it('tells nobody of a rule without a receiver', async () => {
    const { fires, after, sent, rule } = setUp();
    fires(rule({ notification_settings: null }));
    await after(1_000);
    expect(sent).toEqual([]);
  });

  it('tries again when it was not heard', async () => {
    const { fires, after, sent, failures } = setUp();
    failures.next = 1;
    fires();
    await after(1);
    expect(sent).toEqual([]);
    await after(10);
    expect(sent).toHaveLength(1);
  });

  it('says who it is, tells all integrations, and leaves the end out where nobody wants it', async () => {
    const { fires, ends, after, sent } = setUp({
      points: [
        {
          settings: {
            url: 'http://a.example',
            username: 'u',
            password: 'p',
          },
        },
        {
          settings: {
            url: 'http://b.example',
            authorization_scheme: 'Bearer',
            authorization_credentials: 't',
          },
          disableResolveMessage: true,
        },
        {
          type: 'slack',
          settings: { url: 'http://c.example', recipient: '#media' },
        },
        { type: 'email', settings: { addresses: 'a@example.com' } },
      ],
    });
    fires();
    await after(1);
    ends();
    await after(10);
    expect(sent.map(({ url }) => url)).toEqual([
      'http://a.example',
      'http://b.example',
      'http://c.example',
      'http://a.example',
      'http://c.example',
    ]);
    expect(sent.map(({ headers }) => headers.authorization)).toEqual([
      'Basic dTpw',
      'Bearer t',
      undefined,
      'Basic dTpw',
      undefined,
    ]);
    expect(sent[2].body).toMatchObject({
      channel: '#media',
      attachments: [{ color: 'danger', title: expect.stringMatching(/Live/) }],
    });
  });
});
