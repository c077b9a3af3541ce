import {
  arrayOf,
  boolean,
  integer,
  mapOf,
  number,
  object,
  oneOf,
  ref,
  Schema,
  text,
  time,
} from './shapes';

const STATES = [
  'exhausted',
  'burning',
  'warning',
  'invalid',
  'no-data',
  'stale',
  'no-traffic',
  'young',
  'ok',
];

const numbersOrNull = arrayOf({ type: ['number', 'null'] });

/** Service level objectives. */
export const sloSchemas: Record<string, Schema> = {
  SloState: oneOf(...STATES),
  SloWindow: {
    oneOf: [
      object({ type: oneOf('rolling'), duration: integer }),
      object({
        type: oneOf('calendar'),
        unit: oneOf('month', 'quarter'),
        timeZone: text,
      }),
    ],
  },
  BurnRatePair: object(
    {
      severity: oneOf('page', 'ticket'),
      longWindow: integer,
      shortWindow: integer,
      limit: number,
      longBurnRate: number,
      shortBurnRate: number,
      firing: boolean,
    },
    { optional: ['longBurnRate', 'shortBurnRate'] },
  ),
  SloStatus: object(
    {
      id: text,
      entityRef: text,
      environment: text,
      title: text,
      description: text,
      owner: text,
      system: text,
      sliId: text,
      objective: number,
      window: ref('SloWindow'),
      state: ref('SloState'),
      reason: text,
      sli: number,
      events: object({ bad: number, total: number, allowedBad: number }),
      budgetRemaining: number,
      budgetRemainingMinutes: number,
      burnRates: arrayOf(ref('BurnRatePair')),
      timeToExhaustion: number,
      coverage: number,
      measuredAt: time,
    },
    {
      optional: [
        'environment',
        'description',
        'owner',
        'system',
        'reason',
        'sli',
        'events',
        'budgetRemaining',
        'budgetRemainingMinutes',
        'timeToExhaustion',
        'measuredAt',
      ],
    },
  ),
  SloListResponse: object(
    {
      items: arrayOf(ref('SloStatus')),
      totalItems: integer,
      nextCursor: text,
      counts: mapOf(integer, { propertyNames: { enum: STATES } }),
      health: arrayOf(ref('SourceHealth')),
    },
    { optional: ['nextCursor'] },
  ),
  EntitySlosResponse: object({
    items: arrayOf(ref('SloStatus')),
    health: arrayOf(ref('SourceHealth')),
  }),
  SloHistory: object({
    id: text,
    entityRef: text,
    times: arrayOf(number),
    budgetRemaining: numbersOrNull,
    burnRate: numbersOrNull,
    sli: numbersOrNull,
  }),
};
