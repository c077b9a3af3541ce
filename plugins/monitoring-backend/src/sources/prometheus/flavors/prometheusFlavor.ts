import { PrometheusFlavor } from './PrometheusFlavor';

/** Prometheus itself. It knows no tenants; what stands before it may. */
export const prometheusFlavor: PrometheusFlavor = {
  prefix: () => '',
  headers: ({ tenant }) => (tenant ? { 'x-scope-orgid': tenant } : {}),
  fields: () => ({}),
  explain: () => undefined,
};
