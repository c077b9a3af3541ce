import { Request, Response, Router } from 'express';
import { answer, answerText } from '../../http/answers';
import { identityOf } from '../../http/authenticate';
import { checkNamespace, NAMESPACE } from '../../http/checkNamespace';
import { checkPreconditions } from '../../http/checkPreconditions';
import { readBody } from '../../http/readBody';
import { managerOf, readObject } from '../../http/readObject';
import { listQueryOf, nameSelector } from '../../http/selectors';
import { deleted, failure, notFound, Status } from '../../http/statuses';
import { contentsOf } from '../../state/checkFolder';
import { removeFolder } from '../../state/deleteFolder';
import { accessToFolder, ancestorsOf } from '../../state/describeFolder';
import {
  describeFolderResource,
  FOLDER_GROUP,
  FOLDER_VERSION,
} from '../../state/describeFolderResource';
import { Folder, GrafanaState } from '../../state/GrafanaState';
import { listPage } from '../../state/listPage';
import {
  createFolderResource,
  updateFolderResource,
} from '../../state/saveFolderResource';

const VERSION = `${FOLDER_GROUP}/${FOLDER_VERSION}`;
const BASE = `/apis/${VERSION}/namespaces/:namespace/folders`;
const SHOW = { namespace: NAMESPACE };

function send(res: Response, { status, body }: Status): void {
  answer(res, status, body);
}

function aboutRequest(req: Request) {
  return { group: FOLDER_GROUP, resource: 'folders', name: req.params.name };
}

/** Folders in the Kubernetes form of the API (recording `apis-folders`). */
export function folderResourceRoutes(state: GrafanaState): Router {
  const router = Router();
  router.use(BASE, checkNamespace);

  const requestOf = (req: Request) => ({
    ...SHOW,
    identity: identityOf(req),
    manager: managerOf(req),
    dryRun: false,
  });

  /** Hands over the folder that is asked for, or says that there is none. */
  const withFolder =
    (use: (req: Request, res: Response, folder: Folder) => void) =>
    (req: Request, res: Response) => {
      const folder = state.folders.get(req.params.name);
      if (folder) {
        use(req, res, folder);
      } else {
        send(res, notFound(aboutRequest(req)));
      }
    };

  router.get(BASE, (req, res) => {
    const name = nameSelector(req);
    const named = name === undefined ? undefined : state.folders.get(name);
    const all =
      name === undefined
        ? [...state.folders.values()].sort((a, b) => (a.uid < b.uid ? -1 : 1))
        : [named ?? []].flat();
    const page = listPage(all, listQueryOf(req), {
      kind: 'FolderList',
      apiVersion: VERSION,
      resourceVersion: named?.resourceVersion ?? state.resourceVersion,
      mayRead: () => true,
      describe: folder => describeFolderResource(folder, SHOW),
    });
    if ('refusal' in page) {
      send(res, page.refusal);
      return;
    }
    answerText(res, 200, page.text);
  });

  router.post(BASE, (req, res) => {
    const read = readObject(req, 'Folder');
    send(
      res,
      'refusal' in read
        ? read.refusal
        : createFolderResource(state, read.body, requestOf(req)),
    );
  });

  router.get(
    `${BASE}/:name`,
    withFolder((_req, res, folder) =>
      answer(res, 200, describeFolderResource(folder, SHOW)),
    ),
  );

  router.get(
    `${BASE}/:name/parents`,
    withFolder((_req, res, folder) =>
      answer(res, 200, {
        kind: 'FolderInfoList',
        apiVersion: VERSION,
        metadata: {},
        items: [...ancestorsOf(state, folder), folder].map(
          ({ uid, title, parentUid }) => ({
            name: uid,
            title,
            ...(parentUid ? { parent: parentUid } : {}),
          }),
        ),
      }),
    ),
  );

  router.get(
    `${BASE}/:name/access`,
    withFolder((req, res, folder) =>
      answer(res, 200, {
        kind: 'FolderAccessInfo',
        apiVersion: VERSION,
        ...accessToFolder(folder, identityOf(req)),
      }),
    ),
  );

  router.put(`${BASE}/:name`, (req, res) => {
    const read = readObject(req, 'Folder');
    send(
      res,
      'refusal' in read
        ? read.refusal
        : updateFolderResource(
            state,
            req.params.name,
            read.body,
            requestOf(req),
          ),
    );
  });

  router.delete(
    `${BASE}/:name`,
    withFolder((req, res, folder) => {
      if (identityOf(req).role === 'Viewer') {
        send(res, failure(403, { message: 'Access denied' }));
        return;
      }
      const { dashboards, folders, rules } = contentsOf(state, folder.uid);
      const stale = checkPreconditions(readBody(req) ?? {}, folder, {
        ...aboutRequest(req),
        kind: 'Folder',
      });
      if (stale) {
        send(res, stale);
      } else if (dashboards.length + folders.length + rules.length > 0) {
        send(
          res,
          failure(400, {
            message: 'Folder cannot be deleted: folder is not empty',
            reason: 'BadRequest',
            details: { uid: 'folder.not-empty' },
          }),
        );
      } else {
        removeFolder(state, folder.uid);
        send(res, deleted(aboutRequest(req), folder.guid));
      }
    }),
  );

  return router;
}
