import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aSpec,
  anEntityAnswer,
  readable,
  renderScreen,
  STORY_ENTITY,
} from '../../__testUtils__';
import { ProvisioningStrip } from './ProvisioningStrip';

const strip = () => screen.getByRole('region', { name: 'Provisioning' });

describe('ProvisioningStrip', () => {
  it('counts the objects by state and says when the last run was', async () => {
    await renderScreen(<ProvisioningStrip entity={STORY_ENTITY} />);
    const text = readable(strip());
    expect(text).toContain('1Drifted');
    expect(text).toContain('3In sync');
    expect(text).toContain('Last run 14:30 UTC.');
  });

  it('explains what a person changed, theirs beside ours', async () => {
    await renderScreen(<ProvisioningStrip entity={STORY_ENTITY} />);
    const rows = within(
      screen.getByRole('list', { name: 'Provisioned objects' }),
    ).getAllByRole('listitem');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toHaveTextContent('changed in Grafana by lena.fischer');

    const table = screen.getByRole('table', {
      name: 'Differences of Upload Overview',
    });
    const changed = within(table).getByRole('row', { name: /panels\[2\]/ });
    expect(changed).toHaveTextContent('"Upload time"');
    expect(changed).toHaveTextContent('"Upload duration"');
    expect(
      within(table).getByRole('row', { name: /panels\[7\]/ }),
    ).toHaveTextContent('not there');
  });

  it('lists all objects on demand, with a link where there is one', async () => {
    await renderScreen(<ProvisioningStrip entity={STORY_ENTITY} />);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all 4 objects' }),
    );
    expect(
      within(
        screen.getByRole('list', { name: 'Provisioned objects' }),
      ).getAllByRole('listitem'),
    ).toHaveLength(4);
    expect(screen.getByRole('link', { name: /PostgreSQL/ })).toHaveAttribute(
      'href',
      'http://localhost:3001/d/sl-ingestor-uploads',
    );
    expect(screen.getByText('Alert rules')).toBeInTheDocument();
  });

  it('says that no run has been there yet', async () => {
    await renderScreen(
      <ProvisioningStrip
        entity={anEntityAnswer({ lastReconciledAt: undefined })}
      />,
    );
    expect(readable(strip())).toContain('Nothing has been provisioned yet.');
    expect(readable(strip())).toContain(
      'No run has looked at this service yet.',
    );
  });

  it('says that nothing is wanted when the entity provisions nothing', async () => {
    await renderScreen(
      <ProvisioningStrip
        entity={anEntityAnswer({ spec: aSpec({ provision: [] }) })}
      />,
    );
    expect(readable(strip())).toContain(
      'Nothing is provisioned for this service.',
    );
  });
});
