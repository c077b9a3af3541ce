import {
  formatGoDuration,
  formatGrafanaInterval,
} from '../intervals/formatGrafanaInterval';

/**
 * What a built-in variable stands for: a text, or an object whose parts have names
 * (`${__user.login}`). What stands under its empty name is what the object itself says.
 *
 * @public
 */
export type BuiltIn = string | BuiltInObject;

/** @public */
export interface BuiltInObject {
  [part: string]: BuiltIn | number | undefined;
}

/** @public */
export interface BuiltInVariablesOptions {
  /** Unix milliseconds, as chosen by the user. */
  from: number;
  /** Unix milliseconds. */
  to: number;
  stepSeconds: number;
  rateIntervalSeconds: number;
}

/**
 * Values of `$__interval`, `$__rate_interval`, `$__range`, `$__from` and their like.
 *
 * @public
 */
export function builtInVariables(
  options: BuiltInVariablesOptions,
): Record<string, string> {
  const step = Math.round(options.stepSeconds * 1_000);
  const rateInterval = Math.round(options.rateIntervalSeconds * 1_000);
  return {
    __interval: formatGrafanaInterval(step),
    __interval_ms: String(step),
    __rate_interval: formatGoDuration(rateInterval),
    __rate_interval_ms: String(rateInterval),
    ...rangeVariables(options),
  };
}

/**
 * Values of `$__range`, `$__from` and their like: what a time range alone tells.
 *
 * @param range - in Unix milliseconds
 * @public
 */
export function rangeVariables(range: {
  from: number;
  to: number;
}): Record<string, string> {
  const length = range.to - range.from;
  const seconds = Math.round(length / 1_000);
  return {
    __range: `${seconds}s`,
    __range_s: String(seconds),
    __range_ms: String(length),
    __from: String(range.from),
    __to: String(range.to),
  };
}

/** What {@link pageVariables} are made of. @public */
export interface PageVariablesOptions {
  dashboard?: { title: string; uid?: string };
  user?: { id?: string; login?: string; email?: string };
  org?: { id?: string; name?: string };
  /** IANA name. */
  timeZone?: string;
}

/**
 * Values of `$__dashboard`, `${__dashboard.uid}`, `${__user.login}`, `${__org.name}` and
 * `$__timezone`: what the page tells that shows a dashboard.
 *
 * @public
 */
export function pageVariables(
  options: PageVariablesOptions,
): Record<string, BuiltIn> {
  const { dashboard, user, org, timeZone } = options;
  return {
    ...(dashboard && {
      __dashboard: {
        '': dashboard.title,
        title: dashboard.title,
        name: dashboard.title,
        uid: dashboard.uid,
      },
    }),
    ...(user && { __user: { '': user.id, ...user } }),
    ...(org && { __org: { '': org.id, ...org } }),
    ...(timeZone !== undefined && { __timezone: timeZone }),
  };
}
