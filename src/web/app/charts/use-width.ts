import { type RefObject, useEffect, useRef, useState } from 'react';

/** Follows how wide an element is, so that what is drawn in it keeps the size of its letters. */
export function useWidth<Shape extends Element>(first: number): [RefObject<Shape>, number] {
  const element = useRef<Shape>(null);
  const [width, setWidth] = useState(first);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(entry.contentRect.width);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
