import { parseEntityRef } from '@backstage/catalog-model';
import {
  DashboardLink,
  DashboardLinkBuilder,
  DashboardLinkType,
} from '@grafana/grafana-foundation-sdk/dashboard';

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
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return new DashboardLinkBuilder(`${title} in the portal`)
    .type(DashboardLinkType.Link)
    .icon('external link')
    .tooltip('What is promised, what fires, what is provisioned')
    .targetBlank(true)
    .url(
      `${portalUrl.replace(/\/+$/, '')}/catalog/${[namespace, kind, name]
        .map(encodeURIComponent)
        .join('/')}/monitoring`,
    )
    .build();
}
