import { authHeaders } from './authHeaders';
import { hideSecrets } from './hideSecrets';

describe('hideSecrets', () => {
  it.each([
    [
      'a token',
      { method: 'bearer', token: 'tok-123456' } as const,
      'Bearer tok-123456 is unknown; tok-123456',
      '(secret) is unknown; (secret)',
    ],
    [
      'a password, written or encoded',
      { method: 'basic', username: 'us', password: 'pass:word' } as const,
      'us:pass:word as dXM6cGFzczp3b3Jk',
      'us:(secret) as (secret)',
    ],
    [
      'headers of any name',
      { method: 'headers', headers: { 'x-key': 'abc+(def' } } as const,
      'key abc+(def is over its limit',
      'key (secret) is over its limit',
    ],
    [
      'nothing that is too short to be one',
      { method: 'headers', headers: { 'x-key': 'is' } } as const,
      'this is a sentence',
      'this is a sentence',
    ],
  ])('hides %s', (_, auth, text, hidden) => {
    expect(hideSecrets(text, authHeaders(auth))).toBe(hidden);
  });

  it('leaves the tenant, which errors name', () => {
    const headers = authHeaders({ method: 'none' }, 'team-media');
    expect(hideSecrets('no org team-media', headers)).toBe('no org team-media');
  });
});
