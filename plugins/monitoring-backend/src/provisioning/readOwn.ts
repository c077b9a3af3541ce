import { AuthService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { MonitoredEntity, MonitoringCatalog } from '../catalog';

/** Where single entities are read with the plugin's own credentials. */
export interface OwnCatalog {
  catalog: Pick<MonitoringCatalog, 'readOne'>;
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
}

/**
 * One entity, opted in or not, with the plugin's own credentials.
 *
 * @returns `undefined` when it is gone
 * @throws when the catalog does not answer, or the entity cannot be worked out
 */
export async function readOwn(
  { auth, catalog }: OwnCatalog,
  entityRef: string,
): Promise<MonitoredEntity | undefined> {
  const credentials = await auth.getOwnServiceCredentials();
  try {
    return await catalog.readOne(entityRef, { credentials });
  } catch (error) {
    if (isError(error) && error.name === 'NotFoundError') {
      return undefined;
    }
    throw error;
  }
}
