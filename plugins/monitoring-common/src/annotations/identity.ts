import { MonitoringSpec } from './types';

/**
 * The ref under which an entity's objects, series and alerts are known where they are kept: the
 * one it had before it was renamed, so that a rename moves what was there and restarts nothing.
 *
 * @public
 */
export function identityRef({
  entityRef,
  renamedFrom,
}: Pick<MonitoringSpec, 'entityRef' | 'renamedFrom'>): string {
  return renamedFrom ?? entityRef;
}

/**
 * The name that belongs to {@link identityRef}.
 *
 * @public
 */
export function identityName({
  name,
  renamedFrom,
}: Pick<MonitoringSpec, 'name' | 'renamedFrom'>): string {
  return renamedFrom?.split('/').pop() ?? name;
}

/**
 * Names whose objects these are in names of groups: {@link identityRef}, and the environment.
 *
 * @public
 */
export function objectOwner(
  spec: Pick<MonitoringSpec, 'entityRef' | 'renamedFrom' | 'environment'>,
): string {
  const { environment } = spec;
  return `${identityRef(spec)}${environment ? `@${environment}` : ''}`;
}
