import {
  arrayOf,
  boolean,
  integer,
  labels,
  number,
  object,
  oneOf,
  ref,
  Schema,
  text,
  time,
} from './shapes';

/** What an entity's annotations come to, and what was provisioned for it. */
export const entitySchemas: Record<string, Schema> = {
  AnnotationProblem: object(
    {
      annotation: text,
      severity: oneOf('error', 'warning'),
      message: text,
      position: object({ offset: integer, length: integer }),
      value: text,
      example: text,
    },
    { optional: ['position', 'value', 'example'] },
  ),
  LabelMatcher: object({
    label: text,
    operator: oneOf('=', '!=', '=~', '!~'),
    value: text,
  }),
  SloShortForm: object(
    {
      type: oneOf('availability', 'latency', 'uptime', 'errors'),
      objective: text,
      thresholdSeconds: number,
      window: ref('SloWindow'),
      name: text,
      sli: text,
      minimumEvents: number,
    },
    { optional: ['thresholdSeconds', 'name', 'sli', 'minimumEvents'] },
  ),
  AlertOverride: object(
    {
      alert: text,
      enabled: boolean,
      operator: oneOf('>', '>=', '<', '<=', '==', '!='),
      threshold: number,
      for: number,
      severity: ref('AlertSeverity'),
    },
    { optional: ['operator', 'threshold', 'for', 'severity'] },
  ),
  EnvironmentSpec: object(
    {
      name: text,
      prometheus: text,
      grafana: text,
      selector: arrayOf(ref('LabelMatcher')),
    },
    { optional: ['prometheus', 'grafana'] },
  ),
  MonitoringSpec: object(
    {
      entityRef: text,
      name: text,
      title: text,
      owner: text,
      system: text,
      optedIn: boolean,
      packs: arrayOf(object({ id: text, options: labels })),
      selector: arrayOf(ref('LabelMatcher')),
      selectorIsDefault: boolean,
      slos: arrayOf(ref('SloShortForm')),
      sloDefinitions: arrayOf(ref('SloDefinition')),
      invalidSlos: arrayOf(object({ name: text, message: text })),
      alertOverrides: arrayOf(ref('AlertOverride')),
      notify: arrayOf(
        object(
          { channel: text, severity: ref('AlertSeverity') },
          { optional: ['severity'] },
        ),
      ),
      dashboards: arrayOf(object({ type: oneOf('uid', 'tag'), value: text })),
      provision: arrayOf(
        oneOf('dashboards', 'alerts', 'slos', 'notifications'),
      ),
      prometheus: text,
      grafana: text,
      runbook: text,
      environments: arrayOf(ref('EnvironmentSpec')),
      environment: text,
      renamedFrom: text,
      awaitsName: text,
      mute: arrayOf(
        object(
          { timing: text, severity: ref('AlertSeverity') },
          { optional: ['severity'] },
        ),
      ),
    },
    {
      optional: [
        'owner',
        'system',
        'invalidSlos',
        'prometheus',
        'grafana',
        'runbook',
        'environment',
        'renamedFrom',
        'awaitsName',
      ],
    },
  ),
  EntityNotification: object(
    {
      channel: text,
      type: oneOf(
        'email',
        'slack',
        'webhook',
        'pagerduty',
        'opsgenie',
        'teams',
        'googlechat',
      ),
      severity: ref('AlertSeverity'),
      from: oneOf('annotation', 'default'),
    },
    { optional: ['severity'] },
  ),
  NotificationTestPossibility: object(
    { possible: boolean, reason: text },
    { optional: ['reason'] },
  ),
  TestNotificationRequest: object({
    channel: { ...text, minLength: 1, maxLength: 100 },
  }),
  TestNotificationResponse: object({ via: text, message: text }),
  EntitySuggestionsResponse: object(
    {
      items: arrayOf(
        object({
          pack: text,
          title: text,
          description: text,
          because: arrayOf(text),
          line: text,
        }),
      ),
      line: text,
      selector: text,
      notice: text,
    },
    { optional: ['line', 'notice'] },
  ),
  EntityMonitoringResponse: object(
    {
      spec: ref('MonitoringSpec'),
      problems: arrayOf(ref('AnnotationProblem')),
      objects: arrayOf(ref('ManagedObject')),
      lastReconciledAt: time,
      notifications: arrayOf(ref('EntityNotification')),
      notificationTest: ref('NotificationTestPossibility'),
      availablePacks: arrayOf(
        object({ id: text, title: text, description: text }),
      ),
      health: arrayOf(ref('SourceHealth')),
    },
    { optional: ['lastReconciledAt'] },
  ),
};
