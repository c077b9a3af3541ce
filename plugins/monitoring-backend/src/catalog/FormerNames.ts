import { AuthService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  MONITORING_ANNOTATION_RENAMED_FROM,
  MonitoringSpec,
  Parsed,
} from '@sightline/backstage-plugin-monitoring-common';
import { decideFormerName, FormerNameEvidence } from './decideFormerName';

/** Refs asked about in one request. */
const BATCH = 500;

const FIELDS = ['kind', 'metadata.name', 'metadata.namespace'];

interface Decided {
  /** What it was decided by, as JSON. */
  evidence: string;
  decided: Parsed<MonitoringSpec>;
}

/**
 * Decides whether entities may go on with the names that they had before. Asks the catalog, with
 * the plugin's own credentials, who has a name or says to have had it.
 */
export class FormerNames {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #decided = new WeakMap<Parsed<MonitoringSpec>, Decided>();

  static create(options: {
    catalog: CatalogService;
    auth: AuthService;
  }): FormerNames {
    return new FormerNames(options);
  }

  private constructor(options: { catalog: CatalogService; auth: AuthService }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  /**
   * Decides about one entity by one request.
   *
   * @throws when the catalog does not answer
   */
  async settle(
    parsed: Parsed<MonitoringSpec>,
  ): Promise<Parsed<MonitoringSpec>> {
    const { entityRef, renamedFrom } = parsed.value;
    if (renamedFrom === undefined) {
      return parsed;
    }
    const { kind, namespace, name } = parseEntityRef(renamedFrom);
    const annotation = `metadata.annotations.${MONITORING_ANNOTATION_RENAMED_FROM}`;
    const { items } = await this.#catalog.getEntities(
      {
        filter: [
          { kind, 'metadata.namespace': namespace, 'metadata.name': name },
          { [annotation]: renamedFrom },
        ],
        fields: FIELDS,
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    const refs = items.map(entity => stringifyEntityRef(entity));
    return this.#decide(parsed, {
      taken: refs.includes(renamedFrom),
      claimants: refs.filter(ref => ref !== renamedFrom && ref !== entityRef),
    });
  }

  /**
   * Decides about all entities that claim a name, by one request for every 500.
   *
   * @returns in the order of the claims
   * @throws when the catalog does not answer
   */
  async settleAll(
    claims: Parsed<MonitoringSpec>[],
  ): Promise<Parsed<MonitoringSpec>[]> {
    const claimants = new Map<string, string[]>();
    for (const { value } of claims) {
      const name = value.renamedFrom ?? '';
      claimants.set(name, [...(claimants.get(name) ?? []), value.entityRef]);
    }
    const taken = await this.#taken([...claimants.keys()]);
    return claims.map(parsed => {
      const { entityRef, renamedFrom = '' } = parsed.value;
      const others = claimants.get(renamedFrom) ?? [];
      return this.#decide(parsed, {
        taken: taken.has(renamedFrom),
        claimants: others.filter(ref => ref !== entityRef),
      });
    });
  }

  async #taken(refs: string[]): Promise<Set<string>> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const taken = new Set<string>();
    for (let start = 0; start < refs.length; start += BATCH) {
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs: refs.slice(start, start + BATCH), fields: FIELDS },
        { credentials },
      );
      items.forEach(entity => entity && taken.add(stringifyEntityRef(entity)));
    }
    return taken;
  }

  /** The same decision is the same object: others remember by it what they made of it. */
  #decide(
    parsed: Parsed<MonitoringSpec>,
    { taken, claimants }: FormerNameEvidence,
  ): Parsed<MonitoringSpec> {
    const evidence = JSON.stringify([taken, [...claimants].sort()]);
    const known = this.#decided.get(parsed);
    if (known?.evidence === evidence) {
      return known.decided;
    }
    const decided = decideFormerName(parsed, { taken, claimants });
    this.#decided.set(parsed, { evidence, decided });
    return decided;
  }
}
