import { render, screen } from '@testing-library/react';
import App from './App';

describe('App', () => {
  beforeEach(() => {
    process.env = {
      ...process.env,
      NODE_ENV: 'test',
      APP_CONFIG: [
        {
          context: 'test',
          data: {
            app: { title: 'Sightline', baseUrl: 'http://localhost:3000' },
            backend: { baseUrl: 'http://localhost:7007' },
          },
        },
      ] as any,
    };
  });

  it('lets a visitor enter as the guest', async () => {
    render(App.createRoot());
    expect(
      await screen.findByRole(
        'button',
        { name: /enter/i },
        { timeout: 10_000 },
      ),
    ).toBeInTheDocument();
  }, 20_000);
});
