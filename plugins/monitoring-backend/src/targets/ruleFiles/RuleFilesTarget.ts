import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import { RuleGroup } from '@sightline/backstage-plugin-monitoring-common';
import {
  ActualObject,
  DesiredObject,
  ProvisioningTarget,
} from '@sightline/backstage-plugin-monitoring-node';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import pLimit from 'p-limit';
import { RuleFilesConfig } from '../../config';
import { authHeaders, UpstreamClient } from '../../sources/http';
import { checkRuleGroups } from './checkRuleGroups';
import { checkWithPromtool } from './checkWithPromtool';
import { PendingReload } from '../files/PendingReload';
import { reloadPrometheus } from './reloadPrometheus';
import { replaceFile } from '../files/replaceFile';
import { removeLeftovers } from '../files/temporaryFiles';
import { isRuleFile, ruleFileName, ruleFileUid } from './ruleFileNames';
import { formatRuleFile } from './ruleFileText';
import { describeRuleFile } from './describeRuleFile';

const RELOAD_TIMEOUT = 30_000;

/** At once, of a folder. */
const PARALLEL_FILES = 8;

/** Content of a desired rule file. */
export interface RuleFileContent extends Record<string, unknown> {
  groups: RuleGroup[];
}

/**
 * Rule files in a folder that Prometheus watches: one file per entity and kind. Only files with our
 * prefix and our mark are written; one reload a run, and only when something changed.
 */
export class RuleFilesTarget implements ProvisioningTarget {
  readonly id: string;
  readonly title: string;
  readonly #config: RuleFilesConfig;
  readonly #prometheus: UpstreamClient | undefined;
  readonly #pending: PendingReload;
  /** Entities by the uids of files that were read; `undefined` for files that are not ours. */
  readonly #owners = new Map<string, string | undefined>();
  /** Texts before and after what Prometheus has not loaded yet; `undefined` for no file. */
  readonly #before = new Map<string, { before?: string; after?: string }>();

  static fromConfig(
    config: RuleFilesConfig,
    options: { fetch?: typeof fetch } = {},
  ): RuleFilesTarget {
    return new RuleFilesTarget(config, options);
  }

  private constructor(
    config: RuleFilesConfig,
    options: { fetch?: typeof fetch },
  ) {
    this.id = `rule-files:${config.id}`;
    this.title =
      config.id === 'default'
        ? 'Prometheus rule files'
        : `Prometheus rule files '${config.id}'`;
    this.#config = config;
    this.#pending = new PendingReload(config.directory);
    this.#prometheus = config.reloadUrl
      ? UpstreamClient.create({
          name: 'Prometheus',
          url: config.reloadUrl,
          headers: authHeaders(config.auth ?? { method: 'none' }),
          timeout: RELOAD_TIMEOUT,
          maxResponseBytes: 100_000,
          maxConcurrent: 1,
          fetch: options.fetch,
        })
      : undefined;
  }

  parallelWrites(): number {
    return PARALLEL_FILES;
  }

