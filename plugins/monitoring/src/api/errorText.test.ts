import { ResponseError } from '@backstage/errors';
import { errorText } from './errorText';

describe('errorText', () => {
  it('is the backend’s own sentence', async () => {
    const body = {
      error: { name: 'InputError', message: 'The range is too long' },
      response: { statusCode: 400 },
    };
    const response = new Response(JSON.stringify(body), {
      status: 400,
      headers: { 'content-type': 'application/json' },
    });
    expect(errorText(await ResponseError.fromResponse(response as any))).toBe(
      'The range is too long',
    );
  });

  it.each([
    ['an error', new Error('gone'), 'gone'],
    ['anything else', 'gone', 'gone'],
  ])('is what %s says', (_, error, text) => {
    expect(errorText(error)).toBe(text);
  });
});
