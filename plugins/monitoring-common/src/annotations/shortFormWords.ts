import { Place } from './ProblemList';

/** Why an SLO is left out: a message and the word that it is about. */
export class Fault extends Error {
  constructor(message: string, readonly place: Place) {
    super(message);
  }
}

/** Reads the words of one short form, from left to right. */
export class Words {
  #next = 0;

  constructor(readonly whole: Place, readonly words: Place[]) {}

  take(): Place | undefined {
    const word = this.words[this.#next];
    this.#next += word ? 1 : 0;
    return word;
  }

  expect(what: string): Place {
    const word = this.take();
    if (!word) {
      throw new Fault(`${what} is missing at the end`, this.whole);
    }
    return word;
  }

  expectLess(): void {
    const word = this.expect(`'<'`);
    if (word.text !== '<') {
      throw new Fault(`'<' is expected instead of '${word.text}'`, word);
    }
  }
}

/** The words of a short form. `<` stands alone, whatever is around it. */
export function wordsOf(place: Place): Words {
  const words = [...place.text.matchAll(/<|[^\s<]+/g)].map(match => ({
    text: match[0],
    offset: place.offset + (match.index ?? 0),
  }));
  return new Words(place, words);
}
