/** An answer of the Kubernetes form of the API that is no object. */
export interface Status {
  status: number;
  body: Record<string, unknown>;
}

/** What a Status is about: `dashboards` of `dashboard.grafana.app`, for example. */
export interface ResourceName {
  group: string;
  resource: string;
  name: string;
}

/** A refusal; 12.4 gives some no message, some no reason and some no details. */
export function failure(
  status: number,
  options: {
    message?: string;
    reason?: string;
    details?: Record<string, unknown>;
  } = {},
): Status {
  return {
    status,
    body: {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      ...options,
      code: status,
    },
  };
}

function about({ group, resource, name }: ResourceName) {
  return { name, group, kind: resource };
}

export function notFound(what: ResourceName): Status {
  return failure(404, {
    message: `${what.resource}.${what.group} "${what.name}" not found`,
    reason: 'NotFound',
    details: about(what),
  });
}

export function alreadyExists(what: ResourceName): Status {
  return failure(409, {
    message: `${what.resource}.${what.group} "${what.name}" already exists`,
    reason: 'AlreadyExists',
    details: about(what),
  });
}

/** Somebody else wrote in between. */
export function conflict(what: ResourceName): Status {
  return failure(409, {
    message: `Operation cannot be fulfilled on ${what.resource}.${what.group} "${what.name}": the object has been modified; please apply your changes to the latest version and try again`,
    reason: 'Conflict',
    details: about(what),
  });
}

export function badRequest(message: string): Status {
  return failure(400, { message, reason: 'BadRequest' });
}

export function forbidden(what: ResourceName, why: string): Status {
  return failure(403, {
    message: `${what.resource}.${what.group} "${what.name}" is forbidden: ${why}`,
    reason: 'Forbidden',
    details: about(what),
  });
}

/** An object whose metadata cannot be taken. */
export function invalid(
  what: { group: string; kind: string; name: string },
  cause: { reason: string; message: string; field: string },
): Status {
  const { group, kind, name } = what;
  return failure(422, {
    message: `${kind}.${group} "${name}" is invalid: ${cause.field}: ${cause.message}`,
    reason: 'Invalid',
    details: { ...(name ? { name } : {}), group, kind, causes: [cause] },
  });
}

/** An object is gone now. */
export function deleted(what: ResourceName, guid: string): Status {
  return {
    status: 200,
    body: {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Success',
      details: { ...about(what), uid: guid },
    },
  };
}
