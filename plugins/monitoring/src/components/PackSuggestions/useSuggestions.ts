import { useCallback, useContext } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { EntitySuggestionsResponse } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef } from '../../api';
import { Polled, usePolling } from '../../hooks/usePolling';
import { EnvironmentContext } from '../EnvironmentSelect';

/** What a service exposes changes with its releases. */
const INTERVAL = 5 * 60_000;

/** Packs that the entity's live metrics would fill. */
export function useSuggestions(
  entityRef: string,
): Polled<EntitySuggestionsResponse> {
  const api = useApi(monitoringApiRef);
  const environment = useContext(EnvironmentContext);
  const load = useCallback(
    () => api.getSuggestions(entityRef, { environment }),
    [api, entityRef, environment],
  );
  return usePolling(load, INTERVAL);
}
