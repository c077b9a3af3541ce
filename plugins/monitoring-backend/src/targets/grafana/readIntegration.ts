import { hashContent } from '@sightline/backstage-plugin-monitoring-node';
import {
  IntegrationContent,
  isShown,
  NOT_SHOWN,
  SECRET,
  secretSettings,
} from './contactPointContent';
import { Fingerprints, SecretPrints } from './Fingerprints';
import { GrafanaContactPoint } from './api/ContactPointsApi';

/** A setting that Grafana keeps and does not read. */
const MARK = 'sightline_mark';
/** What Grafana shows of a secret. */
const REDACTED = '[REDACTED]';

/** What we said about an integration when we wrote it. */
export interface IntegrationMark extends SecretPrints {
  /** Whose it is: an entity, or all that share it. */
  owner: string;
  /** Of its content. */
  hash: string;
}

/** An integration of ours as it stands there. */
export interface ReadIntegration {
  content: IntegrationContent;
  /** Absent when a person removed it. */
  mark?: IntegrationMark;
}

/** The body of a write: secrets in their places, and the mark. */
export function writeIntegration(
  content: IntegrationContent,
  owner: string,
  secrets: Record<string, string>,
  fingerprints: Fingerprints,
): GrafanaContactPoint {
  const mark: IntegrationMark = {
    owner,
    hash: hashContent(content),
    ...fingerprints.ofAll(content.uid, secrets),
  };
  return {
    ...content,
    settings: { ...content.settings, ...secrets, [MARK]: JSON.stringify(mark) },
  };
}

function readMark(text: unknown): IntegrationMark | undefined {
  try {
    const { owner, hash, key, prints } = JSON.parse(String(text));
    return [owner, hash, key].every(part => typeof part === 'string')
      ? { owner, hash, key, prints: Object(prints) }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Reads an integration so that nothing secret is left in it. */
export function readIntegration(
  { uid, name, type, settings, disableResolveMessage }: GrafanaContactPoint,
  fingerprints: Fingerprints,
): ReadIntegration {
  const { [MARK]: text, ...rest } = settings;
  const mark = readMark(text);
  const show = (setting: string, value: unknown) => {
    // What was written under a key that is lost cannot be judged; it counts as ours.
    const isJudged = mark?.key === fingerprints.id && value !== REDACTED;
    return isJudged &&
      fingerprints.of(uid, setting, String(value)) !== mark.prints[setting]
      ? '(another secret)'
      : SECRET;
  };
  const secret = secretSettings(type);
  const showAny = (setting: string, value: unknown) => {
    if (secret.includes(setting)) {
      return show(setting, value);
    }
    return isShown(type, setting) ? value : NOT_SHOWN;
  };
  return {
    content: {
      uid,
      name,
      type,
      settings: Object.fromEntries(
        Object.entries(rest).map(([setting, value]) => [
          setting,
          showAny(setting, value),
        ]),
      ),
      disableResolveMessage: disableResolveMessage ?? false,
    },
    mark,
  };
}
