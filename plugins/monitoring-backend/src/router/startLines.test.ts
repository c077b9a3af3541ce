import { AddressInfo } from 'node:net';
import express, { NextFunction, Request, Response } from 'express';
import { createPanelLine, PanelLine } from '../querying';
import { ServerTiming } from './ServerTiming';
import { LineStream, startLines } from './startLines';

const wait = (time: number) =>
  new Promise(resolve => setTimeout(resolve, time));

/** Asks a server whose route does something with lines. Resolves to the answer and its chunks. */
async function ask(
  answer: (lines: LineStream, all: PanelLine[]) => Promise<void>,
) {
  const all = await Promise.all(
    [1, 2, 3].map(panelId => createPanelLine({ panelId, frames: [] })),
  );
  const app = express();
  // As the compression that Backstage has before all routes: the head goes first, without a length,
  // and the end of an error may come later.
  app.use((_, res, next) => {
    const end = res.end.bind(res) as (chunk?: unknown) => Response;
    res.end = ((chunk: unknown) => {
      if (!res.headersSent) {
        res.writeHead(res.statusCode);
      }
      if (res.statusCode < 400) {
        return end(chunk);
      }
      setImmediate(() => end(chunk));
      return res;
    }) as typeof res.end;
    next();
  });
  app.get('/', (req, res, next) => {
    answer(startLines(req, res, ServerTiming.start()), all).catch(next);
  });
  app.use((error: Error, _: Request, res: Response, next: NextFunction) =>
    res.headersSent ? next(error) : res.status(500).json(error.message),
  );
  const server = app.listen(0, '127.0.0.1');
  try {
    await new Promise(resolve => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}`);
    const chunks: string[] = [];
    for await (const chunk of response.body!) {
      chunks.push(new TextDecoder().decode(chunk));
    }
    const ids = chunks
      .join('')
      .split('\n')
      .flatMap(line => /"panelId":(\d)/.exec(line)?.[1] ?? []);
    return { response, chunks, ids };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('startLines', () => {
  it('sends what is there at the same time together, and says how long it is', async () => {
    const { response, ids } = await ask(async (lines, all) => {
      await Promise.all(
        all.map(async line => {
          await Promise.resolve();
          lines.send(line);
        }),
      );
      lines.end();
    });
    expect(ids).toEqual(['1', '2', '3']);
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(0);
    expect(response.headers.get('content-encoding')).toBe('gzip');
  });

  it('sends each line when it is there', async () => {
    const { chunks, ids } = await ask(async (lines, all) => {
      for (const line of all) {
        lines.send(line);
        await wait(50);
      }
      lines.end();
    });
    expect(ids).toEqual(['1', '2', '3']);
    expect(chunks.length).toBeGreaterThanOrEqual(3);
  });

  it('leaves an error an error when nothing was sent yet', async () => {
    const { response, chunks } = await ask(async (lines, [line]) => {
      await Promise.resolve();
      lines.send(line);
      throw new Error('no');
    });
    expect(response.status).toBe(500);
    expect(chunks.join('')).toBe('"no"');
    expect(response.headers.get('content-encoding')).toBeNull();
  });
});
