import { Request, Router } from 'express';
import { answer, answerForbidden, answerMessage } from '../http/answers';
import { identityOf } from '../http/authenticate';
import { readBody } from '../http/readBody';
import { Annotation, GrafanaState } from '../state/GrafanaState';

const DEFAULT_LIMIT = 100;

function values(req: Request, name: string): string[] {
  return [req.query[name] ?? []].flat().map(String);
}

function whole(req: Request, name: string): number | undefined {
  const value = Number(values(req, name)[0]);
  return value > 0 ? value : undefined;
}

function filterOf(req: Request): (annotation: Annotation) => boolean {
  const tags = values(req, 'tags').filter(tag => tag !== '');
  const [uid] = values(req, 'dashboardUID');
  const [type] = values(req, 'type');
  const [from, to] = [whole(req, 'from'), whole(req, 'to')];
  const panelId = whole(req, 'panelId');
  const isAny = values(req, 'matchAny')[0] === 'true';
  return one => {
    const has = (tag: string) => one.tags?.includes(tag) ?? false;
    return (
      (tags.length === 0 || (isAny ? tags.some(has) : tags.every(has))) &&
      (!uid || one.dashboardUID === uid) &&
      (!panelId || one.panelId === panelId) &&
      (type !== 'alert' || one.alert !== undefined) &&
      (type !== 'annotation' || one.alert === undefined) &&
      (!from || !to || (one.time <= to && one.timeEnd >= from))
    );
  };
}

/** `/api/annotations` (recording `annotations`): the newest moment comes first. */
export function annotationRoutes(state: GrafanaState): Router {
  const router = Router();

  router.post('/api/annotations', (req, res) => {
    const identity = identityOf(req);
    if (identity.role === 'Viewer') {
      answerForbidden(res, 'annotations:create');
      return;
    }
    const body = readBody(req);
    const now = state.milliseconds();
    const { time = now, text, tags, dashboardUID = '' } = body ?? {};
    if (!body || typeof time !== 'number') {
      answerMessage(res, 400, 'bad request data');
    } else if (!text) {
      answerMessage(res, 400, 'Failed to save annotation');
    } else if (dashboardUID && !state.dashboards.has(dashboardUID)) {
      answerMessage(res, 500, 'Error while checking annotation permissions');
    } else {
      const id = state.annotations.length + 1;
      state.annotations.push({
        id,
        dashboardUID,
        ...(body.panelId && { panelId: body.panelId }),
        created: now,
        time,
        timeEnd: Math.max(time, body.timeEnd ?? time),
        text: String(text),
        ...(tags && { tags }),
        login: identity.name,
      });
      answer(res, 200, { id, message: 'Annotation added' });
    }
  });

  router.get('/api/annotations', (req, res) => {
    const found = state.annotations
      .filter(filterOf(req))
      .sort((a, b) => b.timeEnd - a.timeEnd || b.id - a.id)
      .slice(0, whole(req, 'limit') ?? DEFAULT_LIMIT);
    answer(
      res,
      200,
      found.map(({ alert, ...one }) => ({
        ...one,
        ...alert,
        updated: one.created,
        data: {},
      })),
    );
  });

  return router;
}
