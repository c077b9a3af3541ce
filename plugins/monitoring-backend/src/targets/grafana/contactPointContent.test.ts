import { hashContent } from '@sightline/backstage-plugin-monitoring-node';
import { ChannelConfig } from '../../config';
import recorded from './__fixtures__/contactPoints.json';
import {
  contactPointContent,
  contactPointOf,
  SECRET,
  secretSettings,
} from './contactPointContent';
import { Fingerprints } from './Fingerprints';
import { toIntegration } from './integrations';
import { readIntegration, writeIntegration } from './readIntegration';
import { GrafanaContactPoint } from './api/ContactPointsApi';

const CHANNELS = (
  [
    { type: 'email', addresses: ['a@example.com', 'b@example.com'] },
    { type: 'slack', url: 'http://secret-1' },
    {
      type: 'slack',
      token: 'secret-2',
      channel: '#media',
      apiUrl: 'http://slack.example',
    },
    { type: 'webhook', url: 'http://secret-3', auth: { method: 'none' } },
    {
      type: 'webhook',
      url: 'http://secret-4',
      auth: { method: 'basic', username: 'u', password: 'secret-5' },
    },
    {
      type: 'webhook',
      url: 'http://secret-6',
      auth: { method: 'bearer', token: 'secret-7' },
    },
    { type: 'pagerduty', routingKey: 'secret-8', url: 'http://secret-9' },
    { type: 'opsgenie', apiKey: 'secret-10', url: 'http://secret-11' },
    { type: 'teams', url: 'http://secret-12' },
    { type: 'googlechat', url: 'http://secret-13' },
  ] as ChannelConfig['settings'][]
).map(
  (settings, index): ChannelConfig => ({
    name: `channel-${index}`,
    type: settings.type,
    settings,
  }),
);

const fingerprints = Fingerprints.create({ key: 'key' });

describe('contact points', () => {
  it('have the same content whatever the order of their channels', () => {
    const [one, two] = [CHANNELS, [...CHANNELS].reverse()].map(channels =>
      contactPointContent('a', channels),
    );
    expect(hashContent(one)).toBe(hashContent(two));
    const uids = one.integrations.map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(CHANNELS.length);
    expect(uids.filter(uid => uid.length > 40)).toEqual([]);
  });

  it.each(CHANNELS.map(channel => [channel.type, channel] as const))(
    'hold nothing secret of a channel of type %s, and send all of it',
    (type, channel) => {
      const [content] = contactPointContent('a', [channel]).integrations;
      const { secrets } = toIntegration(channel);
      expect(JSON.stringify(content)).not.toMatch(/secret-\d/);
      expect(Object.keys(secrets).sort()).toEqual(
        secretSettings(type)
          .filter(setting => content.settings[setting] === SECRET)
          .sort(),
      );
      const sent = writeIntegration(
        content,
        'component:default/a',
        secrets,
        fingerprints,
      );
      expect(sent.settings).toMatchObject(secrets);
      expect(String(sent.settings.sightline_mark)).not.toMatch(/secret-\d/);
      expect(contactPointOf(sent.uid)).toBeDefined();
    },
  );

  it.each(CHANNELS.map(channel => [channel.type, channel] as const))(
    'of type %s are read back as they were written, hidden or not',
    (type, channel) => {
      const [content] = contactPointContent('a', [channel]).integrations;
      const { secrets } = toIntegration(channel);
      const sent = writeIntegration(
        content,
        'component:default/a',
        secrets,
        fingerprints,
      );
      const hidden = {
        ...sent,
        settings: Object.fromEntries(
          Object.entries(sent.settings).map(([setting, value]) => [
            setting,
            secretSettings(type).includes(setting) ? '[REDACTED]' : value,
          ]),
        ),
      };
      for (const there of [sent, hidden]) {
        expect(readIntegration(there, fingerprints)).toMatchObject({
          content,
          mark: { hash: hashContent(content) },
        });
      }
    },
  );

  it.each(recorded.map(entry => [entry.type, entry] as const))(
    'of type %s come back from a Grafana 12.4 with the settings that were sent',
    (type, { sent, read }) => {
      const show = (point: GrafanaContactPoint) =>
        readIntegration(point, fingerprints).content;
      expect(show(read as GrafanaContactPoint)).toEqual(
        show(sent as GrafanaContactPoint),
      );
      const hidden = Object.entries(read.settings)
        .filter(([, value]) => value === '[REDACTED]')
        .map(([setting]) => setting);
      expect(secretSettings(type)).toEqual(expect.arrayContaining(hidden));
    },
  );

  it.each([
    ['webhook', { headers: { Authorization: 'Bearer secret-1' } }],
    ['slack', { username: 'secret-1' }],
    ['dingding', { url: 'https://oapi.example.com/?access_token=secret-1' }],
  ])(
    'of type %s show nothing of what a person added, but that it is there',
    (type, settings) => {
      const read = readIntegration(
        { uid: 'a', name: 'a', type, settings },
        fingerprints,
      );
      expect(JSON.stringify(read)).not.toContain('secret-1');
      expect(Object.keys(read.content.settings)).toEqual(Object.keys(settings));
    },
  );

  it('tell two equal secrets from each other, and not that they are equal', () => {
    expect(fingerprints.of('a', 'url', 'x')).not.toBe(
      fingerprints.of('b', 'url', 'x'),
    );
    expect(fingerprints.of('a', 'url', 'x')).not.toBe(
      Fingerprints.create({ key: 'other' }).of('a', 'url', 'x'),
    );
  });
});
