import { MONITORING_ANNOTATION_PACKS } from './constants';
import { nearestName } from './nearestName';
import { Place, ProblemList } from './ProblemList';
import { readList } from './readList';
import { splitList } from './splitList';
import { PackReference, Parsed } from './types';

const PACK = /^([a-z0-9]+(?:-[a-z0-9]+)*)\s*(?:\(([^()]*)\))?$/;
const OPTION = /^([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(\S.{0,199})$/;

function parseOptions(
  text: string,
  offset: number,
  problems: ProblemList,
): Record<string, string> {
  const options = new Map<string, string>();
  for (const place of splitList(text, ',', offset)) {
    const [, name, value] = OPTION.exec(place.text) ?? [];
    if (!name) {
      problems.error(
        `'${place.text}' is no option; write name=value, at most 200 characters. The pack is used without it`,
        place,
      );
    } else if (options.has(name)) {
      problems.warn(
        `The option '${name}' is given twice; the first counts`,
        place,
      );
    } else {
      options.set(name, value);
    }
  }
  return Object.fromEntries(options);
}

function parsePack(
  place: Place,
  problems: ProblemList,
): PackReference | undefined {
  const match = PACK.exec(place.text);
  if (!match) {
    problems.error(
      `'${place.text}' is no name of a pack: write lower-case letters, digits and '-', and options in one pair of parentheses. The other packs are used`,
      place,
    );
    return undefined;
  }
  const [whole, id, options = ''] = match;
  const offset = place.offset + whole.indexOf('(') + 1;
  return { id, options: parseOptions(options, offset, problems) };
}

function reportUnknown(
  id: string,
  known: readonly string[],
  place: Place,
  problems: ProblemList,
): void {
  const nearest = nearestName(id, known);
  problems.error(
    `No pack '${id}' is installed${
      nearest ? `; did you mean '${nearest}'?` : '.'
    } There are: ${known.join(', ') || 'none'}. The other packs are used`,
    place,
  );
}

/**
 * Parses `monitoring/packs`: `http, postgresql(database=media)`.
 *
 * @param known - ids of the installed packs; absent means that any is accepted
 */
export function parsePacks(
  value: string,
  known?: readonly string[],
): Parsed<PackReference[]> {
  const problems = new ProblemList(
    MONITORING_ANNOTATION_PACKS,
    value,
    known?.slice(0, 2).join(', ') || undefined,
  );
  const packs: PackReference[] = [];
  const places = readList(value, problems, {
    separators: ',;\n',
    maximum: 50,
    things: 'packs',
  });
  for (const place of places) {
    const pack = parsePack(place, problems);
    if (pack && packs.some(({ id }) => id === pack.id)) {
      problems.warn(
        `The pack '${pack.id}' is named twice; the first counts`,
        place,
      );
    } else if (pack && known && !known.includes(pack.id)) {
      reportUnknown(pack.id, known, place, problems);
    } else if (pack) {
      packs.push(pack);
    }
  }
  return { value: packs, problems: problems.problems };
}
