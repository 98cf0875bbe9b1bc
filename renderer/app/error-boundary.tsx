import { Component, type ReactNode } from 'react';
import { Crashed } from './crashed.tsx';

interface Props {
  readonly children: ReactNode;
  /** Told the name of the error only: its message may quote what somebody typed. */
  readonly onError: (where: string) => void;
}

/** The last one that answers: a bug in a screen never leaves a white window. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: Error): void {
    this.props.onError(error.name);
  }

  override render(): ReactNode {
    return this.state.failed ? (
      <Crashed onAgain={() => this.setState({ failed: false })} />
    ) : (
      this.props.children
    );
  }
}
