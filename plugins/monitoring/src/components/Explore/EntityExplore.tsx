import { EnvironmentSpec } from '@sightline/backstage-plugin-monitoring-common';
import {
  EnvironmentContext,
  EnvironmentSelect,
  useEnvironment,
} from '../EnvironmentSelect';
import { ExplorePage } from './ExplorePage';

/** Props of {@link EntityExplore}. */
export interface EntityExploreProps {
  entityRef: string;
  environments: EnvironmentSpec[];
}

/** Explore in place of the tab's content, in one of the entity's environments. */
export function EntityExplore(props: EntityExploreProps) {
  const environment = useEnvironment(props.environments);
  return (
    <EnvironmentContext.Provider value={environment.chosen}>
      <EnvironmentSelect environment={environment} />
      <ExplorePage entityRef={props.entityRef} />
    </EnvironmentContext.Provider>
  );
}
