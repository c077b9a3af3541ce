import { ConflictError } from '@backstage/errors';
import { ProvisioningService } from '../ProvisioningService';
import { DefaultProvisioningService, RunStarter } from '../service';
import { MemoryStore } from './builders';
import { setUpReconciler } from './setUpReconciler';

/** A service on a reconciler in memory, with a scheduler that the test lets run. */
export function setUpService(
  provisioning: object = {},
  more: { store?: MemoryStore } = {},
) {
  const parts = setUpReconciler(provisioning, { ...more, interval: 5 });
  const { config, reconciler, store, state, grafana, files } = parts;
  const scheduler = {
    triggered: 0,
    locked: false,
    async triggerTask() {
      if (scheduler.locked) {
        throw new ConflictError('Task reconcile is currently running');
      }
      scheduler.triggered += 1;
    },
  };
  const service: ProvisioningService = DefaultProvisioningService.create({
    config: config.provisioning,
    reconciler,
    store,
    targets: [grafana, files],
    now: () => state.now,
    starter: RunStarter.create({
      scheduler,
      taskId: 'reconcile',
      store,
      mode: config.provisioning.mode,
      now: () => state.now,
      interval: 5,
    }),
  });
  /** Waits for the end of a run that was started. */
  const ended = async (id: string) => {
    for (;;) {
      const run = await service.getRun(id);
      if (run.status !== 'running') {
        return run;
      }
      await new Promise(resolve => setTimeout(resolve, 5));
    }
  };
  return { ...parts, scheduler, service, ended };
}
