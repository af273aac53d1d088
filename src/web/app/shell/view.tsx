import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';

interface ViewProps {
  readonly title: ReactNode;
  /** What the browser's tab is called. */
  readonly name?: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

let isFirst = true;

/** One view of a door with its headline; after a change of view the focus is there, where a reader begins. */
export function View({ title, name, lead, children }: ViewProps) {
  const headline = useRef<HTMLHeadingElement>(null);
  const [location] = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when the address does
  useEffect(() => {
    if (!isFirst) {
      headline.current?.focus();
      window.scrollTo(0, 0);
    }
    isFirst = false;
  }, [location]);
  useEffect(() => {
    if (name) document.title = `${name} · Hub Kota Jambi`;
  }, [name]);
  return (
    <div className="stack stack--loose">
      <div className="stack stack--tight reading">
        <h1 ref={headline} tabIndex={-1}>
          {title}
        </h1>
        {lead && <p className="lead soft">{lead}</p>}
      </div>
      {children}
    </div>
  );
}
