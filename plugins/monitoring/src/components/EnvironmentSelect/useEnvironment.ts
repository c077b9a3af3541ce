import { useCallback } from 'react';
import { EnvironmentSpec } from '@sightline/backstage-plugin-monitoring-common';
import { useUrlState } from '../../hooks/useUrlState';

const PARAM = 'environment';

/** The environments of an entity, and the chosen one. */
export interface ChosenEnvironment {
  names: string[];
  /** The first while none, or one that there is not, stands in the address. */
  chosen?: string;
  choose: (name: string) => void;
}

/** Which of an entity's environments is shown; it stands in the page's address. */
export function useEnvironment(
  environments: EnvironmentSpec[],
): ChosenEnvironment {
  const { params, change } = useUrlState();
  const names = environments.map(({ name }) => name);
  const wanted = params.get(PARAM);

  return {
    names,
    chosen: names.find(name => name === wanted) ?? names[0],
    choose: useCallback(
      // Each environment has dashboards of its own.
      (name: string) => change({ [PARAM]: name, dashboard: undefined }),
      [change],
    ),
  };
}
