import { parseEntityRef } from '@backstage/catalog-model';
import {
  DashboardLink,
  DashboardLinkBuilder,
  DashboardLinkType,
} from '@grafana/grafana-foundation-sdk/dashboard';

/**
 * The entity's tab in the portal.
 *
 * @param portalUrl - where the portal is, `app.baseUrl`
 */
export function entityUrl(portalUrl: string, entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `${portalUrl.replace(/\/+$/, '')}/catalog/${[namespace, kind, name]
    .map(encodeURIComponent)
    .join('/')}/monitoring`;
}

/**
 * The link from a dashboard in Grafana back to the entity's tab in the portal.
 *
 * @param portalUrl - where the portal is, `app.baseUrl`
 */
export function entityLink(
  portalUrl: string,
  entityRef: string,
  title: string,
): DashboardLink {
  return new DashboardLinkBuilder(`${title} in the portal`)
    .type(DashboardLinkType.Link)
    .icon('external link')
    .tooltip('What is promised, what fires, what is provisioned')
    .targetBlank(true)
    .url(entityUrl(portalUrl, entityRef))
    .build();
}
