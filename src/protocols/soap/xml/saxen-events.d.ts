/** What this protocol listens to beside what `files` does; the package brings no types. */
declare module 'saxen' {
  interface Parser {
    /** `<!…>` that is neither a comment nor CDATA, and what saxen would read over. */
    on(event: 'attention' | 'warn', listen: () => void): this;
  }
}
