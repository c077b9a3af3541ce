import { useRef } from 'react';
import { EntityMonitoringResponse } from '@sightline/backstage-plugin-monitoring-common';
import {
  useEntityAlerts,
  useEntitySlos,
} from '../../hooks/useEntityMonitoring';
import { Polled } from '../../hooks/usePolling';
import { useUrlState } from '../../hooks/useUrlState';
import { AlertList } from '../AlertList';
import { AnnotationProblems } from '../AnnotationProblems';
import { DashboardsSection } from '../dashboards';
import {
  EnvironmentContext,
  EnvironmentSelect,
  useEnvironment,
} from '../EnvironmentSelect';
import { HealthHeader, HealthHeaderSkeleton } from '../HealthHeader';
import { assessHealth } from '../HealthHeader/assessHealth';
import { NotificationChannels } from '../NotificationChannels';
import { SuggestionsCard } from '../PackSuggestions';
import { ProvisioningStrip } from '../ProvisioningStrip';
import { SloSection } from '../SloSection';
import {
  distinctSources,
  failingSources,
  SourceHealthBanner,
  withBackend,
} from '../SourceHealthBanner';

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
      <EnvironmentSelect environment={environment} />
      {isLoading(slos) || isLoading(alerts) ? (
        <HealthHeaderSkeleton entityName={entityName} />
      ) : (
        <HealthHeader {...health} entityName={entityName} onRetry={refresh} />
      )}
      {others.length > 0 && <SourceHealthBanner sources={others} />}
      <AnnotationProblems problems={entity.problems} editUrl={props.editUrl} />
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
      <NotificationChannels
        entityRef={entityRef}
        notifications={entity.notifications}
        test={entity.notificationTest}
      />
      <ProvisioningStrip
        entityRef={entityRef}
        entityName={entityName}
        entity={entity}
        onChanged={answer.refresh}
      />
    </EnvironmentContext.Provider>
  );
}
