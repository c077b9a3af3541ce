import { Router } from 'express';
import { answer } from '../http/answers';

const ADDRESS = {
  address1: '',
  address2: '',
  city: '',
  zipCode: '',
  state: '',
  country: '',
};

/** `GET /api/org`: the one organisation of a stand-in (recording `health`). */
export function organisationRoutes(): Router {
  const router = Router();
  router.get('/api/org', (_req, res) =>
    answer(res, 200, { id: 1, name: 'Main Org.', address: ADDRESS }),
  );
  return router;
}
