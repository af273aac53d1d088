import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, print, visit } from 'graphql';
import { describe, expect, it } from 'vitest';
import { casesFolder, type FederationCase, loadCases } from './support/load-cases.ts';

const readme = readFileSync(join(casesFolder, 'README.md'), 'utf8');
const cells = [...readme.matchAll(/\[(?:plain|nullable|aliased)\]\(([\w./-]+)\)/g)].map(([, path]) => path ?? '');
const cases = loadCases();

describe("the cases' table", () => {
  it('has at least 150 filled cells, each leading to a query with its expected answer', () => {
    expect(cells.length).toBeGreaterThanOrEqual(150);
    const broken = cells.filter(
      (path) =>
        !existsSync(join(casesFolder, path)) ||
        !existsSync(join(casesFolder, path.replace('.graphql', '.expected.json'))),
    );
    expect(broken).toEqual([]);
  });

  it('shows every case', () => {
    const shown = new Set(cells.map((path) => path.split('/')[0]));
    expect(cases.filter(({ name }) => !shown.has(name))).toEqual([]);
  });

  it('has an alias in every aliased query, and a null or an error in every nullable answer', () => {
    const wrong = cases.flatMap(({ name, operations }) =>
      operations.flatMap((operation) => {
        const { data, errors = [] } = operation.expected;
        if (operation.name === 'aliased' && !hasAlias(operation.text)) return [`${name}/aliased`];
        const meetsNull = errors.length > 0 || JSON.stringify([data, operation.variables]).includes('null');
        return operation.name === 'nullable' && !meetsNull && !isEmpty(data) ? [`${name}/nullable`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the cases', () => {
  it('each name the rule that they prove, and no two the same one', () => {
    const rules = cases.map(({ rule }) => rule);
    expect(rules.filter((rule) => !/^(Specification [\d.]+|Federation 2)/.test(rule))).toEqual([]);
    expect(new Set(rules).size).toBe(rules.length);
  });

  it('hold no near-copies: no two share most of their text, no two queries of one differ in aliases only', () => {
    const grams = new Map(cases.map((it) => [it.name, trigrams(textOf(it))]));
    const copies = cases.flatMap((left, index) =>
      cases.slice(index + 1).flatMap((right) => {
        const likeness = similarity(grams.get(left.name) ?? new Set(), grams.get(right.name) ?? new Set());
        return likeness > 0.5 ? [`${left.name} and ${right.name}: ${likeness.toFixed(2)}`] : [];
      }),
    );
    expect(copies).toEqual([]);
    for (const { name, operations } of cases) {
      const texts = operations.map(({ text }) => withoutAliases(text));
      expect(new Set(texts).size, name).toBe(texts.length);
    }
  });
});

function hasAlias(text: string): boolean {
  let count = 0;
  visit(parse(text), { Field: ({ alias }) => void (alias && count++) });
  return count > 0;
}

const isEmpty = (data: unknown): boolean => typeof data === 'object' && data !== null && Object.keys(data).length === 0;

function withoutAliases(text: string): string {
  return print(visit(parse(text), { Field: ({ alias: _, ...field }) => field }));
}

function textOf({ subgraphs, operations }: FederationCase): string {
  return [...subgraphs.map(({ sdl }) => sdl), ...operations.map(({ text }) => text)].join('\n');
}

function trigrams(text: string): Set<string> {
  const words = text.match(/[\w$@!]+/g) ?? [];
  return new Set(words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`));
}

/** The share of what the smaller one says that the other says too. */
function similarity(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const shared = [...left].filter((gram) => right.has(gram)).length;
  return shared / Math.max(1, Math.min(left.size, right.size));
}
