import {
  DesiredObject,
  ProvisioningTarget,
} from '@sightline/backstage-plugin-monitoring-node';
import { describeFailure } from './describeFailure';
import { ActualState } from './plan';
import { TargetFailure } from './TargetFailure';

/** Lists all targets at once; one that does not answer stops no other. */
export async function listTargets(
  targets: ProvisioningTarget[],
  wanted: DesiredObject[],
  options: { signal?: AbortSignal; entityRef?: string },
): Promise<{ states: ActualState[]; failures: TargetFailure[] }> {
  const states: ActualState[] = [];
  const failures: TargetFailure[] = [];
  await Promise.all(
    targets.map(async target => {
      const own = wanted.filter(object => object.target === target.id);
      try {
        const objects = await target.list(own, options);
        states.push({ target: target.id, objects });
      } catch (error) {
        options.signal?.throwIfAborted();
        failures.push(describeFailure(target.id, error));
      }
    }),
  );
  return { states, failures };
}
