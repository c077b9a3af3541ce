import {
  LabelMatcher,
  Slo,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity } from '../../catalog';
import { ResolvedMonitoring } from '../../packs';

/** An SLO on the requests of a service, 99.9 % over 30 days. */
export function anSlo(service: string, part: Partial<Slo> = {}): Slo {
  return {
    id: 'availability',
    entityRef: `component:default/${service}`,
    title: 'Availability',
    sliId: 'http:availability',
    sli: {
      type: 'ratio',
      bad: 'increase(requests_total{$selector, code=~"5.."}[$window])',
      total: 'increase(requests_total{$selector}[$window])',
    },
    selector: `service="${service}"`,
    objective: '0.999',
    window: { type: 'rolling', duration: 2_592_000 },
    ...part,
  };
}

/** An opted-in service. */
export function aService(
  name: string,
  options: {
    slos?: Slo[];
    owner?: string;
    system?: string;
    prometheus?: string;
    selector?: LabelMatcher[];
    environment?: string;
    renamedFrom?: string;
  } = {},
): MonitoredEntity {
  const entityRef = `component:default/${name}`;
  const monitoring: ResolvedMonitoring = {
    spec: {
      entityRef,
      name,
      title: name,
      owner: options.owner,
      system: options.system,
      prometheus: options.prometheus,
      optedIn: true,
      packs: [],
      selector: options.selector ?? [
        { label: 'service', operator: '=', value: name },
      ],
      selectorIsDefault: true,
      slos: [],
      sloDefinitions: [],
      alertOverrides: [],
      notify: [],
      dashboards: [],
      provision: ['slos'],
      environments: [],
      environment: options.environment,
      renamedFrom: options.renamedFrom,
      mute: [],
    },
    notifications: [],
    problems: [],
    dashboards: [],
    alerts: [],
    slos: options.slos ?? [],
  };
  return {
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name },
    },
    monitoring,
    environments: [monitoring],
  };
}

/** One service in several environments, each as {@link aService} makes it. */
export function inEnvironments(
  ...services: MonitoredEntity[]
): MonitoredEntity {
  return {
    ...services[0],
    environments: services.map(({ monitoring }) => monitoring),
  };
}
