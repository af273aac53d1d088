/** Drops the first lines of a text that comes in pieces: what stands above the headings is not CSV. */
export async function* skipLines(pieces: AsyncIterable<string>, count: number): AsyncGenerator<string> {
  let left = count;
  for await (const piece of keepBreaksWhole(pieces)) {
    const ends = /\r\n|\n|\r/g;
    let start = 0;
    while (left > 0 && ends.exec(piece)) {
      left--;
      start = ends.lastIndex;
    }
    if (left === 0 && start < piece.length) yield piece.slice(start);
  }
}

/** Cuts a text anew, so that no piece ends between a carriage return and its line feed. */
async function* keepBreaksWhole(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const piece of pieces) {
    const text = held + piece;
    held = text.endsWith('\r') ? '\r' : '';
    yield held === '' ? text : text.slice(0, -1);
  }
  yield held;
}
