import { Request, Response } from 'express';
import { PanelLine } from '../querying';
import { joinLines } from './joinLines';
import { ServerTiming } from './ServerTiming';

/** An answer of lines, each sent at once; those that are there at the same time, together. */
export interface LineStream {
  send: (line: PanelLine) => void;
  end: () => void;
}

/**
 * Begins an answer of one JSON text per line, as they are or as one gzip stream, whatever the caller
 * takes. Its head is sent with the first line, so that what fails before is an error as any other.
 *
 * @param timing - what came before the first line
 */
export function startLines(
  req: Request,
  res: Response,
  timing: ServerTiming,
): LineStream {
  const isGzipped = req.acceptsEncodings('gzip', 'identity') === 'gzip';
  const joiner = joinLines(isGzipped);
  let waiting: PanelLine[] = [];
  let isBegun = false;
  const begin = () => {
    isBegun = true;
    res.vary('Accept-Encoding');
    res.set({
      'Content-Type': 'application/x-ndjson',
      // What was compressed once for all is not to be compressed again by anybody on the way.
      'Cache-Control': 'no-store, no-transform',
      'Server-Timing': String(timing),
      // Proxies such as nginx would collect the lines.
      'X-Accel-Buffering': 'no',
      ...(isGzipped && { 'Content-Encoding': 'gzip' }),
    });
  };
  const taken = () => {
    const lines = waiting;
    waiting = [];
    return lines.flatMap(line => joiner.add(line));
  };
  const flush = () => {
    // What failed in the meantime has answered; it may not have ended yet.
    const isFailed = res.writableEnded || (res.headersSent && !isBegun);
    if (waiting.length === 0 || isFailed) {
      return;
    }
    if (!isBegun) {
      begin();
    }
    res.write(Buffer.concat(taken()));
  };
  return {
    send: line => {
      if (waiting.length === 0) {
        process.nextTick(flush);
      }
      waiting.push(line);
    },
    end: () => {
      const parts = [...taken(), ...joiner.end()];
      if (isBegun) {
        res.end(Buffer.concat(parts));
        return;
      }
      begin();
      // Node would leave it out behind a middleware that sends the head before the end.
      const length = parts.reduce((sum, part) => sum + part.length, 0);
      res.set('Content-Length', String(length));
      // Together, and without another copy of it all.
      res.cork();
      parts.forEach(part => res.write(part));
      res.end();
    },
  };
}
