import { dashboardSchemas } from './dashboardSchemas';
import {
  arrayOf,
  integer,
  labels,
  number,
  object,
  ref,
  Schema,
  text,
  texts,
} from './shapes';

/** As of the request for the panel's data. */
const {
  panels,
  known: _known,
  ...shared
} = dashboardSchemas.PanelQueryRequest.properties as Record<string, Schema>;

/** Single observations behind graphs. */
export const exemplarSchemas: Record<string, Schema> = {
  PanelExemplarsRequest: object(
    { ...shared, panel: panels.items as Schema },
    { optional: ['variables', 'utcOffsetSeconds', 'maxDataPoints'] },
  ),
  PanelExemplar: object({
    refId: text,
    time: integer,
    value: number,
    labels,
    seriesLabels: labels,
    links: arrayOf(object({ title: text, url: text })),
  }),
  PanelExemplarsResponse: object({
    items: arrayOf(ref('PanelExemplar')),
    problems: texts,
  }),
};
