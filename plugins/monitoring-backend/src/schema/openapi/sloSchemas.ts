import { BURN_RATE_TIERS } from '@sightline/backstage-plugin-monitoring-common';
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

const counts = mapOf(integer, { propertyNames: { enum: STATES } });
const tier = oneOf(...BURN_RATE_TIERS);
const severity = oneOf('page', 'ticket');
const events = object({ bad: number, total: number, allowedBad: number });

const numbersOrNull = arrayOf({ type: ['number', 'null'] });

/** Service level objectives. */
export const sloSchemas: Record<string, Schema> = {
  SloState: oneOf(...STATES),
  SloWindow: {
    oneOf: [
      object({ type: oneOf('rolling'), duration: integer }),
      object(
        {
          type: oneOf('calendar'),
          unit: oneOf('day', 'week', 'month', 'quarter', 'year'),
          count: integer,
          timeZone: text,
          startTime: text,
        },
        { optional: ['count', 'startTime'] },
      ),
    ],
  },
  BurnRatePair: object(
    {
      tier,
      severity,
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
      domain: text,
      sliId: text,
      objective: number,
      window: ref('SloWindow'),
      state: ref('SloState'),
      reason: text,
      sli: number,
      events,
      countedIn: oneOf('events', 'minutes', 'slices'),
      budgetRemaining: number,
      budgetRemainingMinutes: number,
      burnRates: arrayOf(ref('BurnRatePair')),
      timeToExhaustion: number,
      exhaustionWindow: integer,
      windowEnd: time,
      coverage: number,
      measuredAt: time,
    },
    {
      optional: [
        'environment',
        'description',
        'owner',
        'system',
        'domain',
        'reason',
        'sli',
        'events',
        'countedIn',
        'budgetRemaining',
        'budgetRemainingMinutes',
        'timeToExhaustion',
        'exhaustionWindow',
        'windowEnd',
        'measuredAt',
      ],
    },
  ),
  SloListResponse: object(
    {
      items: arrayOf(ref('SloStatus')),
      totalItems: integer,
      nextCursor: text,
      counts,
      entities: integer,
      health: arrayOf(ref('SourceHealth')),
    },
    { optional: ['nextCursor', 'entities'] },
  ),
  EntitySlosResponse: object({
    items: arrayOf(ref('SloStatus')),
    health: arrayOf(ref('SourceHealth')),
  }),
  SloRollup: object(
    {
      ref: text,
      counts,
      worst: ref('SloState'),
      total: integer,
      combined: integer,
      sli: number,
      events,
      budgetRemaining: number,
    },
    { optional: ['ref', 'combined', 'sli', 'events', 'budgetRemaining'] },
  ),
  SloRollupResponse: object({
    items: arrayOf(ref('SloRollup')),
    health: arrayOf(ref('SourceHealth')),
  }),
  SloTrendsResponse: object({
    items: arrayOf(
      object({ entityRef: text, id: text, budgetRemaining: numbersOrNull }),
    ),
  }),
  SloHistory: object({
    id: text,
    entityRef: text,
    times: arrayOf(number),
    step: integer,
    budgetRemaining: numbersOrNull,
    burnRate: numbersOrNull,
    burnRates: arrayOf(object({ tier, values: numbersOrNull })),
    sli: numbersOrNull,
    events: object({ bad: numbersOrNull, total: numbersOrNull }),
    coverage: number,
    source: oneOf('recorded', 'raw'),
    incidents: arrayOf(
      object(
        { start: number, end: number, bad: number, budgetShare: number },
        { optional: ['end'] },
      ),
    ),
    alerts: arrayOf(
      object(
        { tier, severity, start: number, end: number },
        { optional: ['end'] },
      ),
    ),
  }),
};
