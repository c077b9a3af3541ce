/** Whether the backend answered that the user lacks a permission. */
export function isForbidden(error: Error): boolean {
  return 'statusCode' in error && error.statusCode === 403;
}
