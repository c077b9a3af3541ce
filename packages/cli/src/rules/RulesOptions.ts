import { ServerOptions } from '../servers/ServerOptions';
import { SloOptions } from '../slos/SloOptions';

/** What reads the rules. */
export type RulesFormat = 'prometheus' | 'prometheusrule' | 'mimir' | 'grafana';

/** Options of `sightline slo rules`. */
export interface RulesOptions extends SloOptions, ServerOptions {
  format: RulesFormat;
  /** File or directory; `-` is standard output. */
  out: string;
  namespace?: string;
  name: string;
  /** `name=value`. */
  label: string[];
  datasource?: string;
  owner?: string;
  portalUrl?: string;
  runbookUrl?: string;
}
