import {
  Slo,
  SloDefinition,
} from '@sightline/backstage-plugin-monitoring-common';

/** An SLO of a file, and what its alerts say beside figures. */
export interface FoundSlo {
  slo: Slo;
  /** File that it was found in, as on the command line. */
  file: string;
  /** The document that it comes from; absent for a short form. */
  definition?: SloDefinition;
  /** Canonical ref. */
  owner?: string;
  /** The entity's tab in the portal. */
  entityUrl?: string;
  /** Base URL of the entity's own runbooks. */
  runbook?: string;
}
