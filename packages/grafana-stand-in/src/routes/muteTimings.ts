import { Response, Router } from 'express';
import { answer, answerEmpty, answerForbidden } from '../http/answers';
import { identityOf } from '../http/authenticate';
import { provenanceOf } from '../http/provenanceOf';
import { readBody } from '../http/readBody';
import { compareTitles } from '../state/compareTitles';
import { GrafanaState } from '../state/GrafanaState';
import {
  createMuteTiming,
  deleteMuteTiming,
  describeMuteTiming,
  NO_MUTE_TIMING,
  updateMuteTiming,
} from '../state/saveMuteTiming';

const WRITE =
  'any of alert.provisioning:write, alert.notifications.provisioning:write, all of alert.notifications:write, alert.provisioning.provenance:write';
const PATH = '/api/v1/provisioning/mute-timings';

function send(
  res: Response,
  { status, body }: { status: number; body?: unknown },
): void {
  if (body === undefined) {
    answerEmpty(res, status);
  } else {
    answer(res, status, body);
  }
}

/** Mute timings of the provisioning API (recording `mute-timings`). */
export function muteTimingRoutes(state: GrafanaState): Router {
  const router = Router();

  router.get(PATH, (_req, res) =>
    answer(
      res,
      200,
      [...state.muteTimings.values()]
        .sort((a, b) => compareTitles(a.name, b.name))
        .map(describeMuteTiming),
    ),
  );

  router.get(`${PATH}/:name`, (req, res, next) => {
    if (req.params.name === 'export') {
      next();
      return;
    }
    const timing = state.muteTimings.get(req.params.name);
    send(
      res,
      timing
        ? { status: 200, body: describeMuteTiming(timing) }
        : NO_MUTE_TIMING,
    );
  });

  router.use(PATH, (req, res, next) => {
    if (identityOf(req).role === 'Viewer') {
      answerForbidden(res, WRITE);
    } else {
      next();
    }
  });

  // A body that is none has no name and is refused for that.
  router.post(PATH, (req, res) =>
    send(res, createMuteTiming(state, readBody(req) ?? {}, provenanceOf(req))),
  );

  router.put(`${PATH}/:name`, (req, res) =>
    send(
      res,
      updateMuteTiming(
        state,
        req.params.name,
        readBody(req) ?? {},
        provenanceOf(req),
      ),
    ),
  );

  router.delete(`${PATH}/:name`, (req, res) => {
    const { version } = req.query;
    send(
      res,
      deleteMuteTiming(state, req.params.name, {
        version: version ? String(version) : undefined,
        provenance: provenanceOf(req),
      }),
    );
  });

  return router;
}