  /** For one entity: its files as far as they are known, those that are wanted, and new ones. */
  async list(
    wanted: DesiredObject[],
    options: { entityRef?: string } = {},
  ): Promise<ActualObject[]> {
    const { entityRef } = options;
    const objects = new Map(wanted.map(object => [object.uid, object]));
    const uids = await this.#uids();
    if (entityRef === undefined) {
      await removeLeftovers(this.#config.directory, isRuleFile);
    }
    for (const uid of this.#owners.keys()) {
      if (!uids.has(uid)) {
        this.#owners.delete(uid);
      }
    }
    const limit = pLimit(PARALLEL_FILES);
    const found = await Promise.all(
      [...uids]
        .filter(
          uid =>
            entityRef === undefined ||
            objects.has(uid) ||
            !this.#owners.has(uid) ||
            this.#owners.get(uid) === entityRef,
        )
        .map(uid => limit(() => this.#read(uid, objects.get(uid)))),
    );
    return found.flatMap(actual => actual ?? []);
  }

  async write(
    object: DesiredObject,
    actual?: ActualObject,
  ): Promise<{ url?: string }> {
    const { groups } = object.content as RuleFileContent;
    checkRuleGroups(groups);
    await mkdir(this.#config.directory, { recursive: true });
    await this.#assertUnchanged(object.uid, actual);
    const text = formatRuleFile(object, groups);
    const { promtool } = this.#config;
    await replaceFile(this.#path(object.uid), text, async temporary => {
      if (promtool) {
        await checkWithPromtool(promtool, temporary);
      }
      await this.#remember(object.uid, text);
      await this.#pending.set();
    });
    return {};
  }

  async remove(actual: ActualObject): Promise<void> {
    await this.#assertUnchanged(actual.uid, actual);
    await this.#remember(actual.uid, undefined);
    await this.#pending.set();
    await rm(this.#path(actual.uid), { force: true });
  }

  async isUncommitted(): Promise<boolean> {
    return this.#pending.isSet();
  }

  async commit(options: { signal?: AbortSignal }): Promise<void> {
    const refusal = await this.#reload(options.signal);
    if (refusal === undefined) {
      this.#before.clear();
      await this.#pending.clear();
      return;
    }
    if (this.#before.size === 0) {
      throw new ServiceUnavailableError(refusal);
    }
    await this.#restore();
    throw new ServiceUnavailableError(
      `The rule files of this run did not take effect, and what was there before is back: ${refusal}`,
    );
  }

  async #reload(signal?: AbortSignal): Promise<string | undefined> {
    try {
      return this.#prometheus
        ? await reloadPrometheus(this.#prometheus, signal)
        : undefined;
    } catch (error) {
      // Prometheus may run the new files or the old ones: they stay, and so does the mark, and the
      // next run reloads. What was there before is no longer known to be what it runs.
      this.#before.clear();
      throw error;
    }
  }

  /** After this the files are again what Prometheus runs, but for what a person changed since. */
  async #restore(): Promise<void> {
    for (const [uid, { before, after }] of this.#before) {
      if ((await this.#text(uid)) === after) {
        await (before === undefined
          ? rm(this.#path(uid), { force: true })
          : replaceFile(this.#path(uid), before));
      }
    }
    this.#before.clear();
    await this.#pending.clear();
  }

  /** Uids of the files that have a name of ours. */
  async #uids(): Promise<Set<string>> {
    const entries = await readdir(this.#config.directory, {
      withFileTypes: true,
    }).catch(error => {
      if (error.code === 'ENOENT') {
        return [];
      }
      throw error;
    });
    return new Set(
      entries
        .filter(
          entry =>
            (entry.isFile() || entry.isSymbolicLink()) &&
            isRuleFile(entry.name),
        )
        .map(({ name }) => ruleFileUid(name)),
    );
  }

  async #read(
    uid: string,
    wanted?: Pick<ActualObject, 'kind' | 'hash'>,
  ): Promise<ActualObject | undefined> {
    const text = await this.#text(uid);
    if (text === undefined) {
      return undefined;
    }
    const actual = describeRuleFile(uid, text, wanted);
    this.#owners.set(uid, actual.owner?.entityRef);
    return actual;
  }

  /** @throws `ConflictError` when a person was faster than the run */
  async #assertUnchanged(
    uid: string,
    seen: ActualObject | undefined,
  ): Promise<void> {
    const now = await this.#read(uid, seen);
    if (now?.hash !== seen?.hash || now?.owner?.hash !== seen?.owner?.hash) {
      throw new ConflictError(
        `The file '${ruleFileName(
          uid,
        )}' was changed by someone else in the meantime`,
      );
    }
  }

  async #remember(uid: string, after: string | undefined): Promise<void> {
    const known = this.#before.get(uid);
    const before = known ? known.before : await this.#text(uid);
    this.#before.set(uid, { before, after });
  }

  /** `undefined` when there is no such file. */
  async #text(uid: string): Promise<string | undefined> {
    return readFile(this.#path(uid), 'utf8').catch(error => {
      if (error.code === 'ENOENT') {
        return undefined;
      }
      throw error;
    });
  }

  #path(uid: string): string {
    return path.join(this.#config.directory, ruleFileName(uid));
  }
}
