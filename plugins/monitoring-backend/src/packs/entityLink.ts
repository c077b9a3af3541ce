import { parseEntityRef } from '@backstage/catalog-model';
import {
  DashboardLink,
  DashboardLinkBuilder,
  DashboardLinkType,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { MonitoringSpec } from '@sightline/backstage-plugin-monitoring-common';

/**
 * The entity's tab in the portal, showing the environment where there are several.
 *
 * @param portalUrl - where the portal is, `app.baseUrl`
 */
export function entityUrl(
  portalUrl: string,
  { entityRef, environment }: Pick<MonitoringSpec, 'entityRef' | 'environment'>,
): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `${portalUrl.replace(/\/+$/, '')}/catalog/${[namespace, kind, name]
    .map(encodeURIComponent)
    .join('/')}/monitoring${
    environment ? `?environment=${encodeURIComponent(environment)}` : ''
  }`;
}

/**
 * The link from a dashboard in Grafana back to the entity's tab in the portal.
 *
 * @param portalUrl - where the portal is, `app.baseUrl`
 */
export function entityLink(
  portalUrl: string,
  spec: MonitoringSpec,
): DashboardLink {
  return new DashboardLinkBuilder(`${spec.title} in the portal`)
    .type(DashboardLinkType.Link)
    .icon('external link')
    .tooltip('What is promised, what fires, what is provisioned')
    .targetBlank(true)
    .url(entityUrl(portalUrl, spec))
    .build();
}
