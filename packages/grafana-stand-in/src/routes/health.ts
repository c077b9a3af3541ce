import { Router } from 'express';
import { answerWithCharset } from '../http/answers';

/** `GET /api/health`: no credentials are looked at. */
export function healthRoutes(): Router {
  const router = Router({ strict: true });
  router.get('/api/health', (_req, res) =>
    answerWithCharset(res, 200, {
      database: 'ok',
      version: '12.4.0',
      commit: 'local',
    }),
  );
  return router;
}
