/** Whether what an option names is a server, and no file. */
export function isAddress(text: string | undefined): text is string {
  return text !== undefined && /^[a-z]+:\/\//i.test(text);
}
