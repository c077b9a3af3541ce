import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Terminal } from '../Terminal';
import { UsageError } from '../UsageError';
import { ServerOptions } from './ServerOptions';

const NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;
/** What may stand in a header. */
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/** What proves to a server who asks. Values are never part of a message. */
export async function readHeaders(
  { header, tokenFile }: Pick<ServerOptions, 'header' | 'tokenFile'>,
  terminal: Pick<Terminal, 'directory' | 'env'>,
): Promise<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const [index, text] of header.entries()) {
    const colon = text.indexOf(':');
    const name = text.slice(0, Math.max(colon, 0)).trim();
    const value = text.slice(colon + 1).trim();
    if (!NAME.test(name) || !VALUE.test(value)) {
      throw new UsageError(
        `--header number ${
          index + 1
        } is no header such as 'X-Scope-OrgID: media'`,
      );
    }
    headers[name.toLowerCase()] = value;
  }
  const token = await readToken(tokenFile, terminal);
  if (token !== undefined) {
    if ('authorization' in headers) {
      throw new UsageError(
        'Both a token and --header Authorization are given; leave one out',
      );
    }
    headers.authorization = `Bearer ${token}`;
  }
  return headers;
}

async function readToken(
  tokenFile: string | undefined,
  { directory, env }: Pick<Terminal, 'directory' | 'env'>,
): Promise<string | undefined> {
  if (tokenFile === undefined) {
    return checkToken(
      env.SIGHTLINE_PROMETHEUS_TOKEN,
      'SIGHTLINE_PROMETHEUS_TOKEN',
    );
  }
  let text: string;
  try {
    text = await readFile(path.resolve(directory, tokenFile), 'utf8');
  } catch (error) {
    throw new UsageError(
      `The token file '${tokenFile}' cannot be read: ${
        (error as NodeJS.ErrnoException).code
      }`,
    );
  }
  const token = checkToken(text, `The token file '${tokenFile}'`);
  if (token === undefined) {
    throw new UsageError(`The token file '${tokenFile}' is empty`);
  }
  return token;
}

/** @throws UsageError when it cannot stand in a header */
export function checkToken(
  text: string | undefined,
  where: string,
): string | undefined {
  const token = text?.trim();
  if (!token) {
    return undefined;
  }
  if (!VALUE.test(token)) {
    throw new UsageError(`${where} holds more than one line, or no token`);
  }
  return token;
}
