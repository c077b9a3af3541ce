import {
  ConflictError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  ActualObject,
  DesiredObject,
  ProvisioningTarget,
} from '@sightline/backstage-plugin-monitoring-node';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { AlertmanagerFileConfig, NotificationsConfig } from '../../config';
import { authHeaders, UpstreamClient } from '../../sources/http';
import { PendingReload } from '../files/PendingReload';
import { realPath } from '../files/realPath';
import { replaceFile } from '../files/replaceFile';
import { removeLeftovers } from '../files/temporaryFiles';
import { throwIfToldToWait } from '../throwIfToldToWait';
import { checkWithAmtool } from './checkWithAmtool';
import { digest, formatConfigFile, parseConfigFile } from './configFile';
import { applyPermissions, permissionsOf } from './permissions';
import { PreviousConfig, previousName } from './PreviousConfig';
import { ALONE, AlertmanagerContent, renderConfig } from './renderConfig';

/** Owner of the file, which is every entity's. */
export const ALERTMANAGER_OWNER = 'sightline/alertmanager';
export const ALERTMANAGER_UID = 'alertmanager';

/** What Alertmanager answers to a configuration that it cannot load; other statuses are a proxy's. */
const REFUSED = 500;
const RELOAD_TIMEOUT = 30_000;

/**
 * The configuration file of one Alertmanager: the operator's own part, and receivers and routes of
 * ours. It has secrets in it; nothing of them is in what is listed, compared or said.
 */
export class AlertmanagerConfigTarget implements ProvisioningTarget {
  readonly id = 'alertmanager-config:default';
  readonly title = 'Alertmanager configuration';
  readonly #config: AlertmanagerFileConfig;
  readonly #notifications: NotificationsConfig;
  readonly #pending: PendingReload;
  readonly #alertmanager: UpstreamClient | undefined;
  readonly #previous: PreviousConfig;

  static fromConfig(
    config: AlertmanagerFileConfig,
    notifications: NotificationsConfig,
    options: { fetch?: typeof fetch } = {},
  ): AlertmanagerConfigTarget {
    return new AlertmanagerConfigTarget(config, notifications, options);
  }

