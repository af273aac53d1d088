// What customers write, to be put together into bodies.
const SENTENCES = [
  'It came two days earlier than promised, wrapped in so much cardboard that the children built a house of it.',
  'The wood is heavier than the pictures suggest, and the grain on the left side is a shade darker than on the right.',
  'One screw was missing; the shop sent a whole bag of them the same afternoon without asking for a photograph.',
  'After three months of daily use there is a faint ring where the hot pan stood, otherwise it looks as good as new.',
  'My neighbour bought the same one elsewhere for less, but hers wobbles and mine does not.',
  'The instructions assume that you have three hands, so ask somebody to hold the second panel while you tighten it.',
  'It is quieter than the one it replaced, which the cat appreciates as much as everybody else in the house.',
  'For this price I had expected the finish to be smoother along the lower edge, where nobody looks but everybody cleans.',
  'I would buy it again, though next time in the lighter colour, because dust shows on this one within the hour.',
  'Measure your door before you order: we had to take ours off its hinges to bring it in.',
  'The seller answered every question politely, even the one that the leaflet answers on its first page.',
];

// How many sentences each review has; so many that the answer to the bench's query takes about 87 kB.
const LENGTHS = [5, 4, 5, 3, 5, 4, 5, 3, 4, 4, 5];

/** The body of the review with this number, counted from 1. */
export function writeBody(review: number): string {
  const sentences = Array.from(
    { length: LENGTHS[review - 1] ?? 0 },
    (_, index) => SENTENCES[(review * 3 + index) % SENTENCES.length],
  );
  return sentences.join(' ');
}
