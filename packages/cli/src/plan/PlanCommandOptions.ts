import { ReadingOptions } from '../config/ReadingOptions';
import { ServerOptions } from '../servers/ServerOptions';

/** Options of `sightline plan`. */
export interface PlanCommandOptions extends ReadingOptions, ServerOptions {
  /** Address, or a file that `--save-grafana` wrote. */
  grafana?: string;
  saveGrafana?: string;
  prometheusRules?: string;
  /** These are all entities. */
  all: boolean;
  format: 'text' | 'json';
}
