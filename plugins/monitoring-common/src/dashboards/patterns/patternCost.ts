/** Longest expression that is looked at. */
const LONGEST_PATTERN = 1_000;

/** What decides how long a regular expression of JavaScript's can take. */
export interface PatternCost {
  /** Unbounded repetitions: the steps grow with this power of the text's length. */
  repetitions: number;
  /** What is chosen besides, as a power of 2 that multiplies the steps. */
  choices: number;
}

/** One of each kind of character, to see what two expressions have in common. */
const SAMPLES = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  'é',
  '世',
];

/** What is known of a part of an expression. */
interface Part extends PatternCost {
  /** Whether it can match in more than one way. */
  isLoose: boolean;
  /** Characters of which each match has one, if they are in no repetition: they tell turns apart. */
  anchors: string[];
  /** Whether every character is one that a repetition within takes too. */
  repeated: string[];
}

/** Reads only as much of the grammar as tells repetitions and what they hold. */
class PatternReader {
  isExponential = false;
  #at = 0;
  readonly #body: string;

  constructor(body: string) {
    this.#body = body;
  }

  readAlternatives(): Part {
    const branches = [this.#readSequence()];
    while (this.#body[this.#at] === '|') {
      this.#at += 1;
      branches.push(this.#readSequence());
    }
    if (branches.length === 1) {
      return branches[0];
    }
    const firsts = branches.map(({ first }) => first);
    // Branches that start with different letters exclude each other.
    const excludeEachOther =
      firsts.every(first => first !== undefined) &&
      new Set(firsts).size === firsts.length;
    return {
      repetitions: branches.reduce((sum, one) => sum + one.repetitions, 0),
      choices:
        branches.reduce((sum, one) => sum + one.choices, 0) +
        (excludeEachOther ? 0 : Math.log2(branches.length)),
      isLoose: !excludeEachOther || branches.some(({ isLoose }) => isLoose),
      anchors: [],
      repeated: branches.flatMap(({ repeated }) => repeated),
    };
  }

  #readSequence(): Part & { first?: string } {
    const sequence: Part & { first?: string } = {
      repetitions: 0,
      choices: 0,
      isLoose: false,
      anchors: [],
      repeated: [],
    };
    let isFirst = true;
    while (
      this.#at < this.#body.length &&
      !'|)'.includes(this.#body[this.#at])
    ) {
      const { part, text } = this.#readAtom();
      const { isRepeated, isOptional, times, choices } = this.#readQuantifier();
      this.isExponential ||= isRepeated && part !== undefined && isLoop(part);
      if (isFirst && text !== undefined && text.length === 1 && !isOptional) {
        sequence.first = text;
      }
      isFirst = false;
      sequence.repetitions +=
        (part?.repetitions ?? 0) * times + (isRepeated ? 1 : 0);
      sequence.choices += (part?.choices ?? 0) * times + choices;
      sequence.isLoose ||= isRepeated || choices > 0 || Boolean(part?.isLoose);
      sequence.repeated.push(
        ...(part?.repeated ?? []),
        ...(isRepeated ? [text ?? '.'] : []),
      );
      if (!isRepeated && !isOptional && text !== undefined) {
        sequence.anchors.push(text);
      }
    }
    return sequence;
  }

  /** One character, class or group. */
  #readAtom(): { part?: Part; text?: string } {
    const start = this.#at;
    const character = this.#body[this.#at++];
    if (character === '\\') {
      this.#at += 1;
      return { text: this.#body.slice(start, this.#at) };
    }
    if (character === '[') {
      while (this.#at < this.#body.length && this.#body[this.#at] !== ']') {
        this.#at += this.#body[this.#at] === '\\' ? 2 : 1;
      }
      this.#at += 1;
      return { text: this.#body.slice(start, this.#at) };
    }
    if (character === '(') {
      const opening = /^\?(?::|=|!|<=|<!|<[A-Za-z_$][\w$]*>)/.exec(
        this.#body.slice(this.#at, this.#at + 60),
      );
      this.#at += opening?.[0].length ?? 0;
      const part = this.readAlternatives();
      this.#at += 1;
      return { part };
    }
    return character === '^' || character === '$' ? {} : { text: character };
  }

  #readQuantifier(): {
    isRepeated: boolean;
    isOptional: boolean;
    times: number;
    choices: number;
  } {
    const [quantifier] =
      /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(
        this.#body.slice(this.#at, this.#at + 20),
      ) ?? [];
    if (!quantifier) {
      return { isRepeated: false, isOptional: false, times: 1, choices: 0 };
    }
    this.#at += quantifier.length;
    const bounds = /^\{(\d+)(,?)(\d*)\}/.exec(quantifier);
    const most = bounds && (bounds[2] ? bounds[3] || 'Infinity' : bounds[1]);
    // A long counted repetition is as costly as an endless one.
    const isRepeated = most ? Number(most) > 10 : /^[*+]/.test(quantifier);
    const least = bounds ? Number(bounds[1]) : 0;
    const times = most && !isRepeated ? Number(most) : 1;
    return {
      isRepeated,
      times,
      isOptional: bounds ? least === 0 : /^[*?]/.test(quantifier),
      choices: isRepeated ? 0 : Math.log2(Math.max(1, times - least + 1)),
    };
  }
}

/** Whether what is repeated can be cut into turns in several ways. */
function isLoop({ isLoose, anchors, repeated }: Part): boolean {
  return (
    isLoose &&
    !anchors.some(
      anchor =>
        repeated.length > 0 && repeated.every(one => areApart(anchor, one)),
    )
  );
}

/** Whether no character is matched by both, as far as samples can tell. */
function areApart(one: string, other: string): boolean {
  const regexes = [one, other].map(text => {
    try {
      return new RegExp(`^${text}$`, 's');
    } catch {
      return /^.$/s;
    }
  });
  return !SAMPLES.some(sample => regexes.every(regex => regex.test(sample)));
}

/**
 * What a regular expression costs that fails as late as it can.
 *
 * @param body - without slashes and flags
 * @returns undefined when its time can grow exponentially: a repetition of what itself repeats or
 * has alternatives, `(a+)+`, `(a|ab)*`, unless a character between tells the turns apart,
 * `(a+,)*`; or when it is too long to be looked at
 */
export function patternCost(body: string): PatternCost | undefined {
  if (body.length > LONGEST_PATTERN) {
    return undefined;
  }
  const reader = new PatternReader(body);
  const { repetitions, choices } = reader.readAlternatives();
  return reader.isExponential ? undefined : { repetitions, choices };
}
