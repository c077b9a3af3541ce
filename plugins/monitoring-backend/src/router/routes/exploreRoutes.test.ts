import { mockServices } from '@backstage/backend-test-utils';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import express from 'express';
import request from 'supertest';
import { RouterOptions } from '../RouterOptions';
import { exploreRoutes } from './exploreRoutes';

const EXPRESSION = 'up{mail="ada@example.org"';

/** What the log holds of a query that ends so. */
async function auditedWith(query: () => Promise<unknown>) {
  const auditor = mockServices.auditor.mock();
  const event = { success: jest.fn(), fail: jest.fn() };
  auditor.createEvent.mockResolvedValue(event);
  const app = express();
  app.use(express.json());
  app.use(
    exploreRoutes({
      auditor,
      httpAuth: mockServices.httpAuth(),
      explorable: { readOne: async () => ({}) },
      explore: { query },
    } as unknown as RouterOptions),
  );
  app.use(
    (
      { message }: Error,
      _req: unknown,
      res: express.Response,
      _next: unknown,
    ) => {
      res.status(500).json({ message });
    },
  );
  const { body } = await request(app)
    .post('/v1/entities/component/default/ingestor/explore/query')
    .send({ expression: EXPRESSION, range: { from: 0, to: 1 } });
  const [{ eventId, meta }] = auditor.createEvent.mock.calls[0];
  return { event, eventId, meta, body };
}

describe('the audit of Explore', () => {
  it('tells who asked how much, and not what', async () => {
    const { event, eventId, meta } = await auditedWith(async () => ({}));
    expect(eventId).toBe('explore-query');
    expect(meta).toEqual({
      entityRef: 'component:default/ingestor',
      queryType: 'range',
      characters: EXPRESSION.length,
      sha256: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(event.success).toHaveBeenCalledWith();
    expect(event.fail).not.toHaveBeenCalled();
  });

  it('says that a query was refused, without what was typed', async () => {
    const { event, body } = await auditedWith(async () => {
      throw new InputError(`Unexpected end of '${EXPRESSION}'`);
    });
    const [{ error }] = event.fail.mock.calls[0];
    expect(error.message).toBe('The query was refused');
    expect(body.message).toContain(EXPRESSION);
  });

  it('says what failed beside that', async () => {
    const { event } = await auditedWith(async () => {
      throw new ServiceUnavailableError('Prometheus is away');
    });
    expect(event.fail).toHaveBeenCalledWith({
      error: expect.objectContaining({ message: 'Prometheus is away' }),
    });
  });
});
