import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ChaosRandom } from './ChaosRandom';

const NAMES = ['ingestor', 'gateway', 'uploader', 'player', 'billing'];
const OWNERS = ['team-media', 'team-edge'];

/** Annotations of which an entity has some. */
const ANNOTATIONS: Record<string, string[]> = {
  'monitoring/packs': ['http', 'http, unknown-pack'],
  'monitoring/slos': [
    'availability 99.9% 30d',
    'availability 99% 30d',
    'availability 99.9% 30d; latency p95 < 500ms 30d',
    'this is no SLO',
  ],
  'monitoring/alerts': [
    'SlowHttpResponses: off',
    'HighHttpErrorRate: off; SlowHttpResponses: off',
  ],
  'monitoring/notify': ['hook', 'critical: hook'],
  'monitoring/mute': ['nights'],
  'monitoring/provision': ['dashboards', 'alerts, slos', 'none'],
  'monitoring/selector': ['job="special"', 'service="{name}", zone="a"'],
  'monitoring/environments': ['stage', 'stage, prod'],
};

/** How the catalog answers. */
export type Outage = 'none' | 'silent' | 'in part';

/** Entities that come, go and change, in a catalog that does not always answer. */
export class ChaosFleet {
  outage: Outage = 'none';
  readonly #random: ChaosRandom;
  readonly #entities = new Map<string, Entity>();

  constructor(random: ChaosRandom) {
    this.#random = random;
    for (let count = 0; count < 3; count += 1) {
      this.#add();
    }
  }

  get entities(): Entity[] {
    return [...this.#entities.values()];
  }

  /** Something happens to one entity. */
  change(): void {
    const random = this.#random;
    const names = [...this.#entities.keys()];
    const what = random.below(10);
    if (names.length === 0 || what < 2) {
      this.#add();
      return;
    }
    const name = random.pick(names);
    const entity = this.#entities.get(name)!;
    if (what < 3) {
      this.#entities.delete(name);
    } else if (what < 4) {
      this.#rename(name, entity);
    } else if (what < 5) {
      this.#put(name, entity.metadata.annotations ?? {});
    } else {
      this.#put(name, this.#annotate(name, entity.metadata.annotations ?? {}));
    }
  }

  /** The catalog as the backend asks it. */
  service(): CatalogService {
    const outageOf = () => this.outage;
    const mock = () => catalogServiceMock({ entities: this.entities });
    const answering = () => {
      if (outageOf() === 'silent') {
        throw new Error('The catalog does not answer');
      }
      return mock();
    };
    return {
      async *streamEntities(request: any, options: any) {
        const found = (await answering().getEntities(request, options)).items;
        if (outageOf() === 'in part') {
          yield found.slice(0, found.length / 2);
          throw new Error('The catalog broke off');
        }
        yield found;
      },
      getEntities: async (request: any, options: any) =>
        answering().getEntities(request, options),
      getEntitiesByRefs: async (request: any, options: any) =>
        answering().getEntitiesByRefs(request, options),
      getEntityByRef: async (ref: any, options: any) =>
        answering().getEntityByRef(ref, options),
    } as unknown as CatalogService;
  }

  /** A new entity under a name that another one gave up waits for a person: that is a conflict. */
  #isClaimed(name: string): boolean {
    return this.entities.some(
      ({ metadata }) =>
        metadata.name !== name &&
        metadata.annotations?.['monitoring/renamed-from'] ===
          `component:default/${name}`,
    );
  }

  #add(): void {
    const name = this.#random.pick(NAMES);
    if (this.#isClaimed(name)) {
      return;
    }
    this.#put(name, {
      'monitoring/packs': 'http',
      'monitoring/slos': 'availability 99.9% 30d',
    });
  }

  #put(name: string, annotations: Record<string, string>): void {
    this.#entities.set(name, {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name, namespace: 'default', annotations },
      spec: {
        type: 'service',
        lifecycle: 'production',
        owner: this.#random.pick(OWNERS),
      },
    });
  }

  #annotate(
    name: string,
    before: Record<string, string>,
  ): Record<string, string> {
    const random = this.#random;
    const annotation = random.pick(Object.keys(ANNOTATIONS));
    const { [annotation]: _dropped, ...rest } = before;
    return random.chance(0.3)
      ? rest
      : {
          ...rest,
          [annotation]: random
            .pick(ANNOTATIONS[annotation])
            .replace('{name}', name),
        };
  }

  /** With or without word of it. */
  #rename(name: string, { metadata }: Entity): void {
    const free = NAMES.filter(
      other => !this.#entities.has(other) && !this.#isClaimed(other),
    );
    if (free.length > 0) {
      this.#entities.delete(name);
      this.#put(this.#random.pick(free), {
        ...metadata.annotations,
        ...(this.#random.chance(0.7)
          ? { 'monitoring/renamed-from': `component:default/${name}` }
          : {}),
      });
    }
  }
}
