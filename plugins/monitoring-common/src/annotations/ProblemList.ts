import { ANNOTATION_EXAMPLES } from './constants';
import { AnnotationProblem } from './types';

const LONGEST_QUOTE = 500;

/** Collects what is wrong with one annotation. */
export class ProblemList {
  readonly problems: AnnotationProblem[] = [];

  constructor(
    private readonly annotation: string,
    private readonly value: string,
    private readonly example: string = ANNOTATION_EXAMPLES[annotation],
  ) {}

  /** The part at `place` was left out. */
  error(message: string, place?: Place): void {
    this.#add('error', message, place);
  }

  /** The part at `place` is used, or waits. */
  warn(message: string, place?: Place): void {
    this.#add('warning', message, place);
  }

  #add(
    severity: AnnotationProblem['severity'],
    message: string,
    place: Place | undefined,
  ): void {
    this.problems.push({
      annotation: this.annotation,
      severity,
      message,
      ...(place
        ? {
            position: {
              offset: place.offset,
              length: Math.max(place.text.length, 1),
            },
          }
        : {}),
      value: this.value.slice(0, LONGEST_QUOTE),
      example: this.example,
    });
  }
}

/** A part of an annotation's value and where it starts. */
export interface Place {
  text: string;
  /** In UTF-16 code units from the start of the value. */
  offset: number;
}
