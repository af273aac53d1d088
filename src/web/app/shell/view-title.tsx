import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { usePathname } from 'wouter/use-browser-location';

/** The view that was shown before on this page; none while the page itself has just been loaded. */
let shown: string | undefined;
/** A title with the focus has just gone: the next one, of the same view when its answer has come, takes it over. */
let isFocusLeft = false;

interface ViewTitleProps {
  /** What the browser calls the page now. */
  readonly page: string;
  readonly children: ReactNode;
}

/** The one title of a view; whoever changes the view inside a page is taken to it, by eye and by screen reader. */
export function ViewTitle({ page, children }: ViewTitleProps) {
  const view = usePathname();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = page;
  }, [page]);
  useLayoutEffect(() => {
    const own = title.current;
    const isOther = shown !== undefined && shown !== view;
    shown = view;
    if (isOther) window.scrollTo(0, 0);
    if (isOther || isFocusLeft) own?.focus({ preventScroll: true });
    isFocusLeft = false;
    return () => {
      isFocusLeft = document.activeElement === own;
    };
  }, [view]);
  return (
    <h1 ref={title} tabIndex={-1}>
      {children}
    </h1>
  );
}
