import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';

interface TabLinksProps {
  readonly label: string;
  /** Path below the door and its name; the first that the address begins with is the current one. */
  readonly tabs: readonly (readonly [path: string, name: string])[];
}

/** The parts of a door as a row of links; the browser's back button goes through them. */
export function TabLinks({ label, tabs }: TabLinksProps) {
  const [location] = useLocation();
  const here = [...tabs]
    .sort(([a], [b]) => b.length - a.length)
    .find(([path]) => location === path || location.startsWith(path === '/' ? '/' : `${path}/`));
  const row = useRef<HTMLElement>(null);
  const current = here?.[0];
  // On a phone not all fit: the current one is moved into view, without moving the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is current has moved when its path has
  useEffect(() => {
    const link = row.current?.querySelector<HTMLElement>('[aria-current]');
    if (row.current && link)
      row.current.scrollLeft = link.offsetLeft - (row.current.clientWidth - link.offsetWidth) / 2;
  }, [current]);
  return (
    <nav ref={row} className="tabs" aria-label={label}>
      {tabs.map(([path, name]) => (
        <Link key={path} href={path} aria-current={current === path ? 'page' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
