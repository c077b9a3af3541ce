import { JsonObject } from '@backstage/types';
import { asNumber } from './json';

/**
 * Gives each panel its own id, or a free one when it has none or shares it.
 *
 * @param panels - all that will be asked for
 */
export function giveIds(panels: JsonObject[]): (panel?: JsonObject) => number {
  let free = panels.reduce((most, one) => Math.max(most, ownId(one) ?? 0), 0);
  const given = new Set<number>();
  return panel => {
    const own = panel && ownId(panel);
    const id = own !== undefined && !given.has(own) ? own : ++free;
    given.add(id);
    return id;
  };
}

/** Grafana counts panels from 1; what is beyond 32 bits is none of its numbers. */
function ownId(panel: JsonObject): number | undefined {
  const id = asNumber(panel.id);
  return id !== undefined && Number.isInteger(id) && id > 0 && id < 2 ** 31
    ? id
    : undefined;
}
