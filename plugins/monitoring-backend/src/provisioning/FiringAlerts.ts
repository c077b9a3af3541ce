/**
 * Names of the alerts of an entity that fire now, by their label `entity`; those of its SLOs, or
 * the others. Who watches alerts is not provisioning's to know.
 */
export type FiringAlerts = (
  entityRef: string,
  kind: 'alert-rule-group' | 'slo-rule-group',
) => string[];
