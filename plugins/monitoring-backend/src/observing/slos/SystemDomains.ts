import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { RELATION_PART_OF, stringifyEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';

/** How long an answer of the catalog serves, in milliseconds. Systems seldom change their domain. */
const TIME_TO_LIVE = 5 * 60_000;

const DOMAIN = /^domain:/;

/** Which domain each system is part of, as the catalog says with the plugin's own credentials. */
export class SystemDomains {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  #domains = new Map<string, string | undefined>();
  #readAt = -Infinity;

  static create(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
    now: () => Date;
  }): SystemDomains {
    return new SystemDomains(options);
  }

  private constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** Canonical ref of a system's domain; `undefined` when it has none, or nobody knows. */
  of(system: string): string | undefined {
    return this.#domains.get(system);
  }

  /**
   * Learns of which domains systems are. Never throws: when the catalog does not answer, what was
   * known stays.
   *
   * @param systems - canonical refs, in any number
   */
  async refresh(systems: string[]): Promise<void> {
    const all = [...new Set(systems)];
    const isFresh = this.#now().getTime() - this.#readAt < TIME_TO_LIVE;
    if (isFresh && all.every(system => this.#domains.has(system))) {
      return;
    }
    try {
      this.#domains = await this.#read(all);
      this.#readAt = this.#now().getTime();
    } catch (error) {
      this.#logger.warn(
        `The domains of systems could not be read; those known stay: ${stringifyError(
          error,
        )}`,
      );
    }
  }

  async #read(systems: string[]): Promise<Map<string, string | undefined>> {
    if (systems.length === 0) {
      return new Map();
    }
    const { items } = await this.#catalog.getEntitiesByRefs(
      {
        entityRefs: systems,
        fields: ['kind', 'metadata.name', 'metadata.namespace', 'relations'],
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    const domains = new Map<string, string | undefined>(
      systems.map(system => [system, undefined]),
    );
    for (const entity of items) {
      const domain = entity?.relations?.find(
        ({ type, targetRef }) =>
          type === RELATION_PART_OF && DOMAIN.test(targetRef),
      );
      if (entity && domain) {
        domains.set(stringifyEntityRef(entity), domain.targetRef);
      }
    }
    return domains;
  }
}
