import { Router } from 'express';
import { answer, answerPageNotFound } from '../../http/answers';
import { failure } from '../../http/statuses';
import { DASHBOARD_FORMS } from '../../state/dashboardForms';
import { DASHBOARD_GROUP } from '../../state/describeDashboardResource';
import {
  FOLDER_GROUP,
  FOLDER_VERSION,
} from '../../state/describeFolderResource';

const VERBS = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
];

function group(name: string, versions: readonly string[]) {
  const all = versions.map(version => ({
    groupVersion: `${name}/${version}`,
    version,
  }));
  return { name, versions: all, preferredVersion: all[0] };
}

function resource(name: string, singularName: string, kind: string) {
  return { name, singularName, namespaced: true, kind, verbs: VERBS };
}

/** A part of a resource, which can only be read. */
function part(name: string, kind: string) {
  return { name, singularName: '', namespaced: true, kind, verbs: ['get'] };
}

function resourceList(groupVersion: string, resources: unknown[]) {
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion,
    resources,
  };
}

const GROUPS = [
  group(DASHBOARD_GROUP, DASHBOARD_FORMS),
  group(FOLDER_GROUP, [FOLDER_VERSION]),
];
/** Named as 12.4 names them; what is asked of them is not answered. */
const OTHERS = [
  group('iam.grafana.app', ['v0alpha1']),
  group('userstorage.grafana.app', ['v0alpha1']),
  group('preferences.grafana.app', ['v1alpha1']),
  group('collections.grafana.app', ['v1alpha1']),
  group('features.grafana.app', ['v0alpha1']),
  group('playlist.grafana.app', ['v1', 'v0alpha1']),
  group('plugins.grafana.app', ['v0alpha1']),
  group('example.grafana.app', ['v1alpha1', 'v0alpha1']),
  group('notifications.alerting.grafana.app', ['v0alpha1']),
];

/** Which groups and versions are served (recordings `apis-dashboards` and `apis-folders`). */
export function discoveryRoutes(): Router {
  const router = Router();

  router.get('/apis', (req, res) =>
    answer(res, 200, {
      kind: 'APIGroupList',
      groups: [...GROUPS, ...OTHERS].map(each => ({
        ...each,
        serverAddressByClientCIDRs: [
          { clientCIDR: '0.0.0.0/0', serverAddress: req.get('host') },
        ],
      })),
    }),
  );

  for (const each of GROUPS) {
    router.get(`/apis/${each.name}`, (_req, res) =>
      answer(res, 200, { kind: 'APIGroup', apiVersion: 'v1', ...each }),
    );
  }

  for (const form of DASHBOARD_FORMS) {
    const groupVersion = `${DASHBOARD_GROUP}/${form}`;
    router.get(`/apis/${groupVersion}`, (_req, res) =>
      answer(
        res,
        200,
        resourceList(groupVersion, [
          resource('dashboards', 'dashboard', 'Dashboard'),
          part('dashboards/dto', 'DashboardWithAccessInfo'),
        ]),
      ),
    );
  }

  const folders = `${FOLDER_GROUP}/${FOLDER_VERSION}`;
  router.get(`/apis/${folders}`, (_req, res) =>
    answer(
      res,
      200,
      resourceList(folders, [
        resource('folders', 'folder', 'Folder'),
        part('folders/access', 'FolderAccessInfo'),
        part('folders/children', 'FolderList'),
        part('folders/counts', 'DescendantCounts'),
        part('folders/parents', 'FolderInfoList'),
      ]),
    ),
  );

  return router;
}

/** What 12.4 says of groups and versions that it does not have; comes after all that are served. */
export function unknownGroupRoutes(): Router {
  const router = Router();
  const has = (groups: typeof GROUPS, name: string) =>
    groups.some(each => each.name === name);

  router.use('/apis/:group/:version', (req, res, next) => {
    const { group: name, version } = req.params;
    const known = GROUPS.find(each => each.name === name);
    if (known && known.versions.every(each => each.version !== version)) {
      answer(
        res,
        404,
        failure(404, {
          message: 'the server could not find the requested resource',
          reason: 'NotFound',
          details: {},
        }).body,
      );
    } else {
      next();
    }
  });

  router.use('/apis/:group', (req, res, next) => {
    const { group: name } = req.params;
    if (has(GROUPS, name) || has(OTHERS, name)) {
      next();
    } else {
      answerPageNotFound(res);
    }
  });

  return router;
}
