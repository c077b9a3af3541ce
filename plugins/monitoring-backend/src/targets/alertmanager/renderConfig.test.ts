import { parse } from 'yaml';
import { channels } from './__testUtils__/builders';
import { renderConfig } from './renderConfig';

const CHANNELS = channels('http://sink');
const ROUTE = { channel: 'hook', entities: ['component:default/ingestor'] };

function render(base?: string) {
  return renderConfig(base, { routes: [ROUTE] }, CHANNELS);
}

describe('renderConfig', () => {
  it.each([
    '0123456',
    'yes',
    '1e5',
    '12345678901234567890123',
    '0x1F',
    '1_000',
  ])('leaves the operator’s %s as it was written', value => {
    const text = render(`
global:
  # Theirs.
  smtp_auth_password: ${value}
  http_config: &http
    basic_auth: { username: 'a', password: ${value} }
  resolve_timeout:
route: { receiver: operators }
receivers:
  - name: operators
    webhook_configs:
      - url: http://operators
        http_config: *http
`);
    expect(text).toContain(`smtp_auth_password: ${value}\n`);
    expect(text).toContain(`password: ${value} }`);
    expect(text).toContain('  # Theirs.\n');
    expect(text).toContain('  resolve_timeout:\n');
    expect(text).toContain('http_config: *http\n');
  });

  it('says what of its own could be taken for something else so that it is not', () => {
    const text = renderConfig(
      undefined,
      { routes: [] },
      {
        default: [],
        muteTimings: [],
        channels: [
          {
            name: 'pager',
            type: 'pagerduty',
            settings: { type: 'pagerduty', routingKey: '0123456' },
          },
        ],
      },
    );
    expect(text).toContain('routing_key: "0123456"');
    expect(text).toContain('send_resolved: true');
  });

  it('asks for a test before a route of the operator’s could take it', () => {
    const { route } = parse(
      render(`
route:
  receiver: operators
  group_interval: 5m
  routes:
    - { receiver: operators, matchers: ['severity="critical"'] }
receivers: [{ name: operators }]
`),
    );
    const count = CHANNELS.channels.length;
    expect(route.routes).toHaveLength(count + 2);
    expect(route.routes[1]).toMatchObject({
      receiver: 'sightline/hook',
      matchers: ['alertname="SightlineTest"', 'sightline_channel="hook"'],
      group_wait: '1s',
      group_interval: '10s',
    });
    expect(route.routes[count]).toEqual({
      receiver: 'operators',
      matchers: ['severity="critical"'],
    });
    expect(route.routes[count + 1].receiver).toBe('sightline/hook');
  });

  it('begins the lists that the operator does not have, or has through an alias', () => {
    const {
      route,
      receivers,
      inhibit_rules: rules,
    } = parse(
      render(`
x-routes: &routes
  - { receiver: operators, matchers: ['team="dba"'] }
route: { receiver: operators, routes: *routes }
receivers:
  - name: operators
inhibit_rules:
`),
    );
    expect(route.routes).toHaveLength(CHANNELS.channels.length + 2);
    expect(receivers).toHaveLength(CHANNELS.channels.length + 1);
    expect(rules.map(({ equal }: any) => equal.join(' '))).toEqual([
      'entity slo environment',
      ...Array(4).fill('entity slo environment severity'),
      'entity alertname slo',
    ]);
    expect(parse(render('route: { receiver: a }')).receivers).toHaveLength(
      CHANNELS.channels.length,
    );
  });

  it('lets a receiver of the operator’s with one of our names win', () => {
    const { receivers } = parse(
      render(`
route: { receiver: sightline/hook }
receivers: [{ name: sightline/hook }]
`),
    );
    expect(
      receivers.filter(({ name }: any) => name === 'sightline/hook'),
    ).toEqual([{ name: 'sightline/hook' }]);
  });

  it.each([
    ['a: [', 'is no YAML'],
    ['a: 1\na: 2', 'is no YAML'],
    ['', 'has no route with a receiver'],
    ['text', 'has no route with a receiver'],
    ['route: { routes: [] }', 'has no route with a receiver'],
    ['route: { receiver: a }\nreceivers: a', 'has receivers that are no list'],
    [
      'route: { receiver: a, routes: { a: b } }',
      'has route.routes that are no list',
    ],
  ])('refuses %j', (base, message) => {
    expect(() => render(base)).toThrow(
      `monitoring.provisioning.alertmanagerConfig.base ${message}`,
    );
  });

  it('adds the times of mutes behind the operator’s own, and names them on the routes of who asks for them', () => {
    const other = 'component:default/other';
    const text = renderConfig(
      `
route: { receiver: operators }
receivers: [{ name: operators }]
time_intervals:
  - name: nights
    time_intervals: [{ weekdays: [monday] }]
`,
      {
        routes: [{ ...ROUTE, entities: [...ROUTE.entities, other] }],
        mutes: { [other]: [{ timing: 'nights' }] },
        timings: [{ name: 'nights', intervals: [{ weekdays: ['sunday'] }] }],
      },
      CHANNELS,
    );
    const { route, time_intervals: intervals } = parse(text);
    expect(intervals).toEqual([
      { name: 'nights', time_intervals: [{ weekdays: ['monday'] }] },
      { name: 'sightline/nights', time_intervals: [{ weekdays: ['sunday'] }] },
    ]);
    const [always, muted] = route.routes.slice(-2);
    expect(JSON.stringify(always)).not.toContain('mute_time_intervals');
    expect(muted.mute_time_intervals).toEqual(['sightline/nights']);
  });

  it('has no times where nobody is muted', () => {
    expect(render()).not.toMatch(/time_intervals/);
  });
});
