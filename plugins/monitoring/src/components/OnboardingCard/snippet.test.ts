import { onboardingSnippet } from './snippet';

describe('onboardingSnippet', () => {
  it('is YAML that can be pasted as it is', () => {
    expect(onboardingSnippet('caption-service', ['http', 'postgresql'])).toBe(
      `metadata:
  name: caption-service
  annotations:
    monitoring/packs: http, postgresql
    monitoring/slos: availability 99.9% 30d`,
    );
  });
});
