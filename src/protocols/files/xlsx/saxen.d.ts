/** The part of saxen that is used; the package brings no types. */
declare module 'saxen' {
  export type DecodeEntities = (text: string) => string;

  export class Parser {
    on(
      event: 'openTag',
      listen: (name: string, getAttributes: () => Readonly<Record<string, string>>, decode: DecodeEntities) => void,
    ): this;
    on(event: 'closeTag', listen: (name: string) => void): this;
    on(event: 'text', listen: (text: string, decode: DecodeEntities) => void): this;
    on(event: 'cdata', listen: (text: string) => void): this;
    on(event: 'error', listen: (error: Error) => void): this;
    write(xml: string): void;
    end(): void;
  }
}
