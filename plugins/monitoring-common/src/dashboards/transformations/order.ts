import { DataField, DataFrame } from '../frames/DataFrame';
import { fieldDisplayName } from '../frames/fieldDisplayName';
import { asObject, asObjects, asText } from '../model/json';
import { withFields } from './keepNames';
import { Transform } from './Transform';

const compareTexts = new Intl.Collator('en', {
  sensitivity: 'base',
  numeric: true,
}).compare;

/** Puts fields into the order that the author gave them, or that of their names or labels. */
export const order: Transform = (frames, options) => {
  const compare =
    options.orderByMode === 'auto'
      ? byNameOrLabel(options.orderBy)
      : byPlace(options.indexByName);
  return frames.map(frame => {
    const compareFields = compare(frame, frames);
    return withFields(frame, [...frame.fields].sort(compareFields), frames);
  });
};

type Comparer = (
  frame: DataFrame,
  frames: DataFrame[],
) => (a: DataField, b: DataField) => number;

function byPlace(json: unknown): Comparer {
  const places = asObject(json);
  return (frame, frames) => {
    const placeOf = new Map(
      frame.fields.map(field => {
        const name = fieldDisplayName(field, frame, frames);
        const place = Object.hasOwn(places, name) ? places[name] : undefined;
        return [
          field,
          Number.isInteger(place) ? Number(place) : Number.MAX_SAFE_INTEGER,
        ];
      }),
    );
    return (a, b) => placeOf.get(a)! - placeOf.get(b)!;
  };
}

/** The first field of times stays first. */
function byNameOrLabel(json: unknown): Comparer {
  const rules = asObjects(json);
  return (frame, frames) => {
    const time = frame.fields.find(({ type }) => type === 'time');
    const textOf = (field: DataField, rule: (typeof rules)[number]) =>
      rule.type === 'name'
        ? fieldDisplayName(field, frame, frames)
        : field.labels?.[asText(rule.name) ?? ''] ?? '';
    return (a, b) => {
      if (a === time || b === time) {
        return a === time ? -1 : 1;
      }
      for (const rule of rules) {
        const result = compareTexts(textOf(a, rule), textOf(b, rule));
        if (result !== 0) {
          return rule.desc === true ? -result : result;
        }
      }
      return 0;
    };
  };
}
