import { mockErrorHandler } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import express from 'express';
import request from 'supertest';
import { UpstreamUnavailableError } from '../sources/http';
import { sayWhenToRetry } from './sayWhenToRetry';

describe('sayWhenToRetry', () => {
  const answerTo = (error: Error) =>
    request(
      express()
        .get('/', (_req, _res, next) => next(error))
        .use(sayWhenToRetry)
        .use(mockErrorHandler()),
    ).get('/');

  it('says when it is worth asking again, in whole seconds', async () => {
    const answer = await answerTo(
      new UpstreamUnavailableError("Prometheus 'x' is down", 4_200),
    );
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.body.error).toMatchObject({
      name: 'ServiceUnavailableError',
      message: "Prometheus 'x' is down",
      retryAfterSeconds: 5,
    });
  });

  it('says nothing when nobody knows', async () => {
    const answer = await answerTo(new ServiceUnavailableError('down'));
    expect(answer.status).toBe(503);
    expect(answer.headers).not.toHaveProperty('retry-after');
  });
});
