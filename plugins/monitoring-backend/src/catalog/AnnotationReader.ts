import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  MonitoringSpec,
  Parsed,
  parseMonitoringSpec,
  ParseMonitoringSpecOptions,
} from '@sightline/backstage-plugin-monitoring-common';
import { hashContent } from '@sightline/backstage-plugin-monitoring-node';
import { LRUCache } from 'lru-cache';
import { MonitoringConfig } from '../config';

/** Entities whose annotations are remembered. */
const MAXIMUM = 50_000;

interface Remembered {
  /** Changes with everything that the catalog says of the entity. */
  version: string;
  parsed: Parsed<MonitoringSpec>;
}

/** What the configuration says about reading annotations. */
export function annotationOptions(
  config: MonitoringConfig,
): ParseMonitoringSpecOptions {
  const { channels, muteTimings } = config.notifications;
  return {
    defaultSelector: config.defaultSelector,
    defaultWindow: config.slo.defaultWindow,
    timeZone: config.slo.timeZone,
    knownPrometheus: config.prometheus.map(({ id }) => id),
    knownChannels: channels.map(({ name }) => name),
    knownMuteTimings: muteTimings.map(({ name }) => name),
    knownGrafana: config.grafana.map(({ id }) => id),
  };
}

/**
 * Reads what entities' annotations say. An entity that did not change has the same answer, the
 * same object: what others make of it can be remembered by it.
 */
export class AnnotationReader {
  readonly #options: ParseMonitoringSpecOptions;
  readonly #remembered = new LRUCache<string, Remembered>({ max: MAXIMUM });

  static fromConfig(config: MonitoringConfig): AnnotationReader {
    return new AnnotationReader(annotationOptions(config));
  }

  private constructor(options: ParseMonitoringSpecOptions) {
    this.#options = options;
  }

  read(entity: Entity): Parsed<MonitoringSpec> {
    const ref = stringifyEntityRef(entity);
    const version = entity.metadata.etag ?? hashContent(entity);
    const known = this.#remembered.get(ref);
    if (known?.version === version) {
      return known.parsed;
    }
    const parsed = parseMonitoringSpec(entity, this.#options);
    this.#remembered.set(ref, { version, parsed });
    return parsed;
  }

  /** Forgets all other entities. */
  retain(entityRefs: ReadonlySet<string>): void {
    for (const ref of this.#remembered.keys()) {
      if (!entityRefs.has(ref)) {
        this.#remembered.delete(ref);
      }
    }
  }
}
