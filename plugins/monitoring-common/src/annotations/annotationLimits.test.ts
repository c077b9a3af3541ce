import { MONITORING_ANNOTATIONS } from './constants';
import { parseMonitoringSpec } from './parseMonitoringSpec';
import { PROVISION_KINDS } from './parseProvision';
import {
  anEntity,
  OPTIONS,
  parseAnnotations,
} from './__testUtils__/parseAnnotations';

describe('limits of annotations', () => {
  it('knows the installed packs and the configured channels', () => {
    const { value, problems } = parseMonitoringSpec(
      anEntity({
        'monitoring/packs': 'http, postgres',
        'monitoring/notify': 'media-slak',
        'monitoring/mute': 'weekend',
      }),
      {
        ...OPTIONS,
        knownPacks: ['http', 'postgresql'],
        knownChannels: ['media-slack'],
        knownMuteTimings: ['weekends'],
      },
    );
    expect(value.packs).toEqual([{ id: 'http', options: {} }]);
    expect(value.notify).toEqual([]);
    expect(problems.map(({ message }) => message)).toEqual([
      "No pack 'postgres' is installed; did you mean 'postgresql'? There are: http, postgresql. The other packs are used",
      "No channel 'media-slak' is configured; did you mean 'media-slack'? There are: media-slack. The other channels are used",
      "No mute timing 'weekend' is configured; did you mean 'weekends'? There are: weekends. The other mute timings are used",
    ]);
    expect(problems[0].position).toEqual({ offset: 6, length: 8 });
  });

  it.each(MONITORING_ANNOTATIONS)('says that %s is empty', annotation => {
    const { value, problems } = parseAnnotations({ [annotation]: ' \n ' });
    expect(problems).toHaveLength(1);
    expect(problems[0].annotation).toBe(annotation);
    expect(value).toEqual({
      ...parseAnnotations({}).value,
      optedIn: value.optedIn,
      provision: annotation === 'monitoring/provision' ? [] : PROVISION_KINDS,
    });
  });

  it.each([
    [
      'monitoring/packs',
      Array.from({ length: 51 }, (_, i) => `p${i}`),
      'packs',
    ],
    ['monitoring/slos', Array(21).fill('uptime 99%'), 'slos'],
    [
      'monitoring/alerts',
      Array.from({ length: 101 }, (_, i) => `A${i}: off`),
      'alertOverrides',
    ],
    [
      'monitoring/dashboards',
      Array.from({ length: 51 }, (_, i) => `uid:${i}`),
      'dashboards',
    ],
    [
      'monitoring/environments',
      Array.from({ length: 11 }, (_, i) => `e${i}(selector: env="${i}")`),
      'environments',
    ],
    ['monitoring/mute', Array.from({ length: 21 }, (_, i) => `m${i}`), 'mute'],
  ] as const)('says from where on %s is too long', (annotation, parts, key) => {
    const text = parts.join(';');
    const { value, problems } = parseAnnotations({ [annotation]: text });
    expect(value[key]).toHaveLength(parts.length - 1);
    expect(problems).toHaveLength(1);
    expect(text.slice(problems[0].position!.offset)).toBe(parts.at(-1));
  });

  it.each(MONITORING_ANNOTATIONS)(
    'leaves a %s of a megabyte out',
    annotation => {
      const { value, problems } = parseAnnotations({
        [annotation]: 'a'.repeat(1_000_000),
      });
      expect(problems).toEqual([
        expect.objectContaining({
          annotation,
          message: expect.stringMatching(
            /longer than (?:10000|200000) characters/,
          ),
        }),
      ]);
      expect(value).toEqual({
        ...parseAnnotations({}).value,
        optedIn: value.optedIn,
      });
    },
  );

  it('leaves prototypes as they are', () => {
    const { value } = parseAnnotations({
      'monitoring/packs': 'http(constructor=a, toString=b, __proto__=c)',
    });
    expect(Object.entries(value.packs[0].options)).toEqual([
      ['constructor', 'a'],
      ['toString', 'b'],
    ]);
    expect(Object.prototype.toString.call({})).toBe('[object Object]');
  });
});
