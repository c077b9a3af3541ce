import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  AnswerBrakeRequest,
  DecideRequest,
  PauseRequest,
} from '@sightline/backstage-plugin-monitoring-common';
import { audited } from '../audited';
import {
  parseBrakeAnswer,
  parseRunListQuery,
  parseStepListQuery,
} from '../parseProvisioning';
import { RouterOptions } from '../RouterOptions';

/** Provisioning over all entities: how it stands, its runs, and what a person can say to it. */
export function provisioningRoutes(options: RouterOptions): Router {
  const { auditor, httpAuth, runs } = options;
  const router = PromiseRouter();

  const user = async (req: Request) => ({
    credentials: await httpAuth.credentials(req, { allow: ['user'] }),
  });

  router.get('/v1/provisioning', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    res.json(await runs.overview({ credentials }));
  });

  router.get('/v1/provisioning/runs', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = parseRunListQuery(req.query);
    res.json(await runs.listRuns(query, { credentials }));
  });

  router.get('/v1/provisioning/runs/:id', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    res.json(await runs.getRun(req.params.id, { credentials }));
  });

  router.get('/v1/provisioning/runs/:id/steps', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = parseStepListQuery(req.query);
    res.json(await runs.listSteps(req.params.id, query, { credentials }));
  });

  router.get('/v1/provisioning/shared', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    res.json(await runs.listShared({ credentials }));
  });

  router.get('/v1/provisioning/shared/comparison', async (req, res) => {
    res.json(await runs.compareShared(String(req.query.key), await user(req)));
  });

  router.post('/v1/provisioning/shared/decisions', async (req, res) => {
    const caller = await user(req);
    const decision = req.body as DecideRequest;
    const started = await audited(
      auditor,
      {
        eventId: 'decide-shared-object',
        severityLevel: 'medium',
        request: req,
        meta: { key: decision.key, decision: decision.decision },
      },
      () => runs.decideShared(decision, caller),
    );
    res.status(202).json(started);
  });

  router.post('/v1/provisioning/runs', async (req, res) => {
    const caller = await user(req);
    const started = await audited(
      auditor,
      {
        eventId: 'start-provisioning-run',
        severityLevel: 'medium',
        request: req,
      },
      () => runs.startRun(caller),
    );
    res.status(202).json(started);
  });

  router.post('/v1/provisioning/runs/:id/stop', async (req, res) => {
    const caller = await user(req);
    const { id } = req.params;
    await audited(
      auditor,
      {
        eventId: 'stop-provisioning-run',
        severityLevel: 'medium',
        request: req,
        meta: { id },
      },
      () => runs.stopRun(id, caller),
    );
    res.status(204).end();
  });

  router.post('/v1/provisioning/brake', async (req, res) => {
    const caller = await user(req);
    const answer = req.body as AnswerBrakeRequest;
    await audited(
      auditor,
      {
        eventId: 'answer-provisioning-brake',
        severityLevel: answer.answer === 'delete' ? 'high' : 'medium',
        request: req,
        meta: { ...answer },
      },
      async () => runs.answerBrake(parseBrakeAnswer(answer), caller),
    );
    res.status(204).end();
  });

  router.put('/v1/provisioning/pause', async (req, res) => {
    const caller = await user(req);
    const pause = req.body as PauseRequest;
    await audited(
      auditor,
      {
        eventId: 'pause-provisioning',
        severityLevel: 'medium',
        request: req,
        meta: { ...pause },
      },
      () => runs.pause(pause, caller),
    );
    res.status(204).end();
  });

  router.delete('/v1/provisioning/pause', async (req, res) => {
    const caller = await user(req);
    await audited(
      auditor,
      {
        eventId: 'resume-provisioning',
        severityLevel: 'medium',
        request: req,
      },
      () => runs.resume(caller),
    );
    res.status(204).end();
  });

  return router;
}
