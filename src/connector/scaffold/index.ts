/**
 * Writes a first, whole connector out of what an OPD has: an OpenAPI document, a WSDL, a table, a file, one answer. It
 * guesses names and types, guards what may be personal, and refuses to write down anybody's data, an address or a
 * password, or anything that the loader would not take.
 */
export { openScaffoldSource, type SourceOptions } from './readers/open-source.ts';
export type { CityNames, ScaffoldChoices } from './scaffold-choices.ts';
export { type Scaffold, type ScaffoldPlace, scaffoldConnector, writeScaffoldFiles } from './scaffold-connector.ts';
export { type ScaffoldSource, type SourceKind, type SourceSketch, sourceKinds } from './source-sketch.ts';
