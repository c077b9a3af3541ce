import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { resolve } from 'node:path';
import { readUpstreamAuth } from './readUpstreamAuth';
import { readUrl } from './readUrl';
import { AlertmanagerFileConfig } from './types';

const PATH = 'monitoring.provisioning.alertmanagerConfig';

/** The oldest that is tried: that of Debian 12. */
const OLDEST = '0.25';

function readVersion(config: Config): [number, number] {
  const text = config.getOptionalString('version') ?? OLDEST;
  const [, major, minor] = /^v?(\d+)\.(\d+)/.exec(text) ?? [];
  if (minor === undefined) {
    throw new InputError(
      `${PATH}.version is '${text}'; expected a version such as 0.28`,
    );
  }
  return [Number(major), Number(minor)];
}

function readFileMode(config: Config): number | undefined {
  const text = config.getOptionalString('fileMode');
  // Whoever writes it reads it again.
  if (text !== undefined && !/^0?[67][0-7]{2}$/.test(text)) {
    throw new InputError(
      `${PATH}.fileMode is '${text}'; expected permissions in octal that let the owner read and write, such as '0640'`,
    );
  }
  return text === undefined ? undefined : parseInt(text, 8);
}

/**
 * Reads `monitoring.provisioning.alertmanagerConfig`.
 *
 * @throws `InputError` that names the key and what was expected
 */
export function readAlertmanagerFileConfig(
  provisioning: Config | undefined,
): AlertmanagerFileConfig | undefined {
  const config = provisioning?.getOptionalConfig('alertmanagerConfig');
  if (!config) {
    return undefined;
  }
  const file = config.getString('file');
  const base = config.getOptionalString('base');
  if (base !== undefined && resolve(base) === resolve(file)) {
    throw new InputError(
      `${PATH}.base and ${PATH}.file are the same; the base is yours and is never written`,
    );
  }
  return {
    base,
    file,
    fileMode: readFileMode(config),
    reloadUrl: config.has('reloadUrl')
      ? readUrl(config, 'reloadUrl', PATH)
      : undefined,
    auth: readUpstreamAuth(config, { path: PATH }),
    amtool: config.getOptionalString('amtool'),
    version: readVersion(config),
  };
}
