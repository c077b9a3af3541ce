import { networkFailure } from './networkFailure';

describe('networkFailure', () => {
  it.each([
    ['ECONNREFUSED', 'connection refused'],
    [
      'ERR_DENIED_ADDRESS',
      'its name leads to an address that denyAddresses holds',
    ],
    [
      'SELF_SIGNED_CERT_IN_CHAIN',
      'its certificate is of an authority that is not trusted; name it in tls.ca',
    ],
    ['EWHATEVER', 'the connection failed'],
    [undefined, 'the connection failed'],
  ])('says what %s means, and no address', (code, reason) => {
    const cause = Object.assign(new Error('10.1.2.3:9090'), { code });
    expect(
      networkFailure("Prometheus 'x'", new TypeError('fetch failed', { cause }))
        .message,
    ).toBe(`Prometheus 'x' does not answer: ${reason}`);
  });
});
