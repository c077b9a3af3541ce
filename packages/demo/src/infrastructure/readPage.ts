/**
 * An exporter's page.
 *
 * @throws when it does not answer with 200
 */
export async function readPage(port: number): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/metrics`);
  if (!response.ok) {
    throw new Error(`the exporter answered with ${response.status}`);
  }
  return response.text();
}
