import { Incident } from '../incidents';

const DAY = 86_400;
const MINUTE = 60;

/**
 * What went wrong in the past: something for every error budget, and for each dashboard, to tell.
 *
 * @param end - the end of history, Unix seconds
 */
export function pastIncidents(end: number): Incident[] {
  const uploads = end - 19 * DAY - 5 * 3_600;
  const operations = end - 6 * DAY - 2 * 3_600;
  const guesses = end - 2 * DAY - 9 * 3_600;
  return [
    {
      name: 'upload-failures',
      start: uploads,
      end: uploads + 40 * MINUTE,
    },
    {
      name: 'graphql-errors',
      start: operations,
      end: operations + 75 * MINUTE,
    },
    {
      name: 'credential-stuffing',
      start: guesses,
      end: guesses + 35 * MINUTE,
    },
  ];
}
