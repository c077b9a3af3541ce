import { screen } from '@testing-library/react';
import { renderScreen, STORY_PROBLEMS } from '../../__testUtils__';
import { AnnotationProblems } from './AnnotationProblems';

describe('AnnotationProblems', () => {
  it('says where, why, and what works', async () => {
    await renderScreen(<AnnotationProblems problems={STORY_PROBLEMS} />);
    expect(
      screen.getByRole('heading', { name: '2 annotations need a look' }),
    ).toBeInTheDocument();
    const [first, second] = screen.getAllByRole('listitem');
    expect(first).toHaveTextContent('monitoring/slos');
    expect(first).toHaveTextContent(
      'Position 39: “500” is not a duration. The unit is missing.',
    );
    expect(first).toHaveTextContent('latency p95 < 500ms 30d');
    expect(second).toHaveTextContent('did you mean monitoring/notify?');
  });

  it('marks the fault in the text', async () => {
    await renderScreen(<AnnotationProblems problems={STORY_PROBLEMS} />);
    const text = screen.getByRole('group', {
      name: 'Text of monitoring/slos with the fault marked',
    });
    expect(text.querySelector('mark')).toHaveTextContent(/^500$/);
  });

  it('leads to the file, but never to an address that runs a script', async () => {
    const { unmount } = await renderScreen(
      <AnnotationProblems
        problems={STORY_PROBLEMS}
        editUrl="https://git.example.com/edit"
      />,
    );
    expect(
      screen.getByRole('link', { name: /Open catalog-info.yaml/ }),
    ).toHaveAttribute('href', 'https://git.example.com/edit');
    unmount();

    await renderScreen(
      <AnnotationProblems
        problems={STORY_PROBLEMS}
        editUrl="data:text/html,x"
      />,
    );
    expect(
      screen.queryByRole('link', { name: /Open catalog-info.yaml/ }),
    ).toBeNull();
  });

  it('is not there when all is understood', async () => {
    await renderScreen(<AnnotationProblems problems={[]} />);
    expect(screen.queryByRole('region')).toBeNull();
  });
});
