import { SpecMistake } from '../../protocol.ts';
import { loadDocuments } from './load-documents.ts';
import { readOperations, type SoapOperations } from './read-operations.ts';
import { createSchemaSet } from './schema-set.ts';

/** Reads a WSDL file into the operations that it describes. @throws SpecMistake for what cannot be used. */
export function openWsdl(path: string): SoapOperations {
  const { definitions, schemas } = loadDocuments(path);
  const operations = readOperations(definitions, createSchemaSet(schemas));
  if (operations.size > 0) return operations;
  throw new SpecMistake(
    'wsdl',
    'describes no operation over SOAP',
    "save it from the service's address with ?wsdl behind it",
  );
}
