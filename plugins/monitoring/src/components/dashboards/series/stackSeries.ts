import { AlignedValue } from './alignSeries';
import { scaleKey } from './scaleKey';
import { PanelSeries } from './graphSeries';

/** An area between two series; `dir` is the side of the upper one that is filled. */
export interface Band {
  upper: number;
  lower: number;
  dir?: 1 | -1;
}

/** Series as they are drawn. */
export interface StackedSeries {
  /** Values on the axis, one list for each series. */
  values: AlignedValue[][];
  /** Pairs of series between which the upper one's colour is filled. */
  bands: Band[];
}

type Stackable = Pick<PanelSeries, 'config' | 'style'>;

interface Pile {
  members: number[];
  /** Whether it grows up or down from zero. */
  direction: 1 | -1;
  isPercent: boolean;
}

const MOST_SAMPLES = 100;

/**
 * Turns values upside down where the author wants it, and piles stacked series up.
 *
 * @remarks
 * By Grafana's rules: series pile up with those of their group, mode, axis and way of drawing,
 * mostly negative ones apart from the others, and below zero. A series without a value adds nothing
 * while others of its pile have one, so that the pile has no hole.
 *
 * @param isDrawn - series that are switched off do not lift those above them
 */
export function stackSeries(
  values: AlignedValue[][],
  series: Stackable[],
  isDrawn: (index: number) => boolean = () => true,
): StackedSeries {
  const drawn = values.map((one, index) =>
    transformed(one, series[index].style.transform),
  );
  const bands: Band[] = [];
  for (const pile of pilesOf(values, series, isDrawn)) {
    const { members, direction } = pile;
    pileUp(drawn, pile);
    for (let at = members.length - 1; at > 0; at--) {
      bands.push({
        upper: members[at],
        lower: members[at - 1],
        dir: direction === 1 ? -1 : 1,
      });
    }
  }
  return { values: drawn, bands };
}

function transformed(
  values: AlignedValue[],
  transform: Stackable['style']['transform'],
): AlignedValue[] {
  switch (transform) {
    case 'negative-Y':
      return values.map(value => (typeof value === 'number' ? -value : value));
    case 'constant': {
      const first = values.find(value => typeof value === 'number');
      return values.map(() => first);
    }
    default:
      return values;
  }
}

function pilesOf(
  values: AlignedValue[][],
  series: Stackable[],
  isDrawn: (index: number) => boolean,
): Iterable<Pile> {
  const piles = new Map<string, Pile>();
  series.forEach((one, index) => {
    const { stacking, drawStyle, transform } = one.style;
    if (stacking.mode === 'none' || !isDrawn(index)) {
      return;
    }
    const isNegative =
      isMostlyNegative(values[index]) !== (transform === 'negative-Y');
    const direction = isNegative ? -1 : 1;
    const key = [
      direction,
      stacking.mode,
      stacking.group,
      scaleKey(one),
      drawStyle,
      drawStyle === 'bars' && one.style.barAlignment,
      drawStyle === 'line' && one.style.lineInterpolation,
    ].join('|');
    const pile = piles.get(key);
    if (pile) {
      pile.members.push(index);
    } else {
      piles.set(key, {
        members: [index],
        direction,
        isPercent: stacking.mode === 'percent',
      });
    }
  });
  return piles.values();
}

/** Replaces the values of a pile's members by where they end. */
function pileUp(
  drawn: AlignedValue[][],
  { members, direction, isPercent }: Pile,
) {
  const { length } = drawn[members[0]];
  const heights = new Array<number>(length).fill(0);
  const isFilled = new Array<boolean>(length).fill(false);
  for (const member of members) {
    const values = drawn[member];
    for (let time = 0; time < length; time++) {
      isFilled[time] ||= typeof values[time] === 'number';
    }
  }
  for (const member of members) {
    const values = drawn[member];
    const piled = new Array<AlignedValue>(length);
    for (let time = 0; time < length; time++) {
      const value = values[time];
      if (typeof value === 'number') {
        heights[time] += value;
      }
      piled[time] = isFilled[time] ? heights[time] : value;
    }
    drawn[member] = piled;
  }
  if (isPercent) {
    for (const member of members) {
      drawn[member] = drawn[member].map((value, time) => {
        if (typeof value !== 'number') {
          return value;
        }
        return heights[time] === 0 ? 0 : (direction * value) / heights[time];
      });
    }
  }
}

/** Looks at some of the values only: there may be many. */
function isMostlyNegative(values: AlignedValue[]): boolean {
  const isNumber = (value: AlignedValue) => typeof value === 'number';
  const first = values.findIndex(isNumber);
  const last = values.findLastIndex(isNumber);
  const stride = Math.max(1, Math.floor((last - first + 1) / MOST_SAMPLES));
  let balance = 0;
  for (let index = Math.max(0, first); index <= last; index += stride) {
    const value = values[index];
    if (typeof value === 'number') {
      balance += value < 0 || Object.is(value, -0) ? -1 : Math.sign(value);
    }
  }
  return balance < 0;
}
