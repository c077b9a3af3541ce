import { JsonValue } from '@backstage/types';
import { asObject } from '../model/json';
import { filterFieldsByName } from './filterFieldsByName';
import { order } from './order';
import { rename } from './rename';
import { Transform } from './Transform';

/** Leaves fields out, puts the others in order, and names them. */
export const organize: Transform = (frames, options, context) => {
  const { includeByName, excludeByName } = options;
  const kept = filterFieldsByName(
    frames,
    {
      include: { names: chosen(includeByName) },
      exclude: { names: chosen(excludeByName) },
    },
    context,
  );
  return rename(order(kept, options, context), options, context);
};

function chosen(json: JsonValue | undefined): string[] {
  return Object.entries(asObject(json)).flatMap(([name, isChosen]) =>
    isChosen ? [name] : [],
  );
}
