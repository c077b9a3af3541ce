import {
  ProvisioningRun,
  ProvisioningStep,
} from '@sightline/backstage-plugin-monitoring-common';
import { changeMarks } from './changeMarks';

const REF = 'component:default/ingestor';
const NOON = Date.UTC(2026, 0, 1, 12);
const RANGE = { from: NOON - 60_000, to: NOON + 60_000 };

function aRun(id: string, changes: Partial<ProvisioningRun> = {}) {
  const startedAt = new Date(NOON).toISOString();
  return { id, mode: 'apply', startedAt, ...changes } as ProvisioningRun;
}

function aStep(changes: Partial<ProvisioningStep>) {
  return {
    kind: 'dashboard',
    title: 'Uploads',
    ...changes,
  } as ProvisioningStep;
}

async function marksOf(
  runs: ProvisioningRun[],
  steps: Record<string, ProvisioningStep[]>,
) {
  const asked: unknown[] = [];
  const marks = await changeMarks(
    {
      listRuns: async () => ({ items: runs, totalItems: runs.length }),
      listSteps: async (id, query) => {
        asked.push([id, query]);
        return steps[id] ?? [];
      },
    },
    REF,
    RANGE,
  );
  return { marks, asked };
}

it('says what each run changed for the entity', async () => {
  const { marks, asked } = await marksOf(
    [aRun('1', { finishedAt: new Date(NOON + 5_000).toISOString() })],
    {
      1: [
        aStep({ action: 'create' }),
        aStep({ action: 'nothing' }),
        aStep({ action: 'prune', kind: 'alert-rule-group', title: 'Old' }),
      ],
    },
  );
  expect(marks).toEqual([
    {
      id: 'provisioning-1',
      kind: 'provisioning',
      name: 'Sightline',
      color: 'purple',
      from: NOON + 5_000,
      title: 'Changed by Sightline',
      text: 'Created dashboard “Uploads”\nRemoved alert-rule-group “Old”',
      tags: [],
    },
  ]);
  expect(asked).toEqual([['1', { entityRef: REF, outcome: ['done'] }]]);
});

it('leaves out plans, other entities, other times and runs without a change', async () => {
  const { marks, asked } = await marksOf(
    [
      aRun('plan', { mode: 'plan' }),
      aRun('other', { entityRef: 'component:default/other' }),
      aRun('early', { startedAt: new Date(NOON - 61_000).toISOString() }),
      aRun('idle'),
      aRun('own', { entityRef: REF }),
    ],
    { own: [aStep({ action: 'update' })] },
  );
  expect(marks.map(({ id }) => id)).toEqual(['provisioning-own']);
  expect(asked.map(one => (one as string[])[0])).toEqual(['idle', 'own']);
});

it('does not tell more than a tooltip can hold', async () => {
  const { marks } = await marksOf([aRun('1')], {
    1: Array.from({ length: 13 }, () => aStep({ action: 'update' })),
  });
  expect(marks[0].text?.split('\n')).toHaveLength(11);
  expect(marks[0].text).toMatch(/and 3 more$/);
});
