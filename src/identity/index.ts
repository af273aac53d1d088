/**
 * Who is calling and what he may see: tokens become callers, rules become decisions. It refuses to hold keys that could
 * sign for the issuer, and never guesses: no valid token means anonymous or refused. What it signs itself is for one
 * subgraph on another server, for a minute.
 */
export {
  type AccessDecision,
  type AccessRule,
  createRulePlace,
  decideAccess,
  isPolicy,
  type Policy,
  policies,
  type RulePlace,
} from './access-rule.ts';
export { type AppAdmission, createAppAdmission } from './admit-app.ts';
export { type AppTokenSigner, createAppTokenSigner } from './app-token.ts';
export {
  type ApplicationCaller,
  type Assurance,
  assurances,
  type Caller,
  type CitizenCaller,
  type KnownCaller,
  type StaffCaller,
  type StaffRole,
  staffRoles,
} from './caller.ts';
export { type CaseDesk, createCaseDesk } from './cases/case-desk.ts';
export { type ConsentDesk, createConsentDesk } from './consents/consent-desk.ts';
export { createMandates, type Mandates } from './create-mandates.ts';
export { createDataRequestDesk, type DataRequestDesk } from './data-requests/data-request-desk.ts';
export { actorIdOf, describeActor } from './describe-actor.ts';
export { type IssuerSettings, listIssuers, readIssuersFile } from './issuers/issuer-settings.ts';
export { createLinkDesk, type DescribedLink, type LinkDesk, type LinkDeskParts } from './links/link-desk.ts';
export { anonymousMandate, type Mandate, type OpenCase } from './mandate.ts';
export { maskValue } from './mask-value.ts';
export { readHubKey, readSigningKey, type SubgraphKey } from './subgraph-key.ts';
export { createSubgraphTokenSigner, type SubgraphTokenSigner } from './subgraph-token-signer.ts';
export { createSubgraphTokenVerifier, type SubgraphTokenVerifier } from './subgraph-token-verifier.ts';
export { createTokenVerifier, type TokenVerifier } from './token-verifier.ts';
