import { failure } from '../http/statuses';

const RULES = /^\/api\/v1\/provisioning\/(alert-rules|folder)/;
const NOTIFICATIONS = /^\/api\/v1\/provisioning\/(contact-points|mute-timings)/;

function ofResource(status: number, path: string): unknown {
  const [, , group, , , , resource = '', name = ''] = path.split('/');
  const about = { name, group, kind: resource };
  switch (status) {
    case 409:
      return failure(409, {
        message: `Operation cannot be fulfilled on ${resource}.${group} "${name}": the object has been modified; please apply your changes to the latest version and try again`,
        reason: 'Conflict',
        details: about,
      }).body;
    case 412:
      return failure(412, {
        message: 'the folder has been changed by someone else',
      }).body;
    case 429:
      return failure(429, {
        message:
          'The server has received too many requests and has asked us to try again later',
        reason: 'TooManyRequests',
      }).body;
    default:
      return failure(status, { message: 'database is locked' }).body;
  }
}

function ofConflict(path: string): unknown {
  if (RULES.test(path)) {
    return {
      message:
        'failed to update alert rules: version conflict while updating a record in the database with optimistic locking: alert rule UID r1 version 1',
    };
  }
  return NOTIFICATIONS.test(path)
    ? {
        statusCode: 409,
        messageId: 'alerting.notifications.conflict',
        message: 'Conflict',
      }
    : { message: 'Conflict' };
}

function ofServerError(path: string): unknown {
  if (RULES.test(path) || path.includes('contact-points')) {
    return { message: 'Internal Server Error' };
  }
  return {
    message: path.includes('mute-timings')
      ? 'failed to create mute timing'
      : 'database is locked',
  };
}

function ofStaleVersion(path: string): unknown {
  // One that is to be made is refused in other words than one that is to be changed.
  if (path === '/api/folders') {
    return { message: 'the folder has been changed by someone else' };
  }
  return {
    message: 'The dashboard has been changed by someone else',
    ...(path.includes('/dashboards/') ? { status: 'version-mismatch' } : {}),
  };
}

/** What 12.4 says with a status to an operation (recordings `concurrency` and `rule-groups`). */
export function failureBody(status: number, path: string): unknown {
  if (path.startsWith('/apis/')) {
    return ofResource(status, path);
  }
  switch (status) {
    case 409:
      return ofConflict(path);
    case 412:
      return ofStaleVersion(path);
    case 429:
      return { message: 'Too many requests' };
    default:
      return ofServerError(path);
  }
}
