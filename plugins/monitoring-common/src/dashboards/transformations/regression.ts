import { DataField } from '../frames/DataFrame';
import { compileFieldMatcher } from '../frames/fieldMatches';
import { fieldDisplayName } from '../frames/fieldDisplayName';
import { asNumber, asText } from '../model/json';
import { fitPolynomial } from './fitPolynomial';
import { newField } from './newField';
import { Transform } from './Transform';

const DEGREES = [
  'Quadratic',
  'Cubic',
  'Quartic',
  'Quintic',
  'Sextic',
  'Septic',
  'Octic',
  'Nonic',
  'Decic',
];
const MOST_POINTS = 10_000;

/** Adds a trend line: a straight one, or a polynomial. */
export const regression: Transform = (frames, options) => {
  const degree =
    options.modelType === 'polynomial'
      ? Math.round(asNumber(options.degree) ?? 2)
      : 1;
  const isX = compileFieldMatcher({
    id: 'byName',
    options: options.xFieldName,
  });
  const isY = compileFieldMatcher({
    id: 'byName',
    options: options.yFieldName,
  });
  const frame = frames.find(one =>
    one.fields.some(field => isY(field, one, frames)),
  );
  const xField = frame?.fields.find(field => isX(field, frame, frames));
  const yField = frame?.fields.find(field => isY(field, frame, frames));
  const isKnown =
    degree >= 1 &&
    degree <= 10 &&
    ['linear', 'polynomial'].includes(asText(options.modelType) ?? 'linear');
  if (!frame || !xField || !yField || !isKnown) {
    return frames;
  }
  const points = pointsOf(xField, yField);
  if (points.length === 0) {
    return frames;
  }
  const xs = numbersOf(xField);
  const [least, most] = xs.reduce(
    ([low, high], x) => [Math.min(low, x), Math.max(high, x)],
    [Infinity, -Infinity],
  );
  // Times are so large that their powers would lose all digits.
  const start = xField.type === 'time' ? least : 0;
  const predict = fitPolynomial(
    points.map(([x, y]) => [x - start, y]),
    degree,
  );
  const count = Math.min(
    MOST_POINTS,
    Math.max(2, Math.round(asNumber(options.predictionCount) ?? 100)),
  );
  const places = Array.from({ length: count }, (_, index) =>
    index === count - 1 ? most : least + (index * (most - least)) / (count - 1),
  );
  const name =
    options.modelType === 'polynomial'
      ? `${DEGREES[degree - 2] ?? ''} polynomial regression`
      : 'Linear regression';
  return [
    ...frames,
    {
      name: name.trim(),
      fields: [
        newField(xField.name, xField.type, places),
        newField(
          fieldDisplayName(yField, frame, frames),
          yField.type,
          places.map(x => predict(x - start)),
        ),
      ],
    },
  ];
};

function numbersOf({ values }: DataField): number[] {
  return values.filter(
    (value): value is number =>
      typeof value === 'number' && Number.isFinite(value),
  );
}

function pointsOf(x: DataField, y: DataField): [number, number][] {
  return x.values.flatMap((place, row): [number, number][] => {
    const value = y.values[row];
    return typeof place === 'number' &&
      Number.isFinite(place) &&
      typeof value === 'number' &&
      Number.isFinite(value)
      ? [[place, value]]
      : [];
  });
}
