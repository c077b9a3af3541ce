import { InputError } from '@backstage/errors';
import { AlertSeverity } from '@sightline/backstage-plugin-monitoring-common';
import { parse, stringify } from 'yaml';
import { NotificationsConfig } from '../../config';
import { receiver, receiverName } from './receivers';

/** Which alerts one channel is told of. */
export interface NotificationRoute {
  channel: string;
  severity?: AlertSeverity;
  /** Canonical refs, sorted. */
  entities: string[];
}

/** Content of the desired configuration; nothing secret. */
export interface AlertmanagerContent extends Record<string, unknown> {
  routes: NotificationRoute[];
}

/** Alerts that are sent on purpose, to one channel. */
export const TEST_ALERT = 'SightlineTest';
export const TEST_CHANNEL_LABEL = 'sightline_channel';

const NOBODY = 'sightline/nobody';

/** Without an operator's part: as Alertmanager recommends. */
const ALONE = {
  route: {
    receiver: NOBODY,
    group_wait: '30s',
    group_interval: '5m',
    repeat_interval: '4h',
  },
  receivers: [{ name: NOBODY }],
};

/** One message for an incident, however many series it has. */
const GROUP_BY = ['alertname', 'entity'];

/** All that burns the budget of one SLO is one incident, however fast it burns. */
const OF_SLOS = { matchers: ['slo=~".+"'], group_by: ['entity', 'slo'] };

/** The worse of two says what the other would: of one SLO, or of one alert. */
const INHIBITIONS = [
  {
    source_matchers: ['severity="critical"', 'slo=~".+"'],
    target_matchers: ['severity="warning"', 'slo=~".+"'],
    equal: ['entity', 'slo'],
  },
  {
    source_matchers: ['severity="critical"', 'entity=~".+"'],
    target_matchers: ['severity="warning"', 'entity=~".+"'],
    equal: ['entity', 'alertname', 'slo'],
  },
];

function matcher(label: string, operator: string, value: string): string {
  return `${label}${operator}"${value
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')}"`;
}

function testRoute(channel: string) {
  return {
    receiver: receiverName(channel),
    group_by: [...GROUP_BY, TEST_CHANNEL_LABEL],
    group_wait: '1s',
    matchers: [
      matcher('alertname', '=', TEST_ALERT),
      matcher(TEST_CHANNEL_LABEL, '=', channel),
    ],
  };
}

/**
 * One route per entity: its matchers are a part of what Alertmanager remembers to have sent, so an
 * entity that joins a channel must not change those of others.
 */
function routesOf({ channel, severity, entities }: NotificationRoute) {
  return entities.map(entity => ({
    receiver: receiverName(channel),
    group_by: GROUP_BY,
    matchers: [
      matcher('entity', '=', entity),
      ...(severity ? [matcher('severity', '=', severity)] : []),
    ],
    // Another channel may be told too.
    continue: true,
    routes: [OF_SLOS],
  }));
}

function readBase(text: string | undefined): Record<string, any> {
  if (text === undefined) {
    return ALONE;
  }
  const where = 'monitoring.provisioning.alertmanagerConfig.base';
  let base: any;
  try {
    base = parse(text);
  } catch {
    throw new InputError(`${where} is no YAML; nothing was written`);
  }
  if (typeof base?.route?.receiver !== 'string') {
    throw new InputError(
      `${where} has no route with a receiver, which Alertmanager needs; nothing was written`,
    );
  }
  return base;
}

/**
 * The operator's configuration with our receivers, and our routes behind theirs.
 *
 * @param base - text of the operator's file
 * @returns YAML with secrets
 * @throws `InputError` when the operator's file cannot be used
 */
export function renderConfig(
  base: string | undefined,
  { routes }: AlertmanagerContent,
  { channels, email }: NotificationsConfig,
): string {
  const own = readBase(base);
  const taken = new Set(
    ((own.receivers ?? []) as any[]).map(({ name }) => name),
  );
  const receivers = channels
    .map(channel => receiver(channel, email))
    .filter(({ name }) => !taken.has(name));
  return stringify(
    {
      ...own,
      route: {
        ...own.route,
        routes: [
          ...(own.route.routes ?? []),
          ...channels.map(({ name }) => testRoute(name)),
          ...routes.flatMap(routesOf),
        ],
      },
      receivers: [...(own.receivers ?? []), ...receivers],
      inhibit_rules: [...(own.inhibit_rules ?? []), ...INHIBITIONS],
    },
    { lineWidth: 0 },
  );
}
