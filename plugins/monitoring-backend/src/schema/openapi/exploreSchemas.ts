import { unixMilliseconds } from './dashboardSchemas';
import {
  arrayOf,
  boolean,
  number,
  object,
  ref,
  Schema,
  text,
  texts,
} from './shapes';

const range = object({ from: unixMilliseconds, to: unixMilliseconds });

/** What people ask freely. */
export const exploreSchemas: Record<string, Schema> = {
  ExploreResponse: object({ prometheus: text, scope: text, selector: text }),
  ExploreQueryRequest: object(
    {
      // Longer ones are refused with their place, up to what can be sent at all.
      expression: { type: 'string', maxLength: 100_000 },
      range,
      instant: boolean,
      step: { type: 'integer', minimum: 1, maximum: 31_536_000 },
      maxDataPoints: { type: 'integer', minimum: 10, maximum: 5_000 },
      utcOffsetSeconds: {
        type: 'integer',
        minimum: -86_400,
        maximum: 86_400,
      },
    },
    { optional: ['instant', 'step', 'maxDataPoints', 'utcOffsetSeconds'] },
  ),
  ExploreQueryResponse: object(
    { frame: ref('PanelFrame'), warnings: texts, staleMs: number },
    { optional: ['warnings', 'staleMs'] },
  ),
  ExploreMetadataRequest: object(
    {
      range,
      selector: { type: 'string', maxLength: 16_384 },
      label: { type: 'string', maxLength: 1_000 },
    },
    { optional: ['selector', 'label'] },
  ),
  ExploreMetricsResponse: object({
    items: arrayOf(
      object(
        { name: text, type: text, help: text },
        { optional: ['type', 'help'] },
      ),
    ),
    isCut: boolean,
  }),
  ExploreTextsResponse: object({ items: texts, isCut: boolean }),
};
