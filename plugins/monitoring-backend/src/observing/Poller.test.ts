import { mockServices } from '@backstage/backend-test-utils';
import { Poller } from './Poller';

/** A schedule that runs when it is told to. */
function aClock() {
  const waiting: { run: () => void; milliseconds: number }[] = [];
  return {
    waiting,
    schedule: (run: () => void, milliseconds: number) => {
      const entry = { run, milliseconds };
      waiting.push(entry);
      return () => {
        waiting.splice(waiting.indexOf(entry), 1);
      };
    },
    tick: () => waiting.shift()?.run(),
  };
}

const settle = () => new Promise(resolve => setImmediate(resolve));

describe('Poller', () => {
  const logger = mockServices.logger.mock();

  it('polls at once, and again after the interval', async () => {
    const { schedule, tick, waiting } = aClock();
    const poll = jest.fn().mockResolvedValue(undefined);
    const poller = Poller.create({
      name: 'SLOs',
      interval: 60_000,
      poll,
      logger,
      schedule,
    });
    poller.start();
    poller.start();
    await settle();
    expect(poll).toHaveBeenCalledTimes(1);
    expect(waiting[0].milliseconds).toBe(60_000);
    tick();
    await settle();
    expect(poll).toHaveBeenCalledTimes(2);
  });

  it('goes on after a failure, and says so', async () => {
    const { schedule, tick } = aClock();
    const poll = jest
      .fn()
      .mockRejectedValueOnce(new Error('no route'))
      .mockResolvedValue(undefined);
    Poller.create({
      name: 'Reading the SLOs',
      interval: 60_000,
      poll,
      logger,
      schedule,
    }).start();
    await settle();
    expect(logger.warn).toHaveBeenCalledWith(
      'Reading the SLOs failed and is tried again in 60 s: Error: no route',
    );
    tick();
    await settle();
    expect(poll).toHaveBeenCalledTimes(2);
  });

  it('aborts the poll under way when it is stopped, and does not poll again', async () => {
    const { schedule, waiting } = aClock();
    let aborted = false;
    const poller = Poller.create({
      name: 'SLOs',
      interval: 1,
      logger,
      schedule,
      poll: signal =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            aborted = true;
            reject(signal.reason);
          });
        }),
    });
    poller.start();
    await poller.stop();
    expect(aborted).toBe(true);
    expect(waiting).toHaveLength(0);
  });
});
