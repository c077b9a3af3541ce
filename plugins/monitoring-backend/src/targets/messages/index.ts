export { createMessages, type Messages } from './createMessages';
