import { object } from './__testUtils__/builders';
import { GrafanaMuteTiming, MuteTimingsApi } from './api/MuteTimingsApi';
import { GrafanaMuteTimings } from './GrafanaMuteTimings';
import { hashMuteTiming, muteTimingName } from './muteTimings';

const NAME = muteTimingName('nights');
const WEEKEND = [{ weekdays: ['saturday', 'sunday'] }];

const wanted = {
  ...object('mute-timing', NAME, { time_intervals: WEEKEND }),
  entityRef: 'sightline/default',
};

/** A Grafana in memory; `failures` are thrown by the next writes. */
function setUp(stored: GrafanaMuteTiming[] = [], failures: Error[] = []) {
  const timings = new Map(stored.map(timing => [timing.name, timing]));
  const save = async (timing: GrafanaMuteTiming) => {
    const failure = failures.shift();
    if (failure) {
      throw failure;
    }
    timings.set(timing.name, { ...timing, provenance: 'api' });
  };
  const api = {
    list: async () => [...timings.values()],
    find: async (name: string) => timings.get(name),
    create: save,
    update: save,
    remove: async ({ name }: GrafanaMuteTiming) => {
      timings.delete(name);
    },
  } as unknown as MuteTimingsApi;
  const muteTimings = new GrafanaMuteTimings(api, {
    owner: 'sightline/default',
    publicUrl: 'https://grafana',
    wait: async () => {},
  });
  return { muteTimings, timings };
}

describe('GrafanaMuteTimings', () => {
  it('writes one, and counts what stands there as written', async () => {
    const { muteTimings } = setUp();
    await muteTimings.write(wanted, undefined);
    expect(await muteTimings.list([wanted])).toEqual([
      expect.objectContaining({
        uid: NAME,
        hash: wanted.hash,
        owner: { entityRef: 'sightline/default', hash: wanted.hash },
      }),
    ]);
  });

  it('writes one in the form in which Grafana takes it', async () => {
    const { muteTimings, timings } = setUp();
    const content = { time_intervals: [{ days_of_month: ['01 : 07'] }] };
    await muteTimings.write(
      { ...wanted, content, hash: hashMuteTiming(content) },
      undefined,
    );
    expect(timings.get(NAME)?.time_intervals).toEqual([
      { days_of_month: ['1:7'] },
    ]);
  });

  it('tries again what lost a race for the one document', async () => {
    const { muteTimings, timings } = setUp(
      [],
      [Object.assign(new Error('500'), { name: 'ServiceUnavailableError' })],
    );
    await muteTimings.write(wanted, undefined);
    expect(timings.has(NAME)).toBe(true);
  });

  it('lists what is ours and nobody wants, and nothing of others', async () => {
    const { muteTimings } = setUp([
      { name: NAME, time_intervals: WEEKEND, provenance: 'api' },
      { name: 'theirs', time_intervals: WEEKEND, provenance: 'api' },
      { name: muteTimingName('hand'), time_intervals: WEEKEND },
    ]);
    expect((await muteTimings.list([])).map(({ uid }) => uid)).toEqual([NAME]);
  });

  it.each([
    [undefined, { adoptable: true }],
    ['file', { obstacle: expect.stringContaining('comes from a file') }],
  ])(
    'takes none with provenance %s that has our name',
    async (provenance, expected) => {
      const { muteTimings } = setUp([
        { name: NAME, time_intervals: [], provenance },
      ]);
      const [actual] = await muteTimings.list([wanted]);
      expect(actual).toMatchObject(expected);
      expect(actual.owner).toBeUndefined();
    },
  );

  it('does not write over or delete what changed in the meantime', async () => {
    const { muteTimings, timings } = setUp();
    await muteTimings.write(wanted, undefined);
    const [seen] = await muteTimings.list([wanted]);
    timings.set(NAME, { name: NAME, time_intervals: [], provenance: 'api' });
    for (const attempt of [
      muteTimings.write(wanted, seen),
      muteTimings.remove(seen),
    ]) {
      await expect(attempt).rejects.toThrow(/changed by someone else/);
    }
  });
});

describe('the hash of a mute timing', () => {
  // What 12.4 makes of them (recording `mute-timings`, and as seen).
  it.each([
    [{ months: ['december'] }, { months: ['12'] }],
    [{ months: ['June:august'] }, { months: ['6:8'] }],
    [{ weekdays: ['Monday:Friday'] }, { weekdays: ['monday:friday'] }],
    [{ weekdays: ['monday:monday'] }, { weekdays: ['monday'] }],
    [{ days_of_month: ['01 : 07'] }, { days_of_month: ['1:7'] }],
    [{ days_of_month: ['-1'], years: [] }, { days_of_month: ['-1'] }],
    [{ years: ['2027:2027'] }, { years: ['2027'] }],
  ])('is the same for %j and %j', (sent, read) => {
    expect(hashMuteTiming({ time_intervals: [sent] })).toBe(
      hashMuteTiming({ time_intervals: [read] }),
    );
  });

  it.each([
    [{ months: ['12'] }, { months: ['11'] }],
    [{ weekdays: ['monday'] }, { weekdays: ['monday:friday'] }],
    [{ days_of_month: ['1:7'] }, { days_of_month: ['1', '7'] }],
  ])('is another one for %j and %j', (one, other) => {
    expect(hashMuteTiming({ time_intervals: [one] })).not.toBe(
      hashMuteTiming({ time_intervals: [other] }),
    );
  });
});
