import { createHash } from 'node:crypto';

/** Who a request comes from, as Grafana sees it. */
export interface Identity {
  role: 'Admin' | 'Editor' | 'Viewer';
  /** Name in version lists; service accounts show their name, users their login. */
  name: string;
  /** `Anonymous` is what 12.4 writes as author of a first version, whoever made it. */
  isServiceAccount: boolean;
}

/** How the Kubernetes form of the API names somebody: by a uid that says nothing. */
export function authorOf({ name, isServiceAccount }: Identity): string {
  const uid = createHash('sha256').update(name).digest('hex').slice(0, 13);
  return `${isServiceAccount ? 'service-account' : 'user'}:u${uid}`;
}

const USERS: Record<string, Identity> = {
  'admin:admin': { role: 'Admin', name: 'admin', isServiceAccount: false },
  'editor:editor': { role: 'Editor', name: 'editor', isServiceAccount: false },
  'viewer:viewer': { role: 'Viewer', name: 'viewer', isServiceAccount: false },
};

/** Tokens that work on every stand-in: it is a test double and guards nothing. */
export const STAND_IN_TOKENS = {
  editor: 'glsa_standInEditor_00000001',
  viewer: 'glsa_standInViewer_00000002',
} as const;

const TOKENS: Record<string, Identity> = {
  [STAND_IN_TOKENS.editor]: {
    role: 'Editor',
    name: 'sightline-sa-editor',
    isServiceAccount: true,
  },
  [STAND_IN_TOKENS.viewer]: {
    role: 'Viewer',
    name: 'sightline-sa-viewer',
    isServiceAccount: true,
  },
};

/** Why a request is refused, in the words of the recorded 401 answers. */
export type Refusal =
  | { messageId: 'auth.unauthorized'; message: 'Unauthorized' }
  | { messageId: 'api-key.invalid'; message: 'Invalid API key' }
  | {
      messageId: 'password-auth.failed';
      message: 'Invalid username or password';
    };

const UNAUTHORIZED: Refusal = {
  messageId: 'auth.unauthorized',
  message: 'Unauthorized',
};

/** Tells who an `Authorization` header belongs to (recording `auth-and-rbac`, scenario “401 forms”). */
export function identify(header: string | undefined): Identity | Refusal {
  const [scheme, credentials = ''] = (header ?? '').split(' ');
  if (scheme === 'Bearer' && credentials) {
    return (
      TOKENS[credentials] ?? {
        messageId: 'api-key.invalid',
        message: 'Invalid API key',
      }
    );
  }
  if (scheme === 'Basic' && credentials) {
    const pair = Buffer.from(credentials, 'base64').toString('utf8');
    if (!pair.includes(':')) {
      return UNAUTHORIZED;
    }
    return (
      USERS[pair] ?? {
        messageId: 'password-auth.failed',
        message: 'Invalid username or password',
      }
    );
  }
  return UNAUTHORIZED;
}
