import { isDeepStrictEqual } from 'node:util';
import { Exchange } from './recording';

/** What came back, with its body parsed where it is JSON. */
export interface Answer {
  status: number;
  contentType?: string;
  body: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

function matches(pointer: string, vary: string[]): boolean {
  const steps = pointer.split('/');
  return vary.some(pattern => {
    const wanted = pattern.split('/');
    return (
      wanted.length === steps.length &&
      wanted.every((step, index) => step === '*' || step === steps[index])
    );
  });
}

/** A key as a step of a JSON pointer. */
function escape(key: string | number): string {
  return String(key).replace(/~/g, '~0').replace(/\//g, '~1');
}

/** Every pair of values that stand at a place that varies from run to run. */
export function varyingPairs(
  recorded: unknown,
  actual: unknown,
  vary: string[],
  pointer = '',
): [unknown, unknown][] {
  if (pointer !== '' && matches(pointer, vary)) {
    return [[recorded, actual]];
  }
  return recorded !== null && typeof recorded === 'object'
    ? Object.entries(recorded).flatMap(([key, value]) =>
        varyingPairs(
          value,
          (actual as any)?.[key],
          vary,
          `${pointer}/${escape(key)}`,
        ),
      )
    : [];
}

function compareValues(
  recorded: unknown,
  actual: unknown,
  options: { vary: string[]; partial: boolean },
  pointer: string,
): string[] {
  if (pointer !== '' && matches(pointer, options.vary)) {
    return typeof recorded === typeof actual
      ? []
      : [`${pointer}: a ${typeof recorded} recorded, a ${typeof actual} here`];
  }
  const step = (key: string | number) =>
    compareValues(
      (recorded as any)[key],
      (actual as any)[key],
      options,
      `${pointer}/${escape(key)}`,
    );
  if (Array.isArray(recorded) && Array.isArray(actual)) {
    return recorded.length === actual.length
      ? recorded.flatMap((_, index) => step(index))
      : [`${pointer}: ${recorded.length} recorded, ${actual.length} here`];
  }
  if (isObject(recorded) && isObject(actual)) {
    const keys = options.partial
      ? Object.keys(recorded)
      : [...new Set([...Object.keys(recorded), ...Object.keys(actual)])];
    return keys.flatMap(step);
  }
  return isDeepStrictEqual(recorded, actual)
    ? []
    : [`${pointer}: ${show(recorded)} recorded, ${show(actual)} here`];
}

/** The type without its charset. */
export function withoutCharset(contentType: string | undefined): string {
  return (contentType ?? '').split(';')[0].trim().toLowerCase();
}

/** Where an answer is not the recorded one; empty when it is. */
export function compareAnswers(
  { response, vary = [] }: Exchange,
  actual: Answer,
  options: { ignoreCharset: boolean },
): string[] {
  const type = (value: string | undefined) =>
    options.ignoreCharset
      ? withoutCharset(value)
      : (value ?? '').toLowerCase().replace(/\s/g, '');
  const { body: recorded, listLength, partial = false } = response;
  const list =
    listLength !== undefined && Array.isArray(actual.body)
      ? actual.body
      : undefined;
  const body = list
    ? list.slice(0, (recorded as unknown[]).length)
    : actual.body;
  return [
    ...(response.status === actual.status
      ? []
      : [`status: ${response.status} recorded, ${actual.status} here`]),
    ...(type(response.contentType) === type(actual.contentType)
      ? []
      : [
          `content-type: ${response.contentType} recorded, ${actual.contentType} here`,
        ]),
    ...(list && list.length !== listLength
      ? [`${listLength} entries recorded, ${list.length} here`]
      : []),
    ...compareValues(recorded, body, { vary, partial }, ''),
  ];
}
