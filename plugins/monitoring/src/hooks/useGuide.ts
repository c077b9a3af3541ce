import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { safeUrl } from '../links';

/**
 * Gives the address of a page of the guide: `packs/http`, `service-teams`.
 *
 * @returns a function that answers undefined where `monitoring.guideUrl` is not configured
 */
export function useGuide(): (page: string) => string | undefined {
  const template = useApi(configApiRef).getOptionalString(
    'monitoring.guideUrl',
  );
  return page => safeUrl(template?.replaceAll('{page}', page));
}
