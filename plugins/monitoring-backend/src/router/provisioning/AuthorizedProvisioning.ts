import {
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import {
  AnswerBrakeRequest,
  DecideRequest,
  monitoringProvisioningManagePermission,
  monitoringProvisioningReadPermission,
  ObjectComparisonResponse,
  PauseRequest,
  ProvisioningOverviewResponse,
  ProvisioningRun,
  ProvisioningRunListQuery,
  ProvisioningRunListResponse,
  ProvisioningStepListQuery,
  ProvisioningStepListResponse,
  SharedObjectListResponse,
  StartRunResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { pageOf } from '../../paging';
import { ProvisioningService } from '../../provisioning';
import {
  entitiesOfBrake,
  entitiesOfRun,
  limitBrake,
  limitRun,
} from './limitRun';
import { limitSharedObject, limitStep } from './limitShared';
import { RunEntities, RunReader } from './RunEntities';

const DEFAULT_STEPS = 50;

interface Caller {
  credentials: BackstageCredentials;
}

interface User {
  credentials: BackstageCredentials<BackstageUserPrincipal>;
}

/**
 * Provisioning over all entities, as a caller may see and steer it. Entities that he may not see
 * are left out of what is listed and stay in what is counted.
 *
 * @remarks
 * Each method throws `NotAllowedError` for a caller without the permission: to read for those that
 * ask, to manage for those that change something.
 */
export class AuthorizedProvisioning {
  readonly #inner: ProvisioningService;
  readonly #permissions: PermissionsService;
  readonly #entities: RunEntities;

  static create(options: {
    inner: ProvisioningService;
    permissions: PermissionsService;
    entities: RunEntities;
  }): AuthorizedProvisioning {
    return new AuthorizedProvisioning(options);
  }

  private constructor(options: {
    inner: ProvisioningService;
    permissions: PermissionsService;
    entities: RunEntities;
  }) {
    this.#inner = options.inner;
    this.#permissions = options.permissions;
    this.#entities = options.entities;
  }

  async overview(caller: Caller): Promise<ProvisioningOverviewResponse> {
    const reader = await this.#reader(caller);
    const { running, lastRun, brake, ...overview } =
      await this.#inner.overview();
    const told = await this.#entities.told(
      [running, lastRun].flatMap(entitiesOfRun).concat(entitiesOfBrake(brake)),
      reader,
    );
    return {
      ...overview,
      running: running && limitRun(running, told),
      lastRun: lastRun && limitRun(lastRun, told),
      brake: brake && limitBrake(brake, told),
      mayManage: reader.mayManage,
    };
  }

  /** Runs of one entity that the caller may not see are left out of the page. */
  async listRuns(
    query: ProvisioningRunListQuery,
    caller: Caller,
  ): Promise<ProvisioningRunListResponse> {
    const reader = await this.#reader(caller);
    const page = await this.#inner.listRuns(query);
    const told = await this.#entities.told(
      page.items.flatMap(entitiesOfRun),
      reader,
    );
    const items = page.items
      .map(run => limitRun(run, told))
      .filter(run => run !== undefined);
    return { ...page, items };
  }

  /** @throws `NotFoundError` when there is none, or it is of an entity that the caller may not see */
  async getRun(id: string, caller: Caller): Promise<ProvisioningRun> {
    return this.#run(id, await this.#reader(caller));
  }

  /** @throws `NotFoundError` as {@link AuthorizedProvisioning.getRun} does */
  async listSteps(
    runId: string,
    query: ProvisioningStepListQuery,
    caller: Caller,
  ): Promise<ProvisioningStepListResponse> {
    const { limit = DEFAULT_STEPS, cursor, ...filter } = query;
    const reader = await this.#reader(caller);
    await this.#run(runId, reader);
    const steps = await this.#inner.listSteps(runId, filter);
    const told = await this.#entities.told(
      steps.map(({ entityRef }) => entityRef),
      reader,
    );
    return pageOf(
      steps
        .filter(({ entityRef }) => told.has(entityRef))
        .map(step => limitStep(step, reader)),
      { limit, cursor },
    );
  }

  /** Who may not manage is not told what they hold: shared rules name whose they are. */
  async listShared(caller: Caller): Promise<SharedObjectListResponse> {
    const { mayManage } = await this.#reader(caller);
    const items = await this.#inner.listShared();
    return {
      items: items.map(object =>
        mayManage ? object : limitSharedObject(object),
      ),
      mayManage,
    };
  }

  async compareShared(
    key: string,
    user: User,
  ): Promise<ObjectComparisonResponse> {
    await this.#requireManage(user);
    return this.#inner.compareShared(key);
  }

  async decideShared(
    decision: DecideRequest,
    user: User,
  ): Promise<StartRunResponse> {
    await this.#requireManage(user);
    return this.#inner.decideShared(decision, byOf(user));
  }

  async startRun(user: User): Promise<StartRunResponse> {
    await this.#requireManage(user);
    return this.#inner.startRun(byOf(user));
  }

  async stopRun(id: string, user: User): Promise<void> {
    await this.#requireManage(user);
    await this.#inner.stopRun(id, byOf(user));
  }

  async answerBrake(answer: AnswerBrakeRequest, user: User): Promise<void> {
    await this.#requireManage(user);
    await this.#inner.answerBrake(answer, byOf(user));
  }

  async pause({ reason }: PauseRequest, user: User): Promise<void> {
    await this.#requireManage(user);
    await this.#inner.pause('all', { ...byOf(user), reason });
  }

  async resume(user: User): Promise<void> {
    await this.#requireManage(user);
    await this.#inner.resume('all', byOf(user));
  }

  async #reader({ credentials }: Caller): Promise<RunReader> {
    await this.#require(
      monitoringProvisioningReadPermission,
      credentials,
      'see how provisioning runs',
    );
    const mayManage = await this.#may(
      monitoringProvisioningManagePermission,
      credentials,
      // Who cannot be asked about is shown less.
    ).catch(() => false);
    return { credentials, mayManage };
  }

  #requireManage({ credentials }: User): Promise<void> {
    return this.#require(
      monitoringProvisioningManagePermission,
      credentials,
      'steer provisioning',
    );
  }

  async #require(
    permission: BasicPermission,
    credentials: BackstageCredentials,
    what: string,
  ): Promise<void> {
    if (!(await this.#may(permission, credentials))) {
      throw new NotAllowedError(
        `You may not ${what}; it takes the permission ${permission.name}`,
      );
    }
  }

  async #may(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const [{ result }] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    return result === AuthorizeResult.ALLOW;
  }

  async #run(id: string, reader: RunReader): Promise<ProvisioningRun> {
    const run = await this.#inner.getRun(id);
    const told = await this.#entities.told(entitiesOfRun(run), reader);
    const limited = limitRun(run, told);
    if (!limited) {
      throw new NotFoundError(`No run '${id}' that you may see`);
    }
    return limited;
  }
}

function byOf({ credentials }: User): { by: string } {
  return { by: credentials.principal.userEntityRef };
}
