import { ReactNode } from 'react';
import { IdentityApi, identityApiRef } from '@backstage/core-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { themes, UnifiedThemeProvider } from '@backstage/theme';
import { monitoringApiRef } from '../api';
import { Clock, ClockContext } from '../hooks/Clock';
import { monitoringPageRouteRef } from '../routes';
import { FakeMonitoringApi } from './FakeMonitoringApi';
import { STORY_NOW } from './story';

/** The entity of the story. */
export const INGESTOR: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'ingestor',
    annotations: {
      'monitoring/packs': 'media-ingestor',
      'backstage.io/edit-url':
        'https://git.example.com/ingestor/catalog-info.yaml',
    },
  },
  spec: { type: 'service', owner: 'media-ingest', lifecycle: 'production' },
};

/** The clock of the story: it stands still at 14:32 UTC. */
export const STORY_CLOCK: Clock = { now: () => STORY_NOW, timeZone: 'UTC' };

/** Options of {@link renderScreen}. */
export interface RenderScreenOptions {
  api?: FakeMonitoringApi;
  entity?: Entity;
  theme?: 'light' | 'dark';
  /** What every permission is decided as; default: allowed. */
  permission?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
  /** The identity of the user. */
  identity?: Partial<IdentityApi>;
  /** Address at the start. */
  path?: string;
  /** Whether the app has the portal-wide page, at `/monitoring`. */
  withPage?: boolean;
}

/** Renders a component as Backstage would, at the time of the story. */
export async function renderScreen(
  element: ReactNode,
  options: RenderScreenOptions = {},
) {
  const { api = FakeMonitoringApi.create(), entity = INGESTOR } = options;
  return await renderInTestApp(
    <TestApiProvider
      apis={[
        [monitoringApiRef, api],
        [identityApiRef, options.identity ?? {}],
        [
          permissionApiRef,
          mockApis.permission({
            authorize: options.permission ?? AuthorizeResult.ALLOW,
          }),
        ],
      ]}
    >
      <UnifiedThemeProvider theme={themes[options.theme ?? 'light']}>
        <ClockContext.Provider value={STORY_CLOCK}>
          <EntityProvider entity={entity}>{element}</EntityProvider>
        </ClockContext.Provider>
      </UnifiedThemeProvider>
    </TestApiProvider>,
    {
      routeEntries: options.path ? [options.path] : undefined,
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        ...(options.withPage && { '/monitoring': monitoringPageRouteRef }),
      },
    },
  );
}

/** The text as a reader sees it, with plain spaces instead of narrow ones. */
export function readable(element: Element): string {
  return (element.textContent ?? '').replace(/\u202f/g, ' ');
}
