import {
  arrayOf,
  integer,
  labels,
  number,
  object,
  oneOf,
  ref,
  Schema,
  text,
  texts,
  time,
} from './shapes';

/** Alerts, and how fresh they are. */
export const alertSchemas: Record<string, Schema> = {
  SourceHealth: object(
    {
      source: text,
      state: oneOf('ok', 'stale', 'unreachable', 'starting'),
      lastSuccessAt: time,
      message: text,
    },
    { optional: ['lastSuccessAt', 'message'] },
  ),
  AlertState: oneOf('firing', 'pending', 'silenced'),
  AlertSeverity: oneOf('critical', 'warning', 'info'),
  ActiveAlert: object(
    {
      id: text,
      name: text,
      state: ref('AlertState'),
      severity: ref('AlertSeverity'),
      since: time,
      value: number,
      unit: oneOf('percent', 'seconds', 'bytes', 'number'),
      limit: number,
      summary: text,
      description: text,
      runbookUrl: text,
      dashboardUrl: text,
      dashboard: object(
        { uid: text, panelId: integer },
        { optional: ['panelId'] },
      ),
      labels,
      entityRef: text,
      sloId: text,
      silence: object({ until: time, by: text, comment: text }),
      sources: texts,
    },
    {
      optional: [
        'value',
        'unit',
        'limit',
        'summary',
        'description',
        'runbookUrl',
        'dashboardUrl',
        'dashboard',
        'entityRef',
        'sloId',
        'silence',
      ],
    },
  ),
  AlertListResponse: object({
    items: arrayOf(ref('ActiveAlert')),
    totalItems: integer,
    health: arrayOf(ref('SourceHealth')),
  }),
};
