import { Request, Router } from 'express';
import { answer, answerMessage } from '../http/answers';
import { identityOf } from '../http/authenticate';
import { compareTitles } from '../state/compareTitles';
import {
  Candidate,
  describeHit,
  searchCandidates,
} from '../state/describeHits';
import { GrafanaState } from '../state/GrafanaState';
import { findFolder } from '../state/maySee';

const MAX_LIMIT = 5000;
const DEFAULT_LIMIT = 1000;
const KNOWN_TYPES = ['dash-db', 'dash-folder'];
/** Filters by what the stand-in does not have: stars and ids of the past. */
const FINDS_NOTHING = ['starred', 'dashboardIds', 'folderIds'];

function values(req: Request, name: string): string[] {
  const value = req.query[name];
  return (Array.isArray(value) ? value : [value])
    .filter(entry => typeof entry === 'string')
    .map(String);
}

function whole(req: Request, name: string, fallback: number): number {
  const value = Number(values(req, name)[0]);
  return value > 0 ? value : fallback;
}

/** Whether somebody sees the folder that a hit is or is in. */
function isSeen(state: GrafanaState, req: Request, hit: Candidate): boolean {
  const uid = hit.type === 'dash-folder' ? hit.uid : hit.parent;
  return (
    uid === 'general' || findFolder(state, uid, identityOf(req)) !== undefined
  );
}

function filterOf(
  state: GrafanaState,
  req: Request,
): (hit: Candidate) => boolean {
  const [type] = values(req, 'type');
  const uids = [
    ...values(req, 'dashboardUIDs'),
    ...values(req, 'dashboardUID'),
  ];
  const folders = values(req, 'folderUIDs').map(uid => uid || 'general');
  const tags = values(req, 'tag');
  const query = (values(req, 'query')[0] ?? '').toLowerCase();
  const readOnly =
    identityOf(req).role === 'Viewer' && req.query.permission === 'Edit';
  return hit =>
    FINDS_NOTHING.every(name => req.query[name] === undefined) &&
    (!type || hit.type === type) &&
    (uids.length === 0 || uids.includes(hit.uid)) &&
    (folders.length === 0 || folders.includes(hit.parent)) &&
    tags.every(tag => hit.tags.includes(tag)) &&
    (query === '*' || hit.title.toLowerCase().includes(query)) &&
    (!readOnly || hit.type === 'dash-folder') &&
    isSeen(state, req, hit);
}

/** `GET /api/search` (recording `search`): tags are ANDed, pages start at 1, folders come first on a page. */
export function searchRoutes(state: GrafanaState): Router {
  const router = Router();
  router.get('/api/search', (req, res) => {
    const [type] = values(req, 'type');
    const [sort] = values(req, 'sort');
    const limit = whole(req, 'limit', DEFAULT_LIMIT);
    const page = whole(req, 'page', 1);
    if (type && !KNOWN_TYPES.includes(type)) {
      answerMessage(res, 500, 'Search failed');
      return;
    }
    if (limit > MAX_LIMIT) {
      answerMessage(
        res,
        422,
        'Limit is above maximum allowed (5000), use page parameter to access hits beyond limit',
      );
      return;
    }
    if (req.query.dashboardIds && req.query.dashboardUIDs) {
      answerMessage(res, 400, 'search supports UIDs or IDs, not both');
      return;
    }
    const found = searchCandidates(state)
      .filter(filterOf(state, req))
      .sort((a, b) => compareTitles(a.title, b.title));
    if (sort === 'alpha-desc') {
      found.reverse();
    }
    const shown = found.slice((page - 1) * limit, page * limit);
    if (!sort) {
      shown.sort((a, b) => b.type.localeCompare(a.type));
    }
    answer(
      res,
      200,
      shown.map(hit =>
        describeHit(state, {
          ...hit,
          // Asked for an order, 12.4 leaves the tags in theirs.
          tags: sort ? hit.tags : [...hit.tags].sort(),
        }),
      ),
    );
  });
  return router;
}
