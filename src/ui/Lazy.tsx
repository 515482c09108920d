import { createElement, Suspense, use, useState, type ComponentType, type ReactNode } from 'react';
import { ErrorBoundary } from './ErrorBoundary.tsx';

interface LazyProps<Props extends object> {
  /** What comes, in words that continue "Something went wrong in …". */
  readonly name: string;
  /** Imports the component; called once, and again for every "Try again". */
  readonly load: () => Promise<ComponentType<Props>>;
  readonly props: Props;
  readonly fallback: ReactNode;
}

/**
 * A part of the page that is fetched when it is first shown. Unlike React.lazy it can be tried again
 * after the fetch has failed, since the promise is held out here and not in the module.
 */
export function Lazy<Props extends object>({ name, load, props, fallback }: LazyProps<Props>) {
  const [component, setComponent] = useState(() => load());
  return (
    <ErrorBoundary name={name} onRetry={() => setComponent(load())}>
      <Suspense fallback={fallback}>
        <Loaded component={component} props={props} />
      </Suspense>
    </ErrorBoundary>
  );
}

interface LoadedProps<Props extends object> {
  readonly component: Promise<ComponentType<Props>>;
  readonly props: Props;
}

function Loaded<Props extends object>({ component, props }: LoadedProps<Props>) {
  return createElement(use(component), props);
}
