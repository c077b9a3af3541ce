import { SharedObject } from '@sightline/backstage-plugin-monitoring-common';
import { sortObjects } from '../provisioning';

/** Most urgent first; among equals the SLO rules, on which the most depends. */
export function sortShared(objects: SharedObject[]): SharedObject[] {
  const isRules = ({ kind }: SharedObject) => kind === 'slo-rule-group';
  return sortObjects([
    ...objects.filter(isRules),
    ...objects.filter(object => !isRules(object)),
  ]);
}
