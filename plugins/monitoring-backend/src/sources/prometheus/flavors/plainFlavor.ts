import { PrometheusFlavor } from './PrometheusFlavor';

/** Prometheus itself. It knows no tenants; what stands before it may. */
export const plainFlavor: PrometheusFlavor = {
  prefix: () => '',
  tenantHeader: 'x-scope-orgid',
  fields: () => ({}),
  explain: () => undefined,
};
