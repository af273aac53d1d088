import type { ReactNode } from 'react';

interface EmptyProps {
  readonly title: string;
  /** What will appear here, or what to do. */
  readonly children?: ReactNode;
}

/** Stands where there is nothing, and says what would be there. */
export function EmptyState({ title, children }: EmptyProps) {
  return (
    <div className="empty">
      <p>
        <b>{title}</b>
      </p>
      {children && <p>{children}</p>}
    </div>
  );
}
