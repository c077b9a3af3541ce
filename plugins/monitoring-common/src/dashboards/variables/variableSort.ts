import { VariableOption, VariableSort } from '../types';

const ORDER: VariableSort[] = [
  'none',
  'asc',
  'desc',
  'numeric-asc',
  'numeric-desc',
  'insensitive-asc',
  'insensitive-desc',
  'natural-asc',
  'natural-desc',
];

/** The order that a dashboard's JSON writes as a number, 0..8. @public */
export function variableSort(number: number | undefined): VariableSort {
  return ORDER[number ?? 0] ?? 'none';
}

/** Options in an order of Grafana's; those that are equal keep theirs, turned round when descending. */
export function sortOptions(
  options: VariableOption[],
  sort: VariableSort,
): VariableOption[] {
  if (sort === 'none') {
    return options;
  }
  const sorted = [...options].sort(comparison(sort));
  return sort.endsWith('desc') ? sorted.reverse() : sorted;
}

function comparison(
  sort: VariableSort,
): (a: VariableOption, b: VariableOption) => number {
  switch (sort) {
    case 'numeric-asc':
    case 'numeric-desc':
      return (a, b) => firstNumber(a.text) - firstNumber(b.text);
    case 'insensitive-asc':
    case 'insensitive-desc':
      return (a, b) => byCode(a.text.toLowerCase(), b.text.toLowerCase());
    case 'natural-asc':
    case 'natural-desc': {
      const { compare } = new Intl.Collator('en', { numeric: true });
      return (a, b) => compare(a.text, b.text);
    }
    default:
      return (a, b) => byCode(a.text, b.text);
  }
}

/** The first digits of a text; those without go first. */
function firstNumber(text: string): number {
  const [digits] = /\d+/.exec(text) ?? [];
  return digits === undefined ? -1 : Number(digits);
}

function byCode(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
