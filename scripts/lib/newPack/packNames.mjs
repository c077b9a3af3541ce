import { UserError } from '../UserError.mjs';

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

function capital(word) {
  return word[0].toUpperCase() + word.slice(1);
}

/**
 * How a pack is called in each place.
 *
 * @throws UserError when `id` is no id of a pack
 */
export function packNames(id, title) {
  if (!ID.test(id ?? '')) {
    throw new UserError(
      `'${
        id ?? ''
      }' is no id of a pack: write lower-case words joined by '-', for example kafka or mail-queue.`,
    );
  }
  const words = id.split('-');
  const pascal = words.map(capital).join('');
  return {
    id,
    camel: pascal[0].toLowerCase() + pascal.slice(1),
    Pascal: pascal,
    snake: words.join('_'),
    CONSTANT: words.join('_').toUpperCase(),
    Title: title ?? capital(words.join(' ')),
  };
}
