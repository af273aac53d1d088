import type { ReactNode } from 'react';
import { ViewTitle } from './view-title.tsx';

interface ViewProps {
  readonly title: ReactNode;
  /** What the browser's tab is called. */
  readonly name: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** One view of a door: its title, what it is for, and the rest below. */
export function View({ title, name, lead, children }: ViewProps) {
  return (
    <div className="stack stack--loose">
      <div className="stack stack--tight reading">
        <ViewTitle page={`${name} · Hub Kota Jambi`}>{title}</ViewTitle>
        {lead && <p className="lead soft">{lead}</p>}
      </div>
      {children}
    </div>
  );
}
