import { RetryLaterError } from '@sightline/backstage-plugin-monitoring-node';
import { readGrafanaAnswer } from './readGrafanaAnswer';

const now = new Date('2026-01-02T03:04:05Z');

function errorOf(answer: {
  status: number;
  body?: string;
  retryAfter?: string;
}) {
  try {
    readGrafanaAnswer("Grafana 'a'", { body: '', ...answer }, { now });
    throw new Error('It threw nothing');
  } catch (error) {
    return error as Error & { retryAfter?: number };
  }
}

describe('readGrafanaAnswer', () => {
  it.each([
    [429, '7', 7],
    [503, '120', 120],
    [429, 'Fri, 02 Jan 2026 03:05:05 GMT', 60],
    [429, 'Fri, 02 Jan 2026 03:00:00 GMT', 0],
    [429, 'soon', undefined],
    [429, undefined, undefined],
  ])('leaves a Grafana in peace (%s, %s)', (status, retryAfter, expected) => {
    const error = errorOf({ status, retryAfter });
    expect(error).toBeInstanceOf(RetryLaterError);
    expect(error.retryAfter).toBe(expected);
  });

  it.each([
    '{"message":"Quota reached"}',
    '{"message":"data_source Quota reached"}',
    '{"message":"quota has been exceeded"}',
    '{"kind":"Status","message":"dashboards.dashboard.grafana.app \\"k1\\" is forbidden: Dashboard quota reached"}',
  ])('says what a reached quota means (%s)', body => {
    expect(errorOf({ status: 403, body }).message).toMatch(
      /has reached the quota of its organisation.*is kept.*raise the quota/,
    );
  });

  it.each([
    [400, 'InputError'],
    [401, 'ServiceUnavailableError'],
    [403, 'NotAllowedError'],
    [409, 'ConflictError'],
    [412, 'ConflictError'],
    [500, 'ServiceUnavailableError'],
    [503, 'ServiceUnavailableError'],
  ])('reads %s as %s', (status, name) => {
    expect(errorOf({ status, body: '{"kind":"Status"}' }).name).toBe(name);
  });

  it('repeats no secret', () => {
    const body = '{"message":"bad url https://x and s3cret"}';
    expect(() =>
      readGrafanaAnswer(
        "Grafana 'a'",
        { status: 400, body },
        { now, secrets: ['s3cret'] },
      ),
    ).toThrow(/^(?!.*s3cret).*\(secret\)/);
  });
});
