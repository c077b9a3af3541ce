import { PanelQueryRequest } from './types';

/** `POST /v1/entities/…/panels/exemplars`; as the request for the panel's data. @public */
export interface PanelExemplarsRequest
  extends Pick<
    PanelQueryRequest,
    'dashboard' | 'variables' | 'range' | 'utcOffsetSeconds' | 'maxDataPoints'
  > {
  panel: PanelQueryRequest['panels'][number];
}

/** One observation behind a graph, usually with the id of a trace. @public */
export interface PanelExemplar {
  refId: string;
  /** Unix milliseconds. */
  time: number;
  value: number;
  /** Of the observation. */
  labels: Record<string, string>;
  /** Of the series that it was counted in. */
  seriesLabels: Record<string, string>;
  /** Where its trace is seen; `http` or `https`, made by the operator's templates. */
  links: { title: string; url: string }[];
}

/** Answer of `POST /v1/entities/…/panels/exemplars` @public */
export interface PanelExemplarsResponse {
  /** By time; thinned as Grafana does, and at most 200. */
  items: PanelExemplar[];
  /** For people: why a query has none. */
  problems: string[];
}
