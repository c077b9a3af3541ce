import {
  AlertSeverity,
  AnnotationProblem,
  EntityNotification,
  MONITORING_ANNOTATION_NOTIFY,
  MonitoringSpec,
  NotificationChannelType,
  NotifyReference,
} from '@sightline/backstage-plugin-monitoring-common';

/** The channels that there are, without their addresses. */
export interface Channels {
  channels: { name: string; type: NotificationChannelType }[];
  /** Of entities that name none. */
  default: NotifyReference[];
  /** Types that whoever sends the alerts cannot reach → why, and what to do. */
  unreachable?: Partial<Record<NotificationChannelType, string>>;
}

/** What an entity's alerts are told to whom. */
export interface ResolvedNotifications {
  notifications: EntityNotification[];
  problems: AnnotationProblem[];
}

function withSeverity(severity: AlertSeverity | undefined) {
  return severity ? { severity } : {};
}

/** The channels that an entity names, or the operator for all that name none. Pure. */
export function resolveNotifications(
  spec: Pick<MonitoringSpec, 'notify'>,
  { channels, default: defaults, unreachable = {} }: Channels,
): ResolvedNotifications {
  const own = spec.notify.length > 0;
  const found = (own ? spec.notify : defaults).flatMap(
    ({ channel, severity }) => {
      const type = channels.find(({ name }) => name === channel)?.type;
      return type
        ? [
            {
              channel,
              type,
              ...withSeverity(severity),
              from: own ? ('annotation' as const) : ('default' as const),
            },
          ]
        : [];
    },
  );
  const reachable = found.filter(({ type }) => !unreachable[type]);
  return {
    notifications: reachable,
    problems: found
      .filter(({ type }) => unreachable[type])
      .map(({ channel, type }) => ({
        annotation: MONITORING_ANNOTATION_NOTIFY,
        severity: 'warning',
        message: `Nobody is told over '${channel}': ${unreachable[type]}`,
        ...(reachable[0] ? { example: reachable[0].channel } : {}),
      })),
  };
}
