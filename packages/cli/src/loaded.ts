/**
 * A module that was imported when it was needed. As CommonJS, which it is once it is built, it
 * comes as the default export of what is imported.
 */
export async function loaded<T extends object>(module: Promise<T>): Promise<T> {
  const found = await module;
  return (found as { default?: T }).default ?? found;
}
