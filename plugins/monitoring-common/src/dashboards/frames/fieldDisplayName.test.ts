import { cpuStopwatch } from '../__testUtils__/cpuStopwatch';
import oracle from '../__fixtures__/displayNames.json';
import { aField, aFrame } from '../__testUtils__/aFrame';
import { DataFrame } from './DataFrame';
import { fieldDisplayName } from './fieldDisplayName';

const series = (
  labels?: Record<string, string>,
  config: object = {},
): DataFrame =>
  aFrame('A', aField('Time', [1]), aField('Value', [1], { labels, config }));
const A = { instance: 'a', job: 'x' };

const FRAMES: Record<string, DataFrame[]> = {
  'two series one differing label': [
    series(A),
    series({ ...A, instance: 'b' }),
  ],
  'two series two differing labels': [
    series(A),
    series({ instance: 'b', job: 'y' }),
  ],
  'one series, labels': [series(A)],
  'one series, no labels': [series()],
  displayNameFromDS: [
    series(A, { displayNameFromSource: 'legend a' }),
    series(A, { displayNameFromSource: 'legend b' }),
  ],
  'config.displayName w/ template': [
    series(A, { displayName: 'X ${__field.labels.instance}' }),
  ],
};

describe('fieldDisplayName', () => {
  it.each(oracle.cases as [string, string[][]][])(
    'is that of Grafana: %s',
    (name, expected) => {
      const frames = FRAMES[name];
      expect(
        frames.map(frame =>
          frame.fields.map(field => fieldDisplayName(field, frame, frames)),
        ),
      ).toEqual(expected);
    },
  );

  it('is the value of the only label, when all have no other', () => {
    const frames = [series({ pod: 'a' }), series({ pod: 'b' }), series({})];
    expect(
      frames.map(frame => fieldDisplayName(frame.fields[1], frame, frames)),
    ).toEqual(['a', 'b', 'Value']);
  });

  it('is the name of the frame, where that tells series apart', () => {
    const frames = [
      { ...series(), name: 'one' },
      { ...series({ pod: 'a' }), name: 'two' },
    ];
    expect(
      frames.map(frame => fieldDisplayName(frame.fields[1], frame, frames)),
    ).toEqual(['one', 'two a']);
  });

  it('numbers columns of the same name', () => {
    const frame = aFrame('A', aField('pod', ['a']), aField('pod', ['b']));
    expect(frame.fields.map(field => fieldDisplayName(field, frame))).toEqual([
      'pod 1',
      'pod 2',
    ]);
  });

  it('is quick for ten thousand series', () => {
    const frames = Array.from({ length: 10_000 }, (_, index) =>
      series({ pod: String(index) }),
    );
    const seconds = cpuStopwatch();
    for (const frame of frames) {
      fieldDisplayName(frame.fields[1], frame, frames);
    }
    expect(seconds()).toBeLessThan(0.5);
  });
});
