import {
  DashboardMark,
  ProvisioningAction,
  ProvisioningRun,
} from '@sightline/backstage-plugin-monitoring-common';
import { ProvisioningService } from '../provisioning';

/** Runs that are looked through, the newest first. */
const MOST_RUNS = 100;

/** Changes that are told; each is asked for. */
const MOST_MARKS = 30;

/** What is told of one change. */
const MOST_LINES = 10;

const VERBS: Partial<Record<ProvisioningAction, string>> = {
  create: 'Created',
  update: 'Updated',
  move: 'Moved',
  revert: 'Put back',
  adopt: 'Took over',
  prune: 'Removed',
};

/**
 * What Sightline changed for an entity, as marks on the graphs of its dashboards: one for each run
 * that changed something.
 *
 * @param range - in Unix milliseconds
 */
export async function changeMarks(
  provisioning: Pick<ProvisioningService, 'listRuns' | 'listSteps'>,
  entityRef: string,
  range: { from: number; to: number },
): Promise<DashboardMark[]> {
  const { items } = await provisioning.listRuns({
    eventful: true,
    limit: MOST_RUNS,
  });
  const runs = items
    .filter(run => isAbout(run, entityRef) && isWithin(run, range))
    .slice(0, MOST_MARKS);
  const marks = await Promise.all(
    runs.map(async run => {
      const steps = await provisioning.listSteps(run.id, {
        entityRef,
        outcome: ['done'],
      });
      const lines = steps.flatMap(({ action, kind, title }) =>
        VERBS[action] ? [`${VERBS[action]} ${kind} “${title}”`] : [],
      );
      return lines.length > 0 ? [markOf(run, lines)] : [];
    }),
  );
  return marks.flat();
}

function markOf(run: ProvisioningRun, lines: string[]): DashboardMark {
  const more = lines.length - MOST_LINES;
  return {
    id: `provisioning-${run.id}`,
    kind: 'provisioning',
    name: 'Sightline',
    color: 'purple',
    from: momentOf(run),
    title: 'Changed by Sightline',
    text: [
      ...lines.slice(0, MOST_LINES),
      ...(more > 0 ? [`and ${more} more`] : []),
    ].join('\n'),
    tags: [],
  };
}

function momentOf({ startedAt, finishedAt }: ProvisioningRun): number {
  return Date.parse(finishedAt ?? startedAt);
}

/** A run over all may have changed any entity. */
function isAbout(run: ProvisioningRun, entityRef: string): boolean {
  return (
    run.mode === 'apply' &&
    (run.entityRef === undefined || run.entityRef === entityRef)
  );
}

function isWithin(
  run: ProvisioningRun,
  { from, to }: { from: number; to: number },
): boolean {
  const moment = momentOf(run);
  return moment >= from && moment <= to;
}
