import { Component, type ReactNode } from 'react';
import { useTexts } from '../language/texts.ts';
import { texts } from './texts.ts';

interface BoundaryProps {
  readonly children: ReactNode;
}

/** Says calmly that a page has failed, instead of leaving it blank; a part that could not be loaded may be there anew. */
export class ErrorBoundary extends Component<BoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? <Failed /> : this.props.children;
  }
}

function Failed() {
  const t = useTexts(texts);
  return (
    <main className="wide page">
      <div className="stack" role="alert">
        <h1>{t.failedTitle}</h1>
        <p className="lead soft">{t.failed}</p>
      </div>
      <p className="row">
        <button type="button" className="button button--main" onClick={() => location.reload()}>
          {t.reload}
        </button>
        <a className="button" href="/">
          {t.home}
        </a>
      </p>
    </main>
  );
}
