import { useContext, useEffect, useRef, useState } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { PanelExemplar } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef } from '../../../api';
import { EnvironmentContext } from '../../EnvironmentSelect/EnvironmentContext';
import { DashboardContext } from '../DashboardContext';
import { requestOf } from '../DashboardView/planQueries';
import { PanelProps } from '../types';

const NONE: PanelExemplar[] = [];

/**
 * Reads the exemplars of a panel whose queries ask for them. They are an addition: where they cannot
 * be read, the graph is shown without them.
 */
export function useExemplars({
  panel,
  range,
  variables,
}: Pick<PanelProps, 'panel' | 'range' | 'variables'>): PanelExemplar[] {
  // The panel is drawn outside of an app, too: in a picture of itself.
  const api = useApiHolder().get(monitoringApiRef);
  const surroundings = useContext(DashboardContext);
  const environment = useContext(EnvironmentContext);
  const [exemplars, setExemplars] = useState(NONE);
  const { entityRef, uid } = surroundings ?? {};
  const { from, to } = range;
  const variablesKey = JSON.stringify(variables);
  const latest = useRef({ panel, variables });
  latest.current = { panel, variables };

  useEffect(() => {
    if (!api || !entityRef || !uid) {
      setExemplars(NONE);
      return undefined;
    }
    const controller = new AbortController();
    const { signal } = controller;
    const request = {
      dashboard: uid,
      panel: requestOf(latest.current.panel),
      variables: latest.current.variables,
      range: { from, to },
    };
    api.getPanelExemplars(entityRef, request, { environment, signal }).then(
      ({ items }) => !signal.aborted && setExemplars(items),
      () => !signal.aborted && setExemplars(NONE),
    );
    return () => controller.abort();
  }, [api, entityRef, uid, environment, from, to, variablesKey]);

  return exemplars;
}
