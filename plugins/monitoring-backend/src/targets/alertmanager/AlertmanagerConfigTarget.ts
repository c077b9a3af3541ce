import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import {
  ActualObject,
  DesiredObject,
  ProvisioningTarget,
} from '@sightline/backstage-plugin-monitoring-node';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { AlertmanagerFileConfig, NotificationsConfig } from '../../config';
import { authHeaders, UpstreamClient } from '../../sources/http';
import { PendingReload } from '../ruleFiles/PendingReload';
import { replaceFile } from '../ruleFiles/replaceFile';
import { checkWithAmtool } from './checkWithAmtool';
import { digest, formatConfigFile, parseConfigFile } from './configFile';
import { AlertmanagerContent, renderConfig } from './renderConfig';

/** Owner of the file, which is every entity's. */
export const ALERTMANAGER_OWNER = 'sightline/alertmanager';
export const ALERTMANAGER_UID = 'alertmanager';

/** It holds secrets. */
const MODE = 0o600;
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
  /** What stood there before this run, and what was written; to be put back when it is refused. */
  #written: { before?: string; after: string } | undefined;

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
    const text = await readIfThere(this.#config.file);
    if (text === undefined) {
      return [];
    }
    const base = {
      kind: 'alertmanager-config' as const,
      uid: ALERTMANAGER_UID,
      title: path.basename(this.#config.file),
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
    const { file, amtool } = this.#config;
    const [now] = await this.list();
    if (now?.hash !== actual?.hash) {
      throw new ConflictError(
        `The file '${path.basename(
          file,
        )}' was changed by someone else in the meantime`,
      );
    }
    const body = renderConfig(
      await this.#base(),
      object.content as AlertmanagerContent,
      this.#notifications,
    );
    const after = formatConfigFile(
      { hash: object.hash, settings: await this.#settings() },
      body,
    );
    const before = await readIfThere(file);
    await mkdir(path.dirname(file), { recursive: true });
    await replaceFile(
      file,
      after,
      async temporary => {
        if (amtool) {
          await checkWithAmtool(amtool, temporary);
        }
        await this.#pending.set();
      },
      MODE,
    );
    this.#written = { before, after };
    return {};
  }

  /** Never asked for: as long as there is this target, its file is wanted. */
  async remove(): Promise<void> {
    throw new ConflictError(
      'The configuration of Alertmanager is not deleted: it could not start any more',
    );
  }

  async isUncommitted(): Promise<boolean> {
    return this.#pending.isSet();
  }

  async commit(options: { signal?: AbortSignal }): Promise<void> {
    const written = this.#written;
    this.#written = undefined;
    const answer = await this.#alertmanager?.request({
      method: 'POST',
      path: '',
      signal: options.signal,
    });
    if (!answer || answer.status < 300) {
      await this.#pending.clear();
      return;
    }
    const refusal = `Alertmanager could not load its configuration (${answer.status}); its log says why`;
    if (written) {
      await this.#restore(written);
      throw new ServiceUnavailableError(
        `${refusal}. What was there before is back`,
      );
    }
    throw new ServiceUnavailableError(refusal);
  }

  async #restore({
    before,
    after,
  }: {
    before?: string;
    after: string;
  }): Promise<void> {
    const { file } = this.#config;
    if ((await readIfThere(file)) === after) {
      await (before === undefined
        ? rm(file, { force: true })
        : replaceFile(file, before, undefined, MODE));
    }
    await this.#pending.clear();
  }

  async #base(): Promise<string | undefined> {
    const { base } = this.#config;
    return base === undefined ? undefined : readFile(base, 'utf8');
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
