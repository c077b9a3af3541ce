import { useRef } from 'react';
import { EntityMonitoringResponse } from '@sightline/backstage-plugin-monitoring-common';
import {
  useEntityAlerts,
  useEntitySlos,
} from '../../hooks/useEntityMonitoring';
import { Polled } from '../../hooks/usePolling';
import { useUrlState } from '../../hooks/useUrlState';
import { AlertList } from '../AlertList';
import { DashboardsSection } from '../dashboards';
import { EnvironmentContext } from '../EnvironmentSelect/EnvironmentContext';
import { useEnvironment } from '../EnvironmentSelect/useEnvironment';
import { HealthHeader, HealthHeaderSkeleton } from '../HealthHeader';
import { assessHealth } from '../HealthHeader/assessHealth';
import { lazily } from '../lazily';
import { SuggestionsCard } from '../PackSuggestions';
import { ProvisioningStrip } from '../ProvisioningStrip';
import { SloSection } from '../SloSection';
import {
  distinctSources,
  failingSources,
  withBackend,
} from '../SourceHealthBanner/sources';

// Below all that answers whether the service is well.
const NotificationChannels = lazily(() =>
  import('../NotificationChannels').then(module => module.NotificationChannels),
);
// Most entities have nothing for them to say.
const AnnotationProblems = lazily(() =>
  import('../AnnotationProblems').then(module => module.AnnotationProblems),
);
const EnvironmentSelect = lazily(() =>
  import('../EnvironmentSelect').then(module => module.EnvironmentSelect),
);
const SourceHealthBanner = lazily(() =>
  import('../SourceHealthBanner').then(module => module.SourceHealthBanner),
);

// A line below what answers whether the service is well.
const TargetsStrip = lazily(() =>
  import('../TargetsStrip').then(module => module.TargetsStrip),
);

/** Props of {@link MonitoredEntity}. */
export interface MonitoredEntityProps {
  entityRef: string;
  entityName: string;
  editUrl?: string;
  answer: Polled<EntityMonitoringResponse>;
  entity: EntityMonitoringResponse;
}

/** The tab of an entity that opted in: the answer, then the evidence. */
export function MonitoredEntity(props: MonitoredEntityProps) {
  const { entity, entityRef, entityName, answer } = props;
  const environment = useEnvironment(entity.spec.environments);
  const { chosen } = environment;
  const slos = useEntitySlos(entityRef, chosen);
  const alerts = useEntityAlerts(entityRef, chosen);
  const isLoading = (polled: Polled<unknown>) => !polled.value && !polled.error;

  const dashboards = useRef<HTMLDivElement>(null);
  const { change } = useUrlState();

  const showDashboard = (uid: string) => {
    change({ dashboard: uid });
    dashboards.current?.scrollIntoView({ behavior: 'smooth' });
  };
  const refresh = () => {
    answer.refresh();
    slos.refresh();
    alerts.refresh();
  };
  // Snapshots are read more often than the entity: their report on a source is newer.
  const sources = distinctSources(
    withBackend(
      [
        ...(slos.value?.health ?? []),
        ...(alerts.value?.health ?? []),
        ...entity.health,
      ],
      slos,
      alerts,
      answer,
    ),
  );
  const health = {
    optedIn: true,
    reconciled: entity.lastReconciledAt !== undefined,
    hasAlertRules: entity.objects.some(
      one =>
        one.kind === 'alert-rule-group' &&
        one.state !== 'disabled' &&
        (one.environment ?? chosen) === chosen,
    ),
    slos: slos.value?.items ?? [],
    alerts: alerts.value?.items ?? [],
    sources,
  };
  const inHeader = assessHealth(health).source?.source;
  const others = failingSources(sources).filter(one => one.source !== inHeader);

  return (
    <EnvironmentContext.Provider value={chosen}>
      {environment.names.length > 1 && (
        <EnvironmentSelect environment={environment} />
      )}
      {isLoading(slos) || isLoading(alerts) ? (
        <HealthHeaderSkeleton entityName={entityName} />
      ) : (
        <HealthHeader {...health} entityName={entityName} onRetry={refresh} />
      )}
      {others.length > 0 && <SourceHealthBanner sources={others} />}
      {entity.problems.length > 0 && (
        <AnnotationProblems
          problems={entity.problems}
          editUrl={props.editUrl}
        />
      )}
      <TargetsStrip entityRef={entityRef} entityName={entityName} />
      <AlertList
        alerts={alerts}
        entityName={entityName}
        isTrusted={failingSources(sources).length === 0}
        onShowDashboard={showDashboard}
      />
      <SloSection
        slos={slos}
        alerts={alerts.value?.items ?? []}
        expected={entity.spec.slos.length}
      />
      <div ref={dashboards}>
        <DashboardsSection entityRef={entityRef} alerts={alerts.value?.items} />
      </div>
      <SuggestionsCard entityRef={entityRef} editUrl={props.editUrl} />
      {entity.notifications && (
        <NotificationChannels
          entityRef={entityRef}
          notifications={entity.notifications}
          test={entity.notificationTest}
        />
      )}
      <ProvisioningStrip
        entityRef={entityRef}
        entityName={entityName}
        entity={entity}
        onChanged={answer.refresh}
      />
    </EnvironmentContext.Provider>
  );
}
