/**
 * Which operations may run at all: limits on their size and on what they may ask for, and documents that are known
 * beforehand. It works on texts and parsed documents alone, knows neither HTTP nor Apollo Server, and refuses to say
 * anything about syntax or validity: the server behind it does that, with locations.
 */
export { type CostCheck, createCostCheck } from './cost/create-cost-check.ts';
export { type Admission, type AdmissionOptions, createAdmission } from './create-admission.ts';
export { defaultLimits, type OperationLimits } from './operation-limits.ts';
export { type DocumentRequest, readDocumentRequest } from './read-document-request.ts';
export { createTrustedDocuments, type TrustedDocuments } from './trusted-documents.ts';
