import { Component, type ErrorInfo, type ReactNode } from 'react';
import { TriangleAlert } from 'lucide-react';

interface ErrorBoundaryProps {
  /** What is inside, in words that continue "Something went wrong in …". */
  readonly name: string;
  /** What stands above the words when something went wrong. */
  readonly lead?: ReactNode;
  readonly onError?: () => void;
  /** Called before the children are tried again. */
  readonly onRetry?: () => void;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: Error | null;
}

/** Keeps an error inside one view or panel: says what happened and offers to try again. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null };

  static getDerivedStateFromError(thrown: unknown): ErrorBoundaryState {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    this.props.onError?.();
    // React has logged the error itself; the component stack is what a report needs beside it.
    reportError(new Error(`In ${this.props.name}:${info.componentStack ?? ''}`, { cause: error }));
  }

  private readonly retry = (): void => {
    this.props.onRetry?.();
    this.setState({ error: null });
  };

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <>
        {this.props.lead}
        <div className="failure" role="alert">
          <TriangleAlert className="failure-icon" aria-hidden />
          <p>
            <strong>Something went wrong in {this.props.name}.</strong> The rest of the page goes on
            working.
          </p>
          <p className="failure-words">{error.message}</p>
          <button type="button" className="button" onClick={this.retry}>
            Try again
          </button>
        </div>
      </>
    );
  }
}
