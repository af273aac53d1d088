import { type ReactNode, useEffect, useRef } from 'react';

/** The view that was shown before on this page; none while the page itself has just been loaded. */
let shown: string | undefined;

interface ViewTitleProps {
  /** What the browser calls the page now. */
  readonly page: string;
  readonly children: ReactNode;
}

/** The one title of a view; whoever changes the view inside a page is taken to it, by eye and by screen reader. */
export function ViewTitle({ page, children }: ViewTitleProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = page;
  }, [page]);
  useEffect(() => {
    const view = location.pathname;
    if (shown !== undefined && shown !== view) {
      window.scrollTo(0, 0);
      title.current?.focus({ preventScroll: true });
    }
    shown = view;
  }, []);
  return (
    <h1 ref={title} tabIndex={-1}>
      {children}
    </h1>
  );
}
