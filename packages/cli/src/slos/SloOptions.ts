import { ReadingOptions } from '../config/ReadingOptions';

/** Options of every command that reads SLOs. */
export interface SloOptions extends ReadingOptions {
  /** Ref of the entity that SLO documents belong to. */
  entity?: string;
  /** PromQL matchers for `$selector` in SLO documents. */
  selector?: string;
}
