import { checkUid } from './checkContactPointUid';
import { ContactPoint, GrafanaState } from './GrafanaState';
import { hideSecrets, isKnownType, keepSecrets } from './secretSettings';

interface Result {
  status: number;
  body: unknown;
}

/** What a type cannot do without, and what 12.4 says when it is not there. */
const REQUIRED: Record<
  string,
  (settings: Record<string, any>) => string | undefined
> = {
  email: ({ addresses }) =>
    addresses ? undefined : 'could not find addresses in settings',
  slack: ({ url, token }) =>
    url || token
      ? undefined
      : 'token must be specified when using the Slack chat API',
  webhook: ({ url }) =>
    url ? undefined : "required field 'url' is not specified",
  pagerduty: ({ integrationKey }) =>
    integrationKey
      ? undefined
      : 'could not find integration key property in settings',
};

function refuse(message: string): Result {
  return {
    status: 400,
    body: { message: `invalid object specification${message}` },
  };
}

function checkIntegration(body: Record<string, any>): Result | undefined {
  const { uid = '', name, type, settings } = body;
  if (!settings) {
    return {
      status: 500,
      body: {
        error: 'Server Error',
        message:
          'Internal Server Error - please inspect Grafana server log for details',
      },
    };
  }
  if (!name) {
    return refuse(': name is required');
  }
  if (!isKnownType(type)) {
    return refuse(`: unknown integration type: ${type}`);
  }
  const fault = REQUIRED[type]?.(settings);
  return fault
    ? refuse(
        `: failed to validate integration "${name}" (UID ${uid}) of type "${type}": ${fault}`,
      )
    : undefined;
}

function checkIdentity(state: GrafanaState, uid: string): Result | undefined {
  const fault = checkUid(uid);
  if (fault) {
    return refuse(`\ncannot create contact point with UID '${uid}': ${fault}`);
  }
  const known = state.contactPoints.get(uid);
  return known
    ? {
        status: 409,
        body: {
          statusCode: 409,
          messageId: 'alerting.notifications.contact-points.uidInUse',
          message: `Receiver configuration with UID '${uid}' already exists in contact point '${known.name}'. Please use unique identifiers for receivers across all contact points.`,
          extra: { Name: known.name, UID: uid },
        },
      }
    : undefined;
}

/** An integration as the API shows it. */
export function describeContactPoint(
  { provenance, ...point }: ContactPoint,
  options: { withProvenance: boolean },
): Record<string, unknown> {
  return {
    ...point,
    settings: hideSecrets(point.type, point.settings),
    ...(options.withProvenance && provenance ? { provenance } : {}),
  };
}

function store(
  state: GrafanaState,
  uid: string,
  body: Record<string, any>,
  provenance: string,
): ContactPoint {
  const point: ContactPoint = {
    uid,
    name: body.name,
    type: body.type,
    settings: keepSecrets(
      body.type,
      body.settings,
      state.contactPoints.get(uid)?.settings,
    ),
    disableResolveMessage: body.disableResolveMessage ?? false,
    provenance,
  };
  state.contactPoints.set(uid, point);
  return point;
}

/** `POST`: one more integration, of a new contact point or of one that is there. */
export function createContactPoint(
  state: GrafanaState,
  body: Record<string, any>,
  provenance: string,
): Result {
  const uid = body.uid || state.nextUid();
  const refused = checkIntegration(body) ?? checkIdentity(state, uid);
  if (refused) {
    return refused;
  }
  const sibling = [...state.contactPoints.values()].find(
    ({ name }) => name === body.name,
  );
  // All integrations of a contact point are of one provenance.
  const point = store(state, uid, body, sibling?.provenance || provenance);
  // The answer repeats a secret that was sent as hidden.
  const shown = describeContactPoint(point, { withProvenance: false });
  return {
    status: 202,
    body: { ...shown, settings: hideSecrets(point.type, body.settings) },
  };
}

/** A contact point that gets another name keeps the rules that tell it. */
function renameInRules(state: GrafanaState, from: string, to: string): void {
  const isLeft = [...state.contactPoints.values()].some(
    ({ name }) => name === from,
  );
  if (from !== to && !isLeft) {
    for (const rule of state.rules.values()) {
      const settings = rule.body.notification_settings;
      if (settings?.receiver === from) {
        rule.body = {
          ...rule.body,
          notification_settings: { ...settings, receiver: to },
        };
      }
    }
  }
}

/** `PUT` of one integration. */
export function updateContactPoint(
  state: GrafanaState,
  uid: string,
  body: Record<string, any>,
  provenance: string,
): Result {
  const known = state.contactPoints.get(uid);
  if (!known) {
    return {
      status: 404,
      body: {
        message: `object not found: contact point with uid '${uid}' not found`,
      },
    };
  }
  const refused = checkIntegration({ ...body, uid });
  if (refused) {
    return refused;
  }
  if (known.provenance && known.provenance !== provenance) {
    return {
      status: 500,
      body: {
        message: `cannot change provenance from '${known.provenance}' to '${provenance}'`,
      },
    };
  }
  store(state, uid, body, provenance);
  renameInRules(state, known.name, body.name);
  return { status: 202, body: { message: 'contactpoint updated' } };
}

/** `DELETE` of one integration; of one that is not there, too. */
export function deleteContactPoint(state: GrafanaState, uid: string): Result {
  const known = state.contactPoints.get(uid);
  const others = [...state.contactPoints.values()].filter(
    point => point.name === known?.name && point.uid !== uid,
  );
  const isUsed = [...state.rules.values()].some(
    ({ body }) => body.notification_settings?.receiver === known?.name,
  );
  if (known && others.length === 0 && isUsed) {
    return {
      status: 409,
      body: {
        statusCode: 409,
        messageId: 'alerting.notifications.contact-points.used-by-rule',
        message:
          'Contact point is currently used in the notification settings of one or many alert rules.',
      },
    };
  }
  state.contactPoints.delete(uid);
  return { status: 202, body: { message: 'contactpoint deleted' } };
}
