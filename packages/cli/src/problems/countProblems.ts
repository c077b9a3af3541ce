import { Problem } from './Problem';

/** How many there are of each severity. */
export function countProblems(problems: Problem[]): {
  errors: number;
  warnings: number;
} {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: problems.length - errors };
}

/** `1 error`, `3 files`. */
export function count(number: number, thing: string, things = `${thing}s`) {
  return `${number} ${number === 1 ? thing : things}`;
}
