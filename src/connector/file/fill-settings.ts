import { type Problem, suggest } from '../problem.ts';
import type { ConnectorFile, FilePath } from './connector-file.ts';

/** Settings and secrets by name, as the environment has them. */
export type Settings = Readonly<Record<string, string | undefined>>;

/** Stands in for settings where only files are judged: every setting stays as it is written. */
export const NO_SETTINGS: Settings = {};

const SETTING = /\$\{([^}]*)\}/g;

/**
 * Replaces `${NAME}` in every text of a file; a setting that is missing or empty is a problem with its line. In the
 * templates of requests a setting's value is always plain text: no colon of it can begin a parameter, no brace of it a
 * placeholder of a signature.
 */
export function fillSettings(
  file: ConnectorFile,
  unfilled: unknown,
  settings: Settings,
): { content: unknown; problems: Problem[] } {
  if (settings === NO_SETTINGS) return { content: unfilled, problems: [] };
  const problems: Problem[] = [];
  const fill = (value: unknown, path: FilePath): unknown => {
    if (typeof value === 'string') {
      const text = value.replace(SETTING, (_whole, name: string) => {
        const setting = lookUp(name, path);
        if (isPath(path)) return setting.replaceAll(':', '%3A');
        return isSigned(path) ? setting.replaceAll('{', '{{') : setting;
      });
      return text !== value && text.startsWith(':') && isTemplate(path) ? `:${text}` : text;
    }
    if (Array.isArray(value)) return value.map((item, index) => fill(item, [...path, index]));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, [...path, key])]));
  };
  const lookUp = (name: string, path: FilePath): string => {
    const value = settings[name];
    if (value) return value;
    const line = file.lineOf(path);
    const similar = suggest(
      name,
      Object.keys(settings).filter((key) => key.split('_')[0] === name.split('_')[0]),
    );
    problems.push({
      file: file.name,
      line,
      message: `the setting ${name} is missing`,
      suggestion: similar ?? `set it in the environment`,
    });
    return '';
  };
  return { content: fill(unfilled, []), problems };
}

function isPath(path: FilePath): boolean {
  return path[0] === 'operations' && (path[2] === 'get' || path[2] === 'post');
}

function isTemplate(path: FilePath): boolean {
  return path.includes('body') || (path[0] === 'operations' && path[2] === 'form');
}

/** Templates of `auth.hmac`. */
function isSigned(path: FilePath): boolean {
  return path[2] === 'auth' && path[3] === 'hmac' && (path[4] === 'sign' || path[4] === 'headers');
}
