/** One number of an instant query or of an expression, with the labels of its series. */
export interface Sample {
  labels: Record<string, string>;
  value: number;
}
