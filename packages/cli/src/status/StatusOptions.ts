import { ServerOptions } from '../servers/ServerOptions';
import { SloOptions } from '../slos/SloOptions';

/** Options of `sightline slo status`. */
export interface StatusOptions extends SloOptions, ServerOptions {
  prometheus: string;
  format: 'table' | 'json';
  /** Comma list of states. */
  failOn?: string;
}
