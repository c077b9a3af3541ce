import { PrometheusConfig } from '../../../config';

/** Fields of a request; those that are `undefined` are left out. */
export type Fields = Record<string, string | number | string[] | undefined>;

/** An answer that is not what was asked for. */
export interface RefusedAnswer {
  status: number;
  /** As the server calls it; absent when it is no answer of the API. */
  errorType?: string;
  /** One line without addresses. */
  text: string;
}

/**
 * In what one kind of server differs from Prometheus itself. All of it comes from the
 * configuration and from constants; nothing of what a person asks does.
 */
export interface PrometheusFlavor {
  /** Of the API, below the configured URL. */
  prefix(config: PrometheusConfig): string;
  /** Header that says whose data is meant; absent: none does. */
  tenantHeader?: string;
  /**
   * Are sent beside the fields of each question about series.
   *
   * @param asked - those fields
   * @param expressions - what is asked for: the query, or selectors
   */
  fields(
    config: PrometheusConfig,
    asked: Fields,
    expressions: string[],
  ): Fields;
  /**
   * @param name - of the server, for people
   * @returns what a refusal means; `undefined` when it is as Prometheus says it
   */
  explain(name: string, refused: RefusedAnswer): Error | undefined;
}
