import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/**
 * Of one tenant, as Mimir takes it. `|` would add tenants, and `:` is read by some servers: both
 * have to be meant.
 */
const TENANT = /^(?!\.{1,2}$)[A-Za-z0-9!\-_.*'()]{1,150}$/;

/** `accountID` or `accountID:projectID`, or the path of queries across all of them. */
const ACCOUNT = /^(?:\d{1,10}(?::\d{1,10})?|multitenant)$/;

/**
 * @throws `InputError` when a text is no id of one tenant
 */
export function checkTenant(tenant: string, path: string): string {
  if (!TENANT.test(tenant)) {
    throw new InputError(
      `${path} is '${tenant}'; expected the id of one tenant, up to 150 letters, digits and any of ! - _ . * ' ( )`,
    );
  }
  return tenant;
}

/**
 * Reads whose data is meant: one tenant, or several of a server that answers across them.
 *
 * @param options - `type`: of the server, which decides what a tenant looks like
 * @returns as the server takes it
 * @throws `InputError` when it cannot be one
 */
export function readTenant(
  instance: Config,
  options: { path: string; type?: string },
): string | undefined {
  const path = `${options.path}.tenant`;
  const tenant = instance.getOptional('tenant');
  if (tenant === undefined) {
    return undefined;
  }
  if (options.type === 'victoriametrics') {
    const account = String(tenant);
    if (!ACCOUNT.test(account)) {
      throw new InputError(
        `${path} is '${account}'; expected an account of VictoriaMetrics such as '7' or '7:42'`,
      );
    }
    return account;
  }
  if (Array.isArray(tenant) && options.type !== 'mimir') {
    throw new InputError(
      `${path} is a list; only servers of type mimir answer across several tenants`,
    );
  }
  if (String(tenant).includes('|')) {
    throw new InputError(
      `${path} is '${tenant}'; expected several tenants of a server of type: mimir as a list, and of others one`,
    );
  }
  const tenants = [tenant].flat();
  if (tenants.length === 0) {
    throw new InputError(`${path} is an empty list; expected ids of tenants`);
  }
  return tenants.map(one => checkTenant(String(one), path)).join('|');
}
