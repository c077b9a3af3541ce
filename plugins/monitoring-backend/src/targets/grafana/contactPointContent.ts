import {
  objectKey,
  objectUid,
} from '@sightline/backstage-plugin-monitoring-common';
import { ChannelConfig } from '../../config';
import { toIntegration } from './integrations';

/** One integration as people may see it. */
export interface IntegrationContent {
  uid: string;
  name: string;
  type: string;
  settings: Record<string, unknown>;
  disableResolveMessage: boolean;
}

/** Content of a desired contact point; nothing secret. */
export interface ContactPointContent extends Record<string, unknown> {
  integrations: IntegrationContent[];
}

/** Stands where a secret is. */
export const SECRET = '(secret)';
/** Stands where a setting is that we never write: it may be a secret. */
export const NOT_SHOWN = '(not shown)';

const PREFIX = 'sl-cp-';
const SECRETS: Record<string, string[]> = {
  slack: ['url', 'token'],
  webhook: ['url', 'password', 'authorization_credentials'],
  pagerduty: ['integrationKey', 'url'],
  opsgenie: ['apiKey', 'apiUrl'],
  teams: ['url'],
  googlechat: ['url'],
};

/** Settings that we write and anybody may see. */
const SHOWN: Record<string, string[]> = {
  email: ['addresses', 'singleEmail', 'subject', 'message'],
  slack: ['title', 'text', 'recipient', 'endpointUrl'],
  webhook: [
    'httpMethod',
    'title',
    'message',
    'authorization_scheme',
    'username',
  ],
  pagerduty: [
    'summary',
    'severity',
    'class',
    'component',
    'client',
    'client_url',
    'details',
  ],
  opsgenie: ['message', 'description'],
  teams: ['title', 'message'],
  googlechat: ['title', 'message'],
};

/** Whether anybody may see a setting; which of those that people add are secret, nobody knows. */
export function isShown(type: string, setting: string): boolean {
  return SHOWN[type]?.includes(setting) ?? false;
}

/** Settings of a type that nobody may see, whether Grafana hides them or not. */
export function secretSettings(type: string): string[] {
  return SECRETS[type] ?? [];
}

function digest(text: string): string {
  return objectUid(objectKey(text, 'contact-point', text)).slice(-12);
}

/** Uid of a contact point; those of its integrations start with it. */
export function contactPointUid(name: string): string {
  return `${PREFIX}${digest(name)}`;
}

function integrationUid(contactPoint: string, channel: string): string {
  return `${contactPoint}-${digest(channel)}`;
}

/** Uid of the contact point of an integration of ours; `undefined` when it is not one of ours. */
export function contactPointOf(integration: string): string | undefined {
  return /^(sl-cp-[0-9a-f]{12})-[0-9a-f]{12}$/.exec(integration)?.[1];
}

/** The channel of an integration of ours. */
function channelOf(
  integration: string,
  channels: ChannelConfig[],
): ChannelConfig | undefined {
  const contactPoint = contactPointOf(integration);
  return contactPoint === undefined
    ? undefined
    : channels.find(
        ({ name }) => integrationUid(contactPoint, name) === integration,
      );
}

/** What is to be sent of an integration of ours and nobody may see, by setting. */
export function secretsOf(
  integration: string,
  channels: ChannelConfig[],
): Record<string, string> {
  const channel = channelOf(integration, channels);
  return channel ? toIntegration(channel).secrets : {};
}

/** A contact point with one integration per channel. Pure, and the same for the same channels. */
export function contactPointContent(
  name: string,
  channels: ChannelConfig[],
): ContactPointContent {
  const contactPoint = contactPointUid(name);
  return {
    integrations: channels
      .map(channel => {
        const { type, settings, secrets } = toIntegration(channel);
        return {
          uid: integrationUid(contactPoint, channel.name),
          name,
          type,
          settings: {
            ...settings,
            ...Object.fromEntries(
              Object.keys(secrets).map(setting => [setting, SECRET]),
            ),
          },
          disableResolveMessage: false,
        };
      })
      .sort((a, b) => (a.uid < b.uid ? -1 : 1)),
  };
}
