import fc from 'fast-check';
import { compareLabels, labelPairs } from './compareLabels';
import { cutExtent } from './cutExtent';
import { Extent } from './Extent';
import { mergeExtents } from './mergeExtents';
import { missingRanges } from './missingRanges';
import { packSeries } from './packSeries';
import { Span } from './Span';
import { unpackSeries } from './unpackSeries';

/** Labels → index of the moment → value: the model that knows nothing of extents. */
type Model = Map<string, Map<number, number>>;

const LAST = 30;
const ODD = [0, -0, NaN, Infinity, -Infinity, 5e-324, 0.1, -1e22];

const index = fc.integer({ min: 0, max: LAST });
const range = fc.tuple(index, index).map(ends => ({
  from: Math.min(...ends),
  to: Math.max(...ends),
}));
const labels = fc
  .uniqueArray(fc.constantFrom('', 'a', 'b', 'ab', 'é', '\uffee', '😀'), {
    maxLength: 4,
  })
  .map(values => values.map(value => (value ? { name: value } : {})));

/** What a server answers at a time: its series come, go and change. */
const world: fc.Arbitrary<Model> = labels.chain(all =>
  fc
    .tuple(
      ...all.map(() =>
        fc.array(fc.option(fc.constantFrom(...ODD), { nil: undefined }), {
          minLength: LAST + 1,
          maxLength: LAST + 1,
        }),
      ),
    )
    .map(
      rows =>
        new Map(
          rows.map((row, place) => [
            JSON.stringify(all[place]),
            new Map(
              row.flatMap((value, at) =>
                value === undefined ? [] : [[at, value] as const],
              ),
            ),
          ]),
        ),
    ),
);

function spanOf(
  { from, to }: { from: number; to: number },
  start: number,
  step: number,
): Span {
  return { start: start + from * step, end: start + to * step };
}

function answerOf(model: Model, span: Span, start: number, step: number) {
  return [...model]
    .map(([text, values]) => {
      const inSpan = [...values].filter(([at]) => {
        const moment = start + at * step;
        return moment >= span.start && moment <= span.end;
      });
      return {
        labels: JSON.parse(text) as Record<string, string>,
        times: inSpan.map(([at]) => (start + at * step) / 1_000),
        values: inSpan.map(([, value]) => value),
      };
    })
    .filter(({ times }) => times.length > 0)
    .sort((a, b) => compareLabels(labelPairs(a.labels), labelPairs(b.labels)));
}

function fetchPart(
  model: Model,
  span: Span,
  start: number,
  step: number,
): Extent {
  const answer = answerOf(model, span, start, step);
  return {
    ...span,
    fetchedAt: 0,
    series: packSeries(answer, span, step)!,
  };
}

const grid = {
  start: fc.integer({ min: -1e6, max: 2e12 }),
  step: fc.integer({ min: 1, max: 1e7 }),
};

describe('mergeExtents', () => {
  it('knows after any fetches what was fetched last for each moment', () => {
    fc.assert(
      fc.property(
        fc.record(grid),
        fc.array(fc.tuple(range, world), { minLength: 1, maxLength: 6 }),
        range,
        ({ start, step }, fetches, looked) => {
          let extents: Extent[] = [];
          const latest: Model = new Map();
          const known = new Set<number>();
          for (const [part, model] of fetches) {
            const span = spanOf(part, start, step);
            extents = mergeExtents(
              extents,
              fetchPart(model, span, start, step),
              step,
            );
            for (let at = part.from; at <= part.to; at += 1) {
              known.add(at);
              latest.forEach(values => values.delete(at));
              for (const [text, values] of model) {
                if (values.has(at)) {
                  const into = latest.get(text) ?? new Map();
                  latest.set(text, into.set(at, values.get(at)!));
                }
              }
            }
          }
          latest.forEach((values, text) =>
            latest.set(text, new Map([...values].sort(([a], [b]) => a - b))),
          );
          const span = spanOf(looked, start, step);
          const unknown = new Set<number>();
          for (const gap of missingRanges(span, extents, step)) {
            for (let at = gap.start; at <= gap.end; at += step) {
              unknown.add((at - start) / step);
            }
          }
          for (let at = looked.from; at <= looked.to; at += 1) {
            expect(unknown.has(at)).toBe(!known.has(at));
          }
          const cuts = extents.flatMap(one => cutExtent(one, span, step) ?? []);
          for (const cut of cuts) {
            expect(cut.series.map(one => unpackSeries(one, step))).toEqual(
              answerOf(latest, cut, start, step),
            );
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('answers as if it had been asked at once, however the parts were fetched', () => {
    fc.assert(
      fc.property(
        fc.record(grid),
        world,
        fc.array(range, { maxLength: 5 }),
        range,
        ({ start, step }, model, fetches, asked) => {
          let extents: Extent[] = [];
          for (const part of fetches) {
            const span = spanOf(part, start, step);
            extents = mergeExtents(
              extents,
              fetchPart(model, span, start, step),
              step,
            );
          }
          const span = spanOf(asked, start, step);
          for (const part of missingRanges(span, extents, step)) {
            extents = mergeExtents(
              extents,
              fetchPart(model, part, start, step),
              step,
            );
          }
          const whole = extents.find(
            one => one.start <= span.start && one.end >= span.end,
          );
          expect(
            cutExtent(whole!, span, step)!.series.map(one =>
              unpackSeries(one, step),
            ),
          ).toEqual(answerOf(model, span, start, step));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keeps the oldest time of what it puts together', () => {
    const part = (start: number, end: number, fetchedAt: number) => ({
      start,
      end,
      fetchedAt,
      series: [],
    });
    expect(
      mergeExtents([part(0, 10, 5), part(40, 50, 7)], part(11, 20, 9), 1),
    ).toEqual([part(0, 20, 5), part(40, 50, 7)]);
  });
});
