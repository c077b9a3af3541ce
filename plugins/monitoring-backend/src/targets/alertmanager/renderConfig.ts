import {
  AlertSeverity,
  INHIBITING_TIERS,
  MuteReference,
} from '@sightline/backstage-plugin-monitoring-common';
import { stringify } from 'yaml';
import { MuteTimingConfig, NotificationsConfig } from '../../config';
import { addToList, readBaseDocument } from './baseDocument';
import { mutedRoute, timeIntervalName } from './mutedRoute';
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
  /** When alerts of an entity tell nobody, by its ref; absent: never. */
  mutes?: Record<string, MuteReference[]>;
  /** What `mutes` names. */
  timings?: MuteTimingConfig[];
}

/** Alerts that are sent on purpose, to one channel. */
export const TEST_ALERT = 'SightlineTest';
export const TEST_CHANNEL_LABEL = 'sightline_channel';
/** Tells one test from the next, which would otherwise be the same alert that is still going on. */
export const TEST_LABEL = 'sightline_test';

const NOBODY = 'sightline/nobody';

/** Without an operator's part: as Alertmanager recommends. */
export const ALONE = stringify({
  route: {
    receiver: NOBODY,
    group_wait: '30s',
    group_interval: '5m',
    repeat_interval: '4h',
  },
  receivers: [{ name: NOBODY }],
});

/** One message for an incident, however many series it has. */
const GROUP_BY = ['alertname', 'entity'];

/** All that burns the budget of one SLO is one incident, however fast it burns. */
const OF_SLOS = { matchers: ['slo=~".+"'], group_by: ['entity', 'slo'] };

/** Alerts about the budget of one SLO; one on missing metrics says something else. */
function burns(tiers: readonly string[]): string[] {
  return ['entity=~".+"', 'slo=~".+"', `tier=~"${tiers.join('|')}"`];
}

const SAME_SLO = ['entity', 'slo', 'environment'];

/** The worse of two says what the other would: of one SLO, or of one alert. */
const INHIBITIONS = [
  {
    source_matchers: ['severity="critical"', ...burns(INHIBITING_TIERS)],
    target_matchers: ['severity="warning"', ...burns(INHIBITING_TIERS)],
    equal: SAME_SLO,
  },
  // Of one severity the faster: a page is never held back by a ticket.
  ...INHIBITING_TIERS.slice(0, -1).map((tier, index) => ({
    source_matchers: burns([tier]),
    target_matchers: burns(INHIBITING_TIERS.slice(index + 1)),
    equal: [...SAME_SLO, 'severity'],
  })),
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

/** Its times are its own: whoever asked for it waits for it, and for its end. */
function testRoute(channel: string) {
  return {
    receiver: receiverName(channel),
    group_by: [...GROUP_BY, TEST_CHANNEL_LABEL, TEST_LABEL],
    group_wait: '1s',
    group_interval: '10s',
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
function routesOf(
  { channel, severity, entities }: NotificationRoute,
  mutes: Record<string, MuteReference[]>,
) {
  return entities.map(entity =>
    mutedRoute(
      {
        receiver: receiverName(channel),
        group_by: GROUP_BY,
        matchers: [
          matcher('entity', '=', entity),
          ...(severity ? [matcher('severity', '=', severity)] : []),
        ],
        // Another channel may be told too.
        continue: true,
        routes: [OF_SLOS],
      },
      { severity, mutes: Object.hasOwn(mutes, entity) ? mutes[entity] : [] },
    ),
  );
}

/**
 * The operator's configuration as they wrote it, with our receivers, and our routes behind theirs.
 *
 * @param base - text of the operator's file
 * @returns YAML with secrets
 * @throws `InputError` when the operator's file cannot be used
 */
export function renderConfig(
  base: string | undefined,
  { routes, mutes = {}, timings = [] }: AlertmanagerContent,
  { channels, email }: NotificationsConfig,
): string {
  const document = readBaseDocument(base ?? ALONE);
  const { receivers: theirs } = document.toJS();
  const taken = new Set(
    Array.isArray(theirs) ? theirs.map(one => one?.name) : [],
  );
  addToList(document, ['route', 'routes'], {
    // First, because a route of theirs for all that is critical would take a test.
    before: channels.map(({ name }) => testRoute(name)),
    behind: routes.flatMap(route => routesOf(route, mutes)),
  });
  if (timings.length > 0) {
    addToList(document, ['time_intervals'], {
      behind: timings.map(({ name, intervals }) => ({
        name: timeIntervalName(name),
        time_intervals: intervals,
      })),
    });
  }
  addToList(document, ['receivers'], {
    behind: channels
      .map(channel => receiver(channel, email))
      .filter(({ name }) => !taken.has(name)),
  });
  addToList(document, ['inhibit_rules'], { behind: INHIBITIONS });
  return document.toString({ lineWidth: 0 });
}
