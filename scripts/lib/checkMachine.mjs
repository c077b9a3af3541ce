import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { UserError } from './UserError.mjs';

const GIGABYTE = 1_000_000_000;

/** @throws UserError when the folder cannot be written to, or the disk is too full */
export function checkDisk(root) {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    throw new UserError(
      `${root} cannot be written to: run this as the user who owns it, or give yourself the right to.`,
    );
  }
  const needed = existsSync(join(root, 'node_modules')) ? 0.5 : 4;
  const { bavail, bsize } = statfsSync(root);
  const free = (bavail * bsize) / GIGABYTE;
  if (free < needed) {
    throw new UserError(
      `The disk of ${root} has ${free.toFixed(
        1,
      )} GB left, and ${needed} GB are needed: make room.`,
    );
  }
}

function tryPort(port, host) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', error => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () =>
      server.close(() => resolve(undefined)),
    );
  });
}

/**
 * @param {{ port: number, what: string, option: string }[]} wanted
 * @throws UserError that names the first port which cannot be had, and the option that moves it
 */
export async function checkPorts(wanted) {
  for (const { port, what, option } of wanted) {
    for (const host of ['127.0.0.1', '::1', undefined]) {
      const code = await tryPort(port, host);
      if (code === 'EADDRINUSE') {
        throw new UserError(
          `Port ${port}, which ${what} wants, is taken: end what listens there, or choose another with ${option}.`,
        );
      }
      if (code === 'EACCES') {
        throw new UserError(
          `Port ${port}, which ${what} wants, needs more rights: choose one above 1023 with ${option}.`,
        );
      }
    }
  }
}
