/** Thrown by a runner whose job cannot be done now and must not be left out: it comes again later, and this was no attempt. */
export class NotYet extends Error {
  constructor() {
    super('The job is set aside.');
    this.name = 'NotYet';
  }
}
