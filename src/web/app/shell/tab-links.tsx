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
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(([path, name]) => (
        <Link key={path} href={path} aria-current={here?.[0] === path ? 'page' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
