import { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer, SMTPServerDataStream } from 'smtp-server';
import { describeMessage } from './describeMessage';
import { NotificationLog } from './NotificationLog';

/** A mail server that delivers to nobody. */
export interface MailSink {
  port: number;
  close(): Promise<void>;
}

/** A mail larger than this is refused. In bytes. */
const LARGEST = 1024 * 1024;

async function read(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

async function receive(
  stream: SMTPServerDataStream,
  recipients: string[],
  log: NotificationLog,
): Promise<void> {
  const source = await read(stream);
  const { subject = '', text = '', html } = await PostalMime.parse(source);
  for (const address of recipients) {
    log.add({
      // Every channel has an address of its own here.
      channel: address.split('@')[0],
      kind: 'email',
      title: subject,
      text: text.trim(),
      html,
      raw: source.toString('utf8'),
      ...describeMessage(subject, text),
    });
  }
}

/**
 * Takes mail on a free port of the loopback address and keeps it in a log. Whoever sends to
 * `media-email@…` reaches the channel `media-email`.
 */
export async function startMailSink(log: NotificationLog): Promise<MailSink> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    size: LARGEST,
    onData(stream, { envelope }, callback) {
      receive(
        stream,
        envelope.rcptTo.map(({ address }) => address),
        log,
      ).then(() => callback(), callback);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  // A client that goes in the middle of a mail is no reason to end.
  server.on('error', () => {});
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise<void>(resolve => server.close(() => resolve())),
  };
}
