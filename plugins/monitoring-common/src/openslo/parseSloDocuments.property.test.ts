import fc from 'fast-check';
import { stringify } from 'yaml';
import { anSlo, aPolicy, aText } from './__testUtils__/anSlo';
import { parseSloDocuments } from './parseSloDocuments';

const GOOD = aText(anSlo({ alertPolicies: [aPolicy()] }), {
  version: 'prometheus/v1',
  service: 'a',
  slos: [
    {
      name: 'b',
      objective: 99.9,
      sli: {
        events: {
          error_query: 'sum(rate(x{a="b"}[{{.window}}]))',
          total_query: 'sum(rate(x[{{.window}}]))',
        },
      },
    },
  ],
});

/** Whatever comes out has to hold together. */
function assertWhole(text: string) {
  const { definitions, problems, invalid } = parseSloDocuments(text);
  const lines = text.split(/\r\n|\r|\n/).length;
  for (const problem of problems) {
    expect(problem.message).not.toMatch(/undefined|NaN|\[object/);
    expect(problem.line).toBeGreaterThan(0);
    expect(problem.line).toBeLessThanOrEqual(lines + 1);
  }
  for (const { name, objective, sliName } of definitions) {
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(sliName).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(Number(objective)).toBeGreaterThan(0);
    expect(Number(objective)).toBeLessThan(1);
  }
  for (const { name, message } of invalid) {
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(message).not.toBe('');
  }
  if (definitions.length === 0) {
    expect(problems.length).toBeGreaterThan(0);
  }
}

const KEYS = [
  ...['apiVersion', 'kind', 'metadata', 'spec', 'name', 'labels', '__proto__'],
  ...['objectives', 'target', 'indicator', 'ratioMetric', 'alertPolicies'],
  ...['timeWindow', 'constructor', 'toString', 'slos', 'sli', 'service', '<<'],
];

const anything: fc.Arbitrary<unknown> = fc.letrec(tie => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('openslo/v1', 'SLO', 'a', '30d', '1m', 'x[$window]', ''),
    fc.oneof(fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(fc.constantFrom(...KEYS), fc.string()),
      tie('value'),
      {
        maxKeys: 6,
      },
    ),
  ),
})).value;

describe('parseSloDocuments', () => {
  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text =>
        expect(() => assertWhole(text)).not.toThrow(),
      ),
      { numRuns: 500 },
    );
  });

  it('never throws, whatever a good text is damaged by', () => {
    const noise = fc.oneof(
      fc.constantFrom(
        ...[
          '&a',
          '*a',
          '<<: *a',
          '!!set',
          '%YAML 1.1',
          '---',
          '...',
          '? ',
          '- ',
        ],
        ...[
          '[',
          '{',
          '}',
          ']',
          '"',
          "'",
          '|',
          '>',
          '\t',
          '\r',
          '\0',
          ': ',
          '#',
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            at: fc.nat({ max: GOOD.length }),
            cut: fc.nat({ max: 20 }),
            noise,
          }),
          { minLength: 1, maxLength: 6 },
        ),
        damages => {
          let text = GOOD;
          for (const damage of damages) {
            text =
              text.slice(0, damage.at) +
              damage.noise +
              text.slice(damage.at + damage.cut);
          }
          expect(() => assertWhole(text)).not.toThrow();
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('never throws, whatever stands in a field', () => {
    const slo = anSlo({ alertPolicies: [aPolicy()] });
    const paths = pathsOf(slo);
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.constantFrom(
          ...[
            null,
            '',
            'x',
            0,
            -1,
            1e300,
            true,
            [],
            {},
            [[]],
            { a: 1 },
            [null],
          ],
        ),
        anything,
        (path, plain, other) => {
          expect(() =>
            assertWhole(stringify(replace(slo, path, plain))),
          ).not.toThrow();
          expect(() =>
            assertWhole(stringify(replace(slo, path, other))),
          ).not.toThrow();
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never throws, whatever the document', () => {
    fc.assert(
      fc.property(anything, value =>
        expect(() => assertWhole(stringify(value) ?? '')).not.toThrow(),
      ),
      { numRuns: 500 },
    );
  });
});

function pathsOf(value: unknown, path: string[] = []): string[][] {
  return value !== null && typeof value === 'object'
    ? [
        path,
        ...Object.entries(value).flatMap(([key, item]) =>
          pathsOf(item, [...path, key]),
        ),
      ]
    : [path];
}

function replace(value: any, [key, ...rest]: string[], by: unknown): unknown {
  if (key === undefined) {
    return by;
  }
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[key] = replace(value[key], rest, by);
  return copy;
}
