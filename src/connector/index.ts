/**
 * The connector SDK: turns an OPD's folder (an SDL and one YAML file for each legacy system) into resolvers, compiled
 * once. It refuses a file with any mistake, listing all of them with their lines, and never guesses at a value.
 */

export type { CompiledOperation } from './compile/compile-operation.ts';
export type { System } from './compile/compile-system.ts';
export type { WriteOutcome } from './compile/compile-write.ts';
export { type Connector, type ConnectorOptions, loadConnector, loadConnectors } from './connector.ts';
export { describeSystem } from './describe-system.ts';
export { NO_SETTINGS, type Settings } from './file/fill-settings.ts';
export { listConnectorSettings } from './file/list-settings.ts';
export { listOpds, readOpdSdl } from './file/opd-folder.ts';
export { formatProblem, type Problem } from './problem.ts';
export { readSampleRecords } from './run/read-sample-records.ts';
export { RequestSession } from './run/request-session.ts';
export type { FieldResolver, Resolvers } from './run/resolver.ts';
export type {
  CityNames,
  Scaffold,
  ScaffoldChoices,
  ScaffoldSource,
  SourceKind,
  SourceSketch,
} from './scaffold/index.ts';
export { openScaffoldSource, scaffoldConnector, sourceKinds, writeScaffoldFiles } from './scaffold/index.ts';
export type { CompiledSubmission, SubmissionTrace } from './submissions/compiled-submission.ts';
export {
  type ApplicationStatus,
  type ApplicationView,
  type CompiledStream,
  type IdentifiedRow,
  isMisfit,
  type MappedCopy,
  type Misfit,
  type StreamPage,
  type StreamPosition,
  type StreamReading,
} from './sync/compiled-stream.ts';
export { checkTriedArguments, findTried, type Trial, tryOperation } from './trial/try-operation.ts';
