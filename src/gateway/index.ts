/**
 * The public endpoint: limits, who is calling, errors as answers. It holds no data and no rule of the city, and refuses
 * to pass on anything of an error that was not written for clients.
 */
export {
  createTrustedDocuments,
  defaultLimits,
  type OperationLimits,
  type TrustedDocuments,
} from './admission/index.ts';
export { createGateway, type GatewayOptions } from './create-gateway.ts';
export { listErrorCodes } from './error-catalogue.ts';
export { createErrorFormatter, type FormatError } from './errors.ts';
export { createMetrics } from './metrics/metrics.ts';
export { findPersonalInputs } from './personal-inputs.ts';
export { createPlainErrorFormatter } from './plain-errors.ts';
