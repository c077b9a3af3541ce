/** Whether the backend answered with an HTTP status: an error that never came to it has none. */
export function hasStatus(error: Error, status: number): boolean {
  return 'statusCode' in error && error.statusCode === status;
}
