/** An issuer that cannot be asked now. */
export class IssuerSilent extends Error {}

/** What an issuer says no to; of its answer only the code is kept, because descriptions quote what was sent. */
export class IssuerRefusal extends Error {
  readonly code: string;
  constructor(code: string, cause?: unknown) {
    super('The issuer refuses', { cause });
    this.code = /^[a-z_]{1,40}$/.test(code) ? code : 'unknown';
  }
}
