import { Component, ReactNode } from 'react';

/** Props of {@link PanelBoundary}. */
export interface PanelBoundaryProps {
  /** What is shown instead of content that cannot be drawn. */
  fallback: (error: Error) => ReactNode;
  /** Another value draws the content again. */
  resetKey: unknown;
  children: ReactNode;
}

interface State {
  error?: Error;
  resetKey: unknown;
}

/** Keeps what goes wrong in one panel within it, until the panel gets something else to draw. */
export class PanelBoundary extends Component<PanelBoundaryProps, State> {
  static getDerivedStateFromError(error: Error): Partial<State> {
    return { error };
  }

  static getDerivedStateFromProps(
    { resetKey }: PanelBoundaryProps,
    state: State,
  ): State | null {
    return resetKey === state.resetKey ? null : { resetKey };
  }

  state: State = { resetKey: this.props.resetKey };

  render() {
    const { error } = this.state;
    return error ? this.props.fallback(error) : this.props.children;
  }
}
