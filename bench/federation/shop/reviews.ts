import type { SubgraphModule } from '../subgraphs/subgraph-module.ts';
import { findUsername } from './accounts.ts';
import { writeBody } from './review-bodies.ts';

// Who wrote about what, in the order of the reviews' numbers.
const written = [
  ['1', '1'],
  ['2', '1'],
  ['3', '1'],
  ['4', '1'],
  ['5', '2'],
  ['6', '2'],
  ['1', '2'],
  ['2', '2'],
  ['3', '3'],
  ['4', '4'],
  ['5', '4'],
] as const;

interface Review {
  readonly id: string;
  readonly body: string;
  readonly userId: string;
  readonly upc: string;
}

const reviews = written.map(
  ([userId, upc], index): Review => ({
    id: String(index + 1),
    body: writeBody(index + 1),
    userId,
    upc,
  }),
);

const asReview = ({ id, body, userId, upc }: Review): object => ({
  __typename: 'Review',
  id,
  body,
  author: () => asUser(userId),
  product: () => asProduct(upc),
});

const asUser = (id: string): object => ({
  __typename: 'User',
  id,
  username: findUsername(id),
  reviews: () => reviews.filter((review) => review.userId === id).map(asReview),
});

const asProduct = (upc: string): object => ({
  __typename: 'Product',
  upc,
  reviews: () => reviews.filter((review) => review.upc === upc).map(asReview),
});

export const reviewsSubgraph: SubgraphModule = {
  name: 'reviews',
  sdl: `
    extend schema
      @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@provides"])
    type Review @key(fields: "id") {
      id: ID!
      body: String
      author: User @provides(fields: "username")
      product: Product
    }
    type User @key(fields: "id") {
      id: ID!
      username: String @external
      reviews: [Review]
    }
    type Product @key(fields: "upc") {
      upc: String!
      reviews: [Review]
    }
  `,
  query: {},
  findEntity: ({ __typename, id, upc }) => {
    if (__typename === 'User') return asUser(String(id));
    if (__typename === 'Product') return asProduct(String(upc));
    const review = reviews.find((one) => one.id === id);
    return review ? asReview(review) : null;
  },
};
