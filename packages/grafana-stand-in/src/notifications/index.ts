export { Notifier, type NotifierOptions } from './Notifier';
