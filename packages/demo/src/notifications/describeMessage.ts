import { ReceivedNotification } from './ReceivedNotification';

/** What a message for people is about, as its title and its link to a silence say. */
export function describeMessage(
  title: string,
  text: string,
): Pick<ReceivedNotification, 'status' | 'alertname' | 'entity'> {
  const [, word, alertname] = /^\[([A-Z]+)[^\]]*\] (\w+)/.exec(title) ?? [];
  const [, entity] =
    /entity(?:%3D|=)%22(.*?)%22/i.exec(text) ??
    /entity(?:%3D|=)([\w%.-]+)/i.exec(text) ??
    [];
  return {
    status: word === 'RESOLVED' ? 'resolved' : 'firing',
    alertname,
    entity: entity && decodeURIComponent(entity),
  };
}
