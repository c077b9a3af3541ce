import { PanelFrame } from './types';

/** `GET /v1/entities/…/explore` @public */
export interface ExploreResponse {
  /** Id of the Prometheus that is asked. */
  prometheus: string;
  /** What the operator puts into every selector, as label matchers; empty when that is nothing. */
  scope: string;
  /** The entity's own selector, to begin with: `{service="ingestor"}`. */
  selector: string;
}

/** `POST /v1/entities/…/explore/query`; times in Unix milliseconds. @public */
export interface ExploreQueryRequest {
  /** PromQL, at most 16 KiB. */
  expression: string;
  range: { from: number; to: number };
  /** Ask for the end of the range alone. */
  instant?: boolean;
  /** Between two points, in seconds; absent means as `maxDataPoints` wants it. */
  step?: number;
  /** 10..5000, default 500. */
  maxDataPoints?: number;
  /** Of the zone that the range was chosen in: steps of hours and days follow its clock. */
  utcOffsetSeconds?: number;
}

/** Answer of `POST /v1/entities/…/explore/query` @public */
export interface ExploreQueryResponse {
  /** As that of a panel; its `expression` is what Prometheus was asked, scope and all. */
  frame: PanelFrame;
  /** From Prometheus: the answer may be wrong or not whole. */
  warnings?: string[];
  /**
   * Set when Prometheus did not answer and what was known is shown: how old the newest of it is, in
   * milliseconds.
   */
  staleMs?: number;
}

/**
 * Where an expression is at fault; stands in the error of a refused `POST …/explore/query`.
 *
 * @public
 */
export interface ExpressionPosition {
  /** In UTF-16 code units from the start of the expression. */
  offset: number;
  /** At least 1. */
  length: number;
  /** From 1. */
  line: number;
  /** In UTF-16 code units from the start of the line, from 1. */
  column: number;
}

/**
 * `POST /v1/entities/…/explore/metrics`, `…/explore/labels` and `…/explore/values`: what there is
 * within the entity's scope; times in Unix milliseconds.
 *
 * @public
 */
export interface ExploreMetadataRequest {
  range: { from: number; to: number };
  /** A selector that the series have to fit as well, `up{job="api"}`; not for metrics. */
  selector?: string;
  /** Of `…/explore/values` alone: the label whose values are asked for. */
  label?: string;
}

/** Answer of `POST /v1/entities/…/explore/metrics` @public */
export interface ExploreMetricsResponse {
  /** At most 10,000. */
  items: {
    name: string;
    /** `counter`, `gauge`, `histogram`, `summary` … as far as Prometheus knows. */
    type?: string;
    help?: string;
  }[];
  /** Whether there are more. */
  isCut: boolean;
}

/** Answer of `POST /v1/entities/…/explore/labels` and `…/explore/values` @public */
export interface ExploreTextsResponse {
  /** At most 10,000. */
  items: string[];
  /** Whether there are more. */
  isCut: boolean;
}
