import { createElement, useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { ErrorBoundary } from './ErrorBoundary.tsx';

interface LazyProps<Props extends object> {
  /** What comes, in words that continue "Something went wrong in …". */
  readonly name: string;
  /** Imports the component; the same function each time, called once and again for every "Try again". */
  readonly load: () => Promise<ComponentType<Props>>;
  readonly props: Props;
  readonly fallback: ReactNode;
}

/** A component that has come, or why it has not; null while it is on its way. */
type Arrival<Props extends object> =
  { readonly Component: ComponentType<Props> } | { readonly error: unknown } | null;

/**
 * A part of the page that is fetched when it is first shown. Unlike React.lazy, which keeps a failure
 * for ever, it can be tried again.
 */
export function Lazy<Props extends object>({ name, load, props, fallback }: LazyProps<Props>) {
  const [arrival, setArrival] = useState<Arrival<Props>>(null);
  const [attempt, setAttempt] = useState(load);

  useEffect(() => {
    let isAwaited = true;
    const arrive = (next: Arrival<Props>): void => {
      if (isAwaited) setArrival(next);
    };
    attempt.then(
      (Component) => arrive({ Component }),
      (error: unknown) => arrive({ error }),
    );
    return () => {
      isAwaited = false;
    };
  }, [attempt]);

  const retry = (): void => {
    setArrival(null);
    setAttempt(load());
  };

  return (
    <ErrorBoundary name={name} onRetry={retry}>
      {arrival === null ? fallback : <Arrived arrival={arrival} props={props} />}
    </ErrorBoundary>
  );
}

interface ArrivedProps<Props extends object> {
  readonly arrival: NonNullable<Arrival<Props>>;
  readonly props: Props;
}

/** Inside the boundary, so that a fetch that failed is told like any other error. */
function Arrived<Props extends object>({ arrival, props }: ArrivedProps<Props>) {
  if ('error' in arrival) throw arrival.error;
  return createElement(arrival.Component, props);
}
