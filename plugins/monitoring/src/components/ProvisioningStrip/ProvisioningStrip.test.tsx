import { screen } from '@testing-library/react';
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

function show(entity = STORY_ENTITY) {
  return renderScreen(
    <ProvisioningStrip
      entityRef="component:default/ingestor"
      entityName="ingestor"
      entity={entity}
      onChanged={() => {}}
    />,
  );
}

describe('ProvisioningStrip', () => {
  it('counts the objects by state and says when the last run was', async () => {
    await show();
    const text = readable(strip());
    expect(text).toContain('1Drifted');
    expect(text).toContain('3In sync');
    expect(text).toContain('1 object waits for you');
    expect(text).toContain('Last run 14:30 UTC.');
  });

  it('opens the drawer, and gives the focus back when it is closed', async () => {
    await show();
    const button = screen.getByRole('button', { name: 'Show all 4 objects' });
    await userEvent.click(button);
    expect(
      await screen.findByRole('dialog', { name: 'Provisioning of ingestor' }),
    ).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(button).toHaveFocus();
  });

  it('says that no run has been there yet', async () => {
    await show(anEntityAnswer({ lastReconciledAt: undefined }));
    expect(readable(strip())).toContain('Nothing has been provisioned yet.');
    expect(readable(strip())).toContain(
      'No run has looked at this service yet.',
    );
    expect(
      screen.getByRole('button', { name: 'Open provisioning' }),
    ).toBeInTheDocument();
  });

  it('says that nothing is wanted when the entity provisions nothing', async () => {
    await show(anEntityAnswer({ spec: aSpec({ provision: [] }) }));
    expect(readable(strip())).toContain(
      'Nothing is provisioned for this service.',
    );
  });
});
