import { hasStatus } from '../../api/hasStatus';

/** Whether the backend answered that the user lacks a permission. */
export function isForbidden(error: Error): boolean {
  return hasStatus(error, 403);
}
