import {
  badRequest,
  failure,
  invalid,
  ResourceName,
  Status,
} from '../http/statuses';
import { ResourceMeta } from './ResourceMeta';

const LABEL = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

/** A kind of object as the Kubernetes form of the API has it. */
export interface ResourceKind {
  group: string;
  version: string;
  kind: string;
  resource: string;
}

/** Annotations and labels that 12.4 writes itself, whatever is sent. */
const OWN_ANNOTATIONS = [
  'grafana.app/createdBy',
  'grafana.app/updatedBy',
  'grafana.app/updatedTimestamp',
  'grafana.app/grant-permissions',
];
const OWN_LABELS = ['grafana.app/deprecatedInternalID'];

function without(
  record: Record<string, string> | undefined,
  names: string[],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record ?? {}).filter(([key]) => !names.includes(key)),
  );
}

/** The annotations and labels of a sent object that a client may set. */
export function metadataOf(body: Record<string, any>) {
  return {
    annotations: without(body.metadata?.annotations, OWN_ANNOTATIONS),
    labels: without(body.metadata?.labels, OWN_LABELS),
  };
}

/** What is wrong with an object before anybody looks whether there is one of its name. */
export function checkResource(
  body: Record<string, any>,
  what: ResourceKind & { namespace: string },
): Status | undefined {
  const { group, version, kind } = what;
  const apiVersion = `${group}/${version}`;
  if (body.kind !== undefined && body.kind !== kind) {
    return badRequest(
      `${body.kind} in version "${version}" cannot be handled as a ${kind}: no kind "${body.kind}" is registered for version "${apiVersion}" in scheme "pkg/runtime/scheme.go:111"`,
    );
  }
  if (body.apiVersion !== undefined && body.apiVersion !== apiVersion) {
    return badRequest(
      `the API version in the data (${body.apiVersion}) does not match the expected API version (${apiVersion})`,
    );
  }
  const { name = '', generateName, namespace, labels } = body.metadata ?? {};
  if (namespace && namespace !== what.namespace) {
    return badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  if (!name && !generateName) {
    return invalid(
      { group, kind, name: '' },
      {
        reason: 'FieldValueRequired',
        message: 'Required value: name or generateName is required',
        field: 'metadata.name',
      },
    );
  }
  const wrong = Object.keys(labels ?? {})
    .map(label => label.split('/').pop() ?? '')
    .find(label => !LABEL.test(label));
  return wrong === undefined
    ? undefined
    : invalid(
        { group, kind, name },
        {
          reason: 'FieldValueInvalid',
          message: `Invalid value: "${wrong}": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')`,
          field: 'metadata.labels',
        },
      );
}

/** An object that is not the one whose address was called. */
export function checkNameOf(
  body: Record<string, any>,
  { name }: ResourceName,
): Status | undefined {
  const sent = body.metadata?.name;
  if (!sent) {
    return badRequest(
      `the name of the object (${name} based on URL) was undeterminable: name must be provided`,
    );
  }
  return sent === name
    ? undefined
    : badRequest(
        `the name of the object (${sent}) does not match the name on the URL (${name})`,
      );
}

/** An object that was sent to be made and says that it is there. */
export function checkIsNew(body: Record<string, any>): Status | undefined {
  return body.metadata?.resourceVersion
    ? failure(500, {
        message: 'resourceVersion should not be set on objects to be created',
      })
    : undefined;
}

/** An object that is not the one that was read: somebody made it anew. */
export function checkIsSame(
  body: Record<string, any>,
  { guid }: ResourceMeta,
  { group, resource, name }: ResourceName,
): Status | undefined {
  const sent = body.metadata?.uid;
  return sent && sent !== guid
    ? failure(500, {
        message: `precondition failed: StorageError: invalid object, Code: 4, Key: /group/${group}/resource/${resource}/namespace/default/name/${name}, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: ${sent}, UID in object meta: ${guid}`,
      })
    : undefined;
}
