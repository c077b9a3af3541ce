import { chooseDialect } from './chooseDialect';
import { dialectOf } from './dialectOf';
import { dialectProbes } from './dialectProbes';
import { foundDuration } from './foundDuration';

const dialects = [
  { id: 'new', title: 'New', count: 'new_total' },
  { id: 'old', title: 'Old, as it was', count: 'old_total', tells: 'code!=""' },
];

const context = {
  entityRef: 'component:default/a',
  name: 'a',
  title: 'A',
  selector: 'service="a"',
  options: {},
};

const choose = (more: object) =>
  chooseDialect(
    dialects,
    { ...context, ...more },
    {
      pack: 'sample',
      subject: 'samples',
    },
  );

describe('chooseDialect', () => {
  it.each<[string, object, string]>([
    [
      'the first that is there, whatever the order of the answer',
      { found: ['old', 'new'] },
      'new',
    ],
    ['the only one that is there', { found: ['old'] }, 'old'],
    [
      'what the annotation names, though it is not there',
      { found: ['new'], options: { dialect: 'old' } },
      'old',
    ],
    [
      'what the annotation names, though nobody could look',
      { options: { dialect: 'old' } },
      'old',
    ],
  ])('takes %s', (_what, more, id) => {
    expect(choose(more).dialect?.id).toBe(id);
  });

  it.each<[string, object, RegExp]>([
    [
      'an unknown name',
      { options: { dialect: 'olt' } },
      /no dialect 'olt' of samples; did you mean 'old'\. There are: new, old/,
    ],
    [
      'that nobody could look',
      {},
      /no Prometheus has answered yet.*sample\(dialect=new\)/,
    ],
    [
      'that nothing is there',
      { found: ['other'] },
      /service="a".*Looked for those of New, Old\..*sample\(dialect=new\)/,
    ],
  ])('says %s, and how to go on', (_what, more, message) => {
    expect(choose(more).lack).toMatch(message);
    expect(() => dialectOf(choose(more))).toThrow(message);
  });
});

describe('the buckets of a dialect', () => {
  const duration = {
    kind: 'histogram',
    metric: 'a_seconds',
    unitSeconds: 1,
    otherwise: 'mean',
  } as const;
  const dialect = {
    id: 'a',
    title: 'A',
    count: 'a_seconds_count',
    tells: 'route!=""',
    duration,
  };

  it('are looked for when not all have them', () => {
    expect(dialectProbes(dialect)).toEqual([
      { id: 'a', title: 'A', metric: 'a_seconds_count', matchers: 'route!=""' },
      {
        id: 'a-buckets',
        title: 'A, buckets',
        metric: 'a_seconds_bucket',
        matchers: 'route!=""',
      },
    ]);
    expect(
      dialectProbes({
        ...dialect,
        duration: { ...duration, otherwise: undefined },
      }),
    ).toHaveLength(1);
  });

  it.each([
    ['there when found', ['a', 'a-buckets'], 'histogram'],
    ['there while the service is away', [], 'histogram'],
    ['there while nobody could look', undefined, 'histogram'],
    ['not there when the rest is', ['a'], 'mean'],
  ])('are %s', (_what, found, kind) => {
    expect(foundDuration(dialect, found)?.kind).toBe(kind);
  });

  it('leave nothing where there is no mean', () => {
    expect(
      foundDuration(
        { id: 'a', duration: { ...duration, otherwise: 'nothing' } },
        ['a'],
      ),
    ).toBeUndefined();
  });
});
