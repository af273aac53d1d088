import type { OperationMistake } from '../../protocol.ts';
import { compilePlace } from '../place.ts';
import { compilePageList } from './page-list.ts';
import { findPages, type PagesSpec } from './pages-spec.ts';

interface WayKeys {
  readonly needs: readonly (keyof PagesSpec)[];
  readonly may: readonly (keyof PagesSpec)[];
  readonly example: string;
}

/** Which keys each way of paging has beside `total` and `maxPages`. */
const WAYS: Readonly<Record<PagesSpec['by'], WayKeys>> = {
  page: { needs: ['parameter'], may: ['size', 'first'], example: exampleOf('page', 'hal', 'size: 500') },
  offset: { needs: ['parameter', 'size'], may: ['first'], example: exampleOf('offset', 'mulai', 'size: 500') },
  cursor: { needs: ['parameter', 'next'], may: [], example: exampleOf('cursor', 'cursor', 'next: meta.next') },
  link: { needs: [], may: [], example: '{ by: link }' },
};

function exampleOf(by: string, parameter: string, more: string): string {
  return `{ by: ${by}, parameter: ${parameter}, ${more} } and :${parameter} in the path, body or form`;
}

/** What of an operation's `pages` cannot be carried out; `parameters` are those that stand in its request. */
export function checkPages(
  operation: Readonly<Record<string, unknown>>,
  parameters: readonly string[],
): readonly OperationMistake[] {
  const pages = findPages(operation);
  if (!pages) return [];
  const { by } = pages;
  const mistakes = [...checkKeys(pages), ...checkParameter(pages, parameters), ...checkPaths(pages)];
  if (by === 'link' && operation.get === undefined)
    mistakes.push(mistake('by link follows addresses, which only get can', 'take get'));
  if (!compilePageList(String(operation.rows)))
    mistakes.push(mistake('needs a list of records', 'write rows as a list: data[]'));
  return mistakes;
}

function checkKeys(pages: PagesSpec): OperationMistake[] {
  const { needs, may, example } = WAYS[pages.by];
  const known: readonly string[] = ['by', 'total', 'maxPages', ...needs, ...may];
  const lacking = needs.filter((key) => pages[key] === undefined).map((key) => `lacks "${key}"`);
  const idle = Object.keys(pages).filter((key) => !known.includes(key));
  const faults = [...lacking, ...idle.map((key) => `has no use for "${key}"`)];
  return faults.map((fault) => mistake(`by ${pages.by} ${fault}`, `write it like: ${example}`));
}

function checkParameter({ by, parameter }: PagesSpec, parameters: readonly string[]): OperationMistake[] {
  if (parameter === undefined || by === 'link' || parameters.includes(parameter)) return [];
  const name = parameter.replace(/^:/, '');
  const suggestion = name === parameter ? `write ":${name}" into the path, body or form` : `write: parameter: ${name}`;
  return [mistake(`asks by the parameter "${parameter}", which stands nowhere in the request`, suggestion)];
}

function checkPaths(pages: PagesSpec): OperationMistake[] {
  const keys = (['next', 'total'] as const).filter((key) => pages[key] !== undefined);
  return keys
    .filter((key) => pages[key] === '' || !compilePlace(pages[key] ?? ''))
    .map((key) => mistake(`has a "${key}" that is not a path`, `write it like: ${key}: meta.${key}`));
}

function mistake(message: string, suggestion: string): OperationMistake {
  return { key: 'pages', message, suggestion };
}
