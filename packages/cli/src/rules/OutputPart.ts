/** One document of what a command writes: a file of its own, where the output is a directory. */
export interface OutputPart {
  /** Name of its file in a directory. */
  file: string;
  /** YAML, with a line break at the end. */
  text: string;
}
