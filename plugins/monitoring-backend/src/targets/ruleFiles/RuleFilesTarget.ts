import { ServiceUnavailableError, stringifyError } from '@backstage/errors';
import { RuleGroup } from '@sightline/backstage-plugin-monitoring-common';
import {
  ActualObject,
  DesiredObject,
  hashContent,
  ProvisioningTarget,
} from '@sightline/backstage-plugin-monitoring-node';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { ProvisioningConfig } from '../../config';
import { UpstreamClient } from '../../sources/http';
import { checkRuleGroups } from './checkRuleGroups';
import { checkWithPromtool } from './checkWithPromtool';
import { replaceFile } from './replaceFile';
import { formatRuleFile, parseRuleFile } from './ruleFileText';

type RuleFilesConfig = NonNullable<ProvisioningConfig['ruleFiles']>;

const PREFIX = 'sightline-';
const SUFFIX = '.yaml';
const RELOAD_TIMEOUT = 30_000;

/** Content of a desired rule file. */
export interface RuleFileContent extends Record<string, unknown> {
  groups: RuleGroup[];
}

/**
 * Rule files in a folder that Prometheus watches: one file per entity and kind. Only files with our
 * prefix and our mark are written; one reload a run, and only when something changed.
 */
export class RuleFilesTarget implements ProvisioningTarget {
  readonly id = 'rule-files:default';
  readonly title = 'Prometheus rule files';
  readonly #config: RuleFilesConfig;
  readonly #reload: UpstreamClient | undefined;
  /** What stood there before this run; `undefined` for a file that is new. */
  readonly #before = new Map<string, string | undefined>();

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
    this.#config = config;
    this.#reload = config.reloadUrl
      ? UpstreamClient.create({
          name: 'Prometheus',
          url: config.reloadUrl,
          headers: {},
          timeout: RELOAD_TIMEOUT,
          maxResponseBytes: 100_000,
          maxConcurrent: 1,
          fetch: options.fetch,
        })
      : undefined;
  }

  async list(wanted: DesiredObject[]): Promise<ActualObject[]> {
    await mkdir(this.#config.directory, { recursive: true });
    const kinds = new Map(wanted.map(({ uid, kind }) => [uid, kind]));
    const names = (await readdir(this.#config.directory)).filter(
      name => name.startsWith(PREFIX) && name.endsWith(SUFFIX),
    );
    const actual: ActualObject[] = [];
    for (const name of names) {
      const uid = name.slice(PREFIX.length, -SUFFIX.length);
      const text = await readFile(this.#path(uid), 'utf8');
      const { owner, groups } = parseRuleFile(text);
      // A file that a person broke is content too: it differs from what we wrote.
      const content = groups ? { groups } : { text };
      actual.push({
        kind:
          kinds.get(uid) ??
          (uid.includes('-slos-') ? 'slo-rule-group' : 'alert-rule-group'),
        uid,
        title: name,
        owner,
        content,
        hash: hashContent(content),
      });
    }
    return actual;
  }

  async write(object: DesiredObject): Promise<{ url?: string }> {
    const { groups } = object.content as RuleFileContent;
    checkRuleGroups(groups);
    await this.#remember(object.uid);
    const { promtool } = this.#config;
    await replaceFile(
      this.#path(object.uid),
      formatRuleFile(object, groups),
      async temporary => {
        if (promtool) {
          await checkWithPromtool(promtool, temporary);
        }
      },
    );
    return {};
  }

  async remove(actual: ActualObject): Promise<void> {
    await this.#remember(actual.uid);
    await rm(this.#path(actual.uid), { force: true });
  }

  async commit(options: { signal?: AbortSignal }): Promise<void> {
    const before = [...this.#before];
    this.#before.clear();
    if (!this.#reload) {
      return;
    }
    try {
      await this.#requestReload(options.signal);
    } catch (error) {
      for (const [uid, text] of before) {
        await (text === undefined
          ? rm(this.#path(uid), { force: true })
          : replaceFile(this.#path(uid), text));
      }
      throw new ServiceUnavailableError(
        `The rule files of this run did not take effect, and what was there before is back: ${stringifyError(
          error,
        )}`,
      );
    }
  }

  async #requestReload(signal?: AbortSignal): Promise<void> {
    const answer = await this.#reload!.request({
      method: 'POST',
      path: '',
      signal,
    });
    if (answer.status === 403) {
      throw new ServiceUnavailableError(
        'Prometheus refuses to reload; start it with --web.enable-lifecycle',
      );
    }
    if (answer.status >= 300) {
      // Prometheus does not say why (recording `prometheus-2.42-reload`): its log does.
      throw new ServiceUnavailableError(
        `Prometheus could not load its configuration (${answer.status}); its log names the file`,
      );
    }
  }

  async #remember(uid: string): Promise<void> {
    if (!this.#before.has(uid)) {
      this.#before.set(
        uid,
        await readFile(this.#path(uid), 'utf8').catch(() => undefined),
      );
    }
  }

  #path(uid: string): string {
    return path.join(this.#config.directory, `${PREFIX}${uid}${SUFFIX}`);
  }
}