  private constructor(
    config: AlertmanagerFileConfig,
    notifications: NotificationsConfig,
    options: { fetch?: typeof fetch },
  ) {
    this.#config = config;
    this.#notifications = notifications;
    this.#pending = new PendingReload(
      path.dirname(config.file),
      'alertmanager',
    );
    this.#previous = new PreviousConfig(config.file);
    this.#alertmanager = config.reloadUrl
      ? UpstreamClient.create({
          name: 'Alertmanager',
          url: config.reloadUrl,
          headers: authHeaders(config.auth),
          timeout: RELOAD_TIMEOUT,
          maxResponseBytes: 100_000,
          maxConcurrent: 1,
          fetch: options.fetch,
        })
      : undefined;
  }

  async list(): Promise<ActualObject[]> {
    const name = path.basename(this.#config.file);
    const real = await realPath(this.#config.file);
    for (const file of new Set([this.#config.file, real])) {
      await removeLeftovers(path.dirname(file), left =>
        [path.basename(file), previousName(name)].includes(left),
      );
    }
    const text = await readIfThere(this.#config.file);
    if (text === undefined) {
      return [];
    }
    const base = {
      kind: 'alertmanager-config' as const,
      uid: ALERTMANAGER_UID,
      title: name,
      content: {},
    };
    const file = parseConfigFile(text);
    if (!file) {
      // Alertmanager does not start without a file: a copy of the base stands in until our first.
      return text === (await this.#base())
        ? []
        : [{ ...base, hash: digest(text) }];
    }
    if (!file.untouched) {
      return [
        {
          ...base,
          owner: { entityRef: ALERTMANAGER_OWNER, hash: file.hash },
          hash: digest(text),
        },
      ];
    }
    // Made of other settings, it is untouched and yet not what is wanted.
    const hash =
      file.settings === (await this.#settings())
        ? file.hash
        : `${file.hash} of other settings`;
    return [{ ...base, owner: { entityRef: ALERTMANAGER_OWNER, hash }, hash }];
  }

  async write(
    object: DesiredObject,
    actual?: ActualObject,
  ): Promise<{ url?: string }> {
    await this.#assertUnchanged(actual);
    const body = renderConfig(
      await this.#base(),
      object.content as AlertmanagerContent,
      this.#notifications,
    );
    const after = formatConfigFile(
      { hash: object.hash, settings: await this.#settings() },
      body,
    );
    await this.#writeChecked(after);
    return {};
  }

  /** Alertmanager does not start without a file: what stays is the operator's own part. */
  async remove(actual: ActualObject): Promise<void> {
    await this.#assertUnchanged(actual);
    await this.#writeChecked((await this.#base()) ?? ALONE);
  }

  async isUncommitted(): Promise<boolean> {
    return this.#pending.isSet();
  }

  async commit(options: { signal?: AbortSignal }): Promise<void> {
    const answer = await this.#alertmanager?.request({
      method: 'POST',
      path: '',
      signal: options.signal,
    });
    if (!answer || answer.status < 300) {
      await this.#settle();
      return;
    }
    throwIfToldToWait('Alertmanager', answer);
    if (answer.status !== REFUSED) {
      throw new ServiceUnavailableError(
        `Alertmanager did not reload its configuration (${answer.status}); monitoring.provisioning.alertmanagerConfig.reloadUrl and its auth say where it is asked to. The next run asks again`,
      );
    }
    const refusal = `Alertmanager could not load its configuration (${answer.status}); its log says why`;
    if (await this.#restore()) {
      throw new ServiceUnavailableError(
        `${refusal}. What was there before is back`,
      );
    }
    throw new ServiceUnavailableError(refusal);
  }

  /** @throws `ConflictError` when a person was faster than the run */
  async #assertUnchanged(seen: ActualObject | undefined): Promise<void> {
    const [now] = await this.list();
    if (now?.hash !== seen?.hash) {
      throw new ConflictError(
        `The file '${path.basename(
          this.#config.file,
        )}' was changed by someone else in the meantime`,
      );
    }
  }

  async #writeChecked(after: string): Promise<void> {
    const { file, amtool } = this.#config;
    const before = await readIfThere(file);
    await mkdir(path.dirname(file), { recursive: true });
    await this.#replace(after, async temporary => {
      if (amtool) {
        await checkWithAmtool(amtool, temporary);
      }
      await this.#previous.keep(before, after);
      await this.#pending.set();
    });
  }

  /** Whether what was refused was ours to undo. */
  async #restore(): Promise<boolean> {
    const { file } = this.#config;
    const instead = await this.#previous.instead(await readIfThere(file));
    if (!instead) {
      return false;
    }
    await (instead.text === undefined
      ? rm(file, { force: true })
      : this.#replace(instead.text));
    await this.#settle();
    return true;
  }

  async #settle(): Promise<void> {
    await this.#previous.forget();
    await this.#pending.clear();
  }

  async #replace(
    text: string,
    check?: (temporaryPath: string) => Promise<void>,
  ): Promise<void> {
    const { file, fileMode } = this.#config;
    const permissions = await permissionsOf(file, fileMode);
    await replaceFile(file, text, check, at =>
      applyPermissions(at, permissions),
    );
  }

  async #base(): Promise<string | undefined> {
    const { base } = this.#config;
    if (base === undefined) {
      return undefined;
    }
    return readFile(base, 'utf8').catch(error => {
      throw new InputError(
        `monitoring.provisioning.alertmanagerConfig.base names a file that cannot be read (${error.code}); nothing was written`,
      );
    });
  }

  /** Changes with all that the file is made of beside the routes: our templates too. */
  async #settings(): Promise<string> {
    const base = await this.#base();
    return digest(renderConfig(base, { routes: [] }, this.#notifications));
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(error => {
    if (error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  });
}
