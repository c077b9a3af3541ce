import { DashboardVariable } from '@sightline/backstage-plugin-monitoring-common';
import {
  ReadVariables,
  ReadVariablesOptions,
  VariableReader,
} from './VariableReader';

/**
 * The values of a dashboard's variables, in the order in which they depend on each other: each is
 * asked for once, with the values of those before it. What goes wrong with one is told with it.
 *
 * @throws `InputError` for a value of the caller's that is not allowed
 * @throws the signal's reason
 */
export async function readVariables(
  definitions: DashboardVariable[],
  options: ReadVariablesOptions,
): Promise<ReadVariables> {
  const reader = VariableReader.create(definitions, options);
  await reader.readAll();
  options.signal?.throwIfAborted();
  return reader.result();
}
