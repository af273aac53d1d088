import type { GraphQLObjectType } from 'graphql';
import type { FactSheet } from '../../ports/city-figures.ts';
import type { ServiceRules } from '../../ports/service-rules.ts';
import type { FieldScope } from '../compile/compile-field.ts';
import { suggest } from '../problem.ts';
import { compileDay, type ReadDay } from '../sync/compile-day.ts';
import type { ApplicationView } from '../sync/compiled-stream.ts';
import type { SurveySpec, SyncSpec } from '../sync/sync-spec.ts';
import { measureApplication } from './measure-application.ts';
import { measureSurvey, SURVEY_ELEMENTS } from './measure-survey.ts';

type Record_ = Readonly<Record<string, unknown>>;

/** What a copy is found by and counted as, beside whose it is. */
export interface CopyFacts {
  /** `YYYY-MM-DD`: the day that the record is of, where `day` says it. */
  readonly day: string | undefined;
  /** Code of the OPD that it belongs to, where `opd` says it. */
  readonly opd: string | undefined;
  readonly facts: FactSheet | undefined;
}

export type ReadFacts = (
  record: Record_,
  application: ApplicationView | undefined,
  owner: string | undefined,
) => CopyFacts;

export interface FactsScope {
  readonly fields: FieldScope;
  readonly type: GraphQLObjectType;
  /** Fields that a row fills; inner ones behind a dot. */
  readonly filled: ReadonlySet<string>;
  readonly services: ServiceRules | undefined;
}

/** Compiles `day`, `opd` and `survey` of a sync entry; mistakes are reported. */
export function compileFacts(scope: FactsScope, spec: SyncSpec): ReadFacts {
  const at = ['sync', scope.type.name];
  const readDay = spec.day === undefined ? NOTHING : compileDayField(scope, spec.day, [...at, 'day']);
  const readOpd = spec.opd === undefined ? NOTHING : (compileText(scope, spec.opd, [...at, 'opd']) ?? NOTHING);
  const readSurvey = spec.survey && compileSurvey(scope, spec.survey, [...at, 'survey']);
  if (spec.day !== undefined && spec.application)
    scope.fields.report.add([...at, 'day'], 'an application stands under the day it was handed in: leave it out');
  return (record, application, owner) => ({
    day: readDay(record),
    opd: readOpd(record),
    facts: application ? measure(application, owner, scope.services) : readSurvey?.(record),
  });
}

function measure(application: ApplicationView, owner: string | undefined, services: ServiceRules | undefined) {
  return measureApplication({ ...application, service: application.serviceCode, owner }, services);
}

const NOTHING = (): undefined => undefined;

function compileSurvey(scope: FactsScope, spec: SurveySpec, at: readonly string[]) {
  if (spec.elements.length !== SURVEY_ELEMENTS)
    scope.fields.report.add(
      [...at, 'elements'],
      `a survey has ${SURVEY_ELEMENTS} elements, not ${spec.elements.length}`,
    );
  for (const name of spec.elements) checkField(scope, name, [...at, 'elements']);
  const opd = compileText(scope, spec.opd, [...at, 'opd']) ?? NOTHING;
  const service =
    spec.service === undefined ? NOTHING : (compileText(scope, spec.service, [...at, 'service']) ?? NOTHING);
  const on = compileDayField(scope, spec.on, [...at, 'on']);
  return (record: Record_): FactSheet | undefined => {
    const day = on(record);
    if (day === undefined) return undefined;
    const scores = spec.elements.map((name) => Number(record[name] ?? Number.NaN));
    return measureSurvey({ opd: opd(record) ?? '', service: service(record) ?? '', on: day, scores });
  };
}

function compileDayField(scope: FactsScope, name: string, at: readonly string[]): ReadDay {
  const read = checkField(scope, name, at) ? (record: Record_) => record[name] : undefined;
  return compileDay(scope.fields.report, scope.type, at, read, name) ?? NOTHING;
}

/** A field that holds text, also an inner one: `opd.code`; undefined when there is none, which is reported. */
export function compileText(
  scope: Pick<FactsScope, 'fields' | 'filled' | 'type'>,
  name: string,
  at: readonly string[],
) {
  if (!checkField(scope, name, at)) return undefined;
  const steps = name.split('.');
  return (record: Record_): string | undefined => {
    let value: unknown = record;
    for (const step of steps) value = (value as Record_ | null | undefined)?.[step];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
}

function checkField(
  { fields, filled, type }: Pick<FactsScope, 'fields' | 'filled' | 'type'>,
  name: string,
  at: readonly string[],
) {
  if (filled.has(name)) return true;
  fields.report.add(at, `${type.name} has no field "${name}" that a row fills`, suggest(name, [...filled]));
  return false;
}
