import { fingerprint } from './fingerprint';
import { GrafanaState, MuteTiming } from './GrafanaState';
import { numberMonths, parseTimeIntervals } from './timeIntervals';

interface Result {
  status: number;
  body?: unknown;
}

const PREFIX = 'alerting.notifications';

function refuse(
  status: number,
  messageId: string,
  message: string,
  extra?: Record<string, unknown>,
): Result {
  return {
    status,
    body: { statusCode: status, messageId, message, ...(extra && { extra }) },
  };
}

const BAD: Result = { status: 400, body: { message: 'bad request data' } };
const CONFLICT = refuse(409, `${PREFIX}.conflict`, 'Conflict');

/** No such mute timing. */
export const NO_MUTE_TIMING = refuse(
  404,
  `${PREFIX}.time-intervals.notFound`,
  'NotFound',
);

function versionOf({ name, timeIntervals }: MuteTiming): string {
  return fingerprint(name, parseTimeIntervals(timeIntervals) ?? []);
}

/** A mute timing as the API shows it. */
export function describeMuteTiming(
  timing: MuteTiming,
): Record<string, unknown> {
  const { name, timeIntervals, provenance } = timing;
  return {
    name,
    time_intervals: timeIntervals,
    version: versionOf(timing),
    ...(provenance ? { provenance } : {}),
  };
}

function timingOf(
  body: Record<string, any>,
  provenance: string,
): MuteTiming | undefined {
  const { name, time_intervals: timeIntervals = [] } = body;
  return name &&
    Array.isArray(timeIntervals) &&
    parseTimeIntervals(timeIntervals)
    ? {
        name: String(name),
        timeIntervals: timeIntervals.map(numberMonths),
        provenance,
      }
    : undefined;
}

/** What the provisioning API made is not taken back from it. */
function refuseProvenance(
  known: MuteTiming,
  provenance: string,
): Result | undefined {
  return known.provenance === 'api' && provenance === ''
    ? refuse(
        403,
        `${PREFIX}.invalidProvenance`,
        `Resource with provenance status 'api' cannot be managed via API that handles resources with provenance status 'none'. You must use appropriate API to manage this resource`,
        { SourceProvenance: 'api', TargetProvenance: 'none' },
      )
    : undefined;
}

/** `POST`: a mute timing that is not there yet. */
export function createMuteTiming(
  state: GrafanaState,
  body: Record<string, any>,
  provenance: string,
): Result {
  const timing = timingOf(body, provenance);
  if (!timing) {
    return BAD;
  }
  if (state.muteTimings.has(timing.name)) {
    return refuse(
      400,
      `${PREFIX}.time-intervals.nameExists`,
      'Time interval with this name already exists. Use a different name or update existing one.',
    );
  }
  state.muteTimings.set(timing.name, timing);
  return { status: 201, body: describeMuteTiming(timing) };
}

/** `PUT`: a mute timing in place of one of the same name, and of the version when one is sent. */
export function updateMuteTiming(
  state: GrafanaState,
  name: string,
  body: Record<string, any>,
  provenance: string,
): Result {
  const timing = timingOf(body, provenance);
  if (!timing) {
    return BAD;
  }
  const known = state.muteTimings.get(name);
  if (!known || timing.name !== name) {
    return NO_MUTE_TIMING;
  }
  if (body.version && body.version !== versionOf(known)) {
    return CONFLICT;
  }
  const refused = refuseProvenance(known, provenance);
  if (refused) {
    return refused;
  }
  state.muteTimings.set(name, timing);
  return { status: 202, body: describeMuteTiming(timing) };
}

/** `DELETE`; of one that is not there, too, and of none that something uses. */
export function deleteMuteTiming(
  state: GrafanaState,
  name: string,
  options: { version?: string; provenance: string },
): Result {
  const known = state.muteTimings.get(name);
  if (!known) {
    return { status: 204 };
  }
  const refused = refuseProvenance(known, options.provenance);
  if (refused) {
    return refused;
  }
  if (options.version && options.version !== versionOf(known)) {
    return CONFLICT;
  }
  const usedByRules = [...state.rules.values()]
    .filter(({ body }) =>
      body.notification_settings?.mute_time_intervals?.includes(name),
    )
    .map(({ uid }) => uid);
  const usedByRoutes = state.mutedRoutes.has(name);
  if (usedByRoutes || usedByRules.length > 0) {
    return refuse(409, `${PREFIX}.time-intervals.used`, 'Conflict', {
      ...(usedByRoutes ? { UsedByRoutes: true } : {}),
      ...(usedByRules.length > 0 ? { UsedByRules: usedByRules } : {}),
    });
  }
  state.muteTimings.delete(name);
  return { status: 204 };
}
