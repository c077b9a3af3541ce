import { Request, Response } from 'express';
import { PanelLine } from '../querying';
import { joinLines, LineJoiner } from './joinLines';
import { ServerTiming } from './ServerTiming';

/** An answer of lines, each sent at once. */
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
  let joiner: LineJoiner | undefined;
  const begin = () => {
    const encoding = req.acceptsEncodings('gzip', 'identity');
    const isGzipped = encoding === 'gzip';
    res.type('application/x-ndjson');
    res.vary('Accept-Encoding');
    res.set({
      // What was compressed once for all is not to be compressed again by anybody on the way.
      'Cache-Control': 'no-store, no-transform',
      'Server-Timing': String(timing),
      // Proxies such as nginx would collect the lines.
      'X-Accel-Buffering': 'no',
      ...(isGzipped && { 'Content-Encoding': 'gzip' }),
    });
    return joinLines(isGzipped);
  };
  const started = () => {
    joiner ??= begin();
    return joiner;
  };
  return {
    send: line =>
      started()
        .add(line)
        .forEach(part => res.write(part)),
    end: () => {
      started()
        .end()
        .forEach(part => res.write(part));
      res.end();
    },
  };
}
