/** Whether the backend answered that it cannot ask what it was given. */
export function isRefused(error: Error): boolean {
  return 'statusCode' in error && error.statusCode === 400;
}
