import { mockServices } from '@backstage/backend-test-utils';
import { MetricTypes } from './MetricTypes';

describe('MetricTypes', () => {
  it('asks in the name of whoever looks, and knows series by their metric', async () => {
    const metadata = jest.fn(
      async () =>
        new Map([['latency', { type: 'histogram', help: 'How long' }]]),
    );
    const types = MetricTypes.create({
      client: { id: 'eu', metadata },
      logger: mockServices.logger.mock(),
      now: () => 0,
    });
    const typeOf = await types.read({ caller: 'lea' });
    expect(typeOf('latency_bucket')).toMatchObject({ type: 'histogram' });
    expect(metadata).toHaveBeenCalledWith(
      expect.objectContaining({ caller: 'lea' }),
    );
  });
});
