/** Where a list goes on. */
export interface Continuation {
  /** How many entries came before. */
  offset: number;
  /** The list is that of this version. */
  resourceVersion: number;
}

/** The token by which the next page of a list is asked for. */
export function encodeToken({ offset, resourceVersion }: Continuation): string {
  const token = { o: offset, v: resourceVersion, s: false };
  return Buffer.from(JSON.stringify(token)).toString('base64');
}

/** What a token stands for; `undefined` when it stands for nothing. */
export function decodeToken(token: string): Continuation | undefined {
  try {
    const { o, v } = JSON.parse(Buffer.from(token, 'base64').toString('utf8'));
    return { offset: o, resourceVersion: v };
  } catch {
    return undefined;
  }
}
