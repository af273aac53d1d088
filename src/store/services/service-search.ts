import type { Log } from '../../base/log.ts';
import type { SearchedService, ServiceSearch } from '../../ports/service-search.ts';
import type { Database } from '../database.ts';
import { inTransaction } from '../outbox/transaction.ts';
import { withStoreErrors } from '../store-error.ts';
import { foldWords } from './fold-words.ts';

/** The search, and what it is filled from. */
export interface ServiceSearchStore extends ServiceSearch {
  /** Makes the index of these services; where it is of this version already, nothing is written. */
  fill(services: readonly SearchedService[], version: string): Promise<void>;
}

/** More words than anybody types; a pasted page is not searched for. */
const MAX_WORDS = 12;
/** Of trigrams: two letters exchanged in a word of seven leave about this much. */
const MIN_LIKENESS = 0.4;

const weigh = (column: string, weight: string) =>
  `setweight(to_tsvector('indonesian', ${column}) || to_tsvector('simple', ${column}), '${weight}')`;
/** Names count more than the words beside them, those more than the description. */
const ADD = `
  insert into service_search (code, opd, plain, words)
  select code, opd, concat_ws(' ', name, word, about), ${weigh('name', 'A')} || ${weigh('word', 'B')} || ${weigh('about', 'C')}
  from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) as s (code, opd, name, word, about)`;

/**
 * Each word as it is begun, or as its Indonesian stem; stop words ask for nothing. $4 joins them: all (&) or any (|).
 */
const BY_WORDS = `
  with part as (
    select to_tsquery('simple', word || ':*') || plainto_tsquery('indonesian', word) as query
    from unnest($1::text[]) word where numnode(plainto_tsquery('indonesian', word)) > 0),
  asked as (select string_agg('(' || query::text || ')', $4)::tsquery as query from part)
  select code from service_search, asked
  where words @@ query and ($2::text is null or opd = $2)
  order by (select count(*) from part where words @@ part.query) desc, ts_rank(words, query) desc, code limit $3`;
/** Every word must be like one of the service's; how like they are together orders them. */
const BY_LIKENESS = `
  select code from service_search s
  cross join lateral (select min(word_similarity(word, s.plain)) as least, sum(word_similarity(word, s.plain)) as likeness
    from unnest($1::text[]) word where numnode(plainto_tsquery('indonesian', word)) > 0) w
  where w.least >= $4 and ($2::text is null or opd = $2)
  order by w.likeness desc, code limit $3`;
const HAS_TRIGRAMS = `select 1 from pg_extension where extname = 'pg_trgm'`;

/**
 * Creates the search of services: PostgreSQL's full text in Indonesian. Accents are folded here and not by the extension
 * unaccent, so that it finds the same where no extension may be made.
 */
export function createServiceSearch({ pool }: Pick<Database, 'pool'>, log: Log): ServiceSearchStore {
  let trigrams: Promise<boolean> | undefined;
  const select = async (text: string, values: readonly unknown[]): Promise<readonly string[]> =>
    withStoreErrors(async () => (await pool.query<{ code: string }>(text, [...values])).rows.map(({ code }) => code));
  const hasTrigrams = (): Promise<boolean> => {
    trigrams ??= select(HAS_TRIGRAMS, []).then(
      ({ length }) => length > 0,
      (error: unknown) => {
        trigrams = undefined;
        throw error;
      },
    );
    return trigrams;
  };
  return {
    fill: async (services, version) => {
      await fill(pool, services, version);
      if (!(await hasTrigrams()))
        log.warn('services are searched without tolerance for typing mistakes: create extension pg_trgm');
    },
    find: async (text, { opd, limit }) => {
      const words = foldWords(text).slice(0, MAX_WORDS);
      if (words.length === 0) return [];
      const given = [words, opd ?? null, limit];
      const exact = await select(BY_WORDS, [...given, ' & ']);
      if (exact.length > 0) return exact;
      if (await hasTrigrams()) {
        const alike = await select(BY_LIKENESS, [...given, MIN_LIKENESS]);
        if (alike.length > 0) return alike;
      }
      return select(BY_WORDS, [...given, ' | ']);
    },
  };
}

function fill(pool: Database['pool'], services: readonly SearchedService[], version: string): Promise<void> {
  return inTransaction(pool, async (client) => {
    // Hubs that start together wait for each other.
    await client.query('lock table service_search_version in exclusive mode');
    const { rows } = await client.query<{ version: string }>('select version from service_search_version');
    if (rows[0]?.version === version) return;
    await client.query('delete from service_search');
    await client.query(ADD, asColumns(services));
    await client.query(
      'insert into service_search_version (version) values ($1) on conflict (is_only) do update set version = $1',
      [version],
    );
  });
}

function asColumns(services: readonly SearchedService[]): string[][] {
  const folded = (textOf: (service: SearchedService) => string) =>
    services.map((service) => foldWords(textOf(service)).join(' '));
  return [
    services.map(({ code }) => code),
    services.map(({ opd }) => opd),
    folded(({ name }) => name),
    folded(({ words }) => words.join(' ')),
    folded(({ about }) => about),
  ];
}
