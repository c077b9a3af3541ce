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

/** What Prometheus scrapes of an entity. */
export const targetSchemas: Record<string, Schema> = {
  EntityTarget: object(
    {
      labels,
      state: oneOf('up', 'down'),
      lastUpAt: time,
      error: text,
      scrapeDuration: number,
      samples: number,
    },
    { optional: ['lastUpAt', 'error', 'scrapeDuration', 'samples'] },
  ),
  EntityTargetsResponse: object(
    {
      items: arrayOf(ref('EntityTarget')),
      up: integer,
      down: integer,
      query: text,
      hasSeries: boolean,
    },
    { optional: ['hasSeries'] },
  ),
};
