import type { SubgraphModule } from '../subgraphs/subgraph-module.ts';

const users = [
  { id: '1', username: 'sitirahma', name: 'Siti Rahmawati' },
  { id: '2', username: 'budisan', name: 'Budi Santoso' },
  { id: '3', username: 'dewilestari', name: 'Dewi Lestari' },
  { id: '4', username: 'agusp', name: 'Agus Pratama' },
  { id: '5', username: 'rinamarlina', name: 'Rina Marlina' },
  { id: '6', username: 'hendrak', name: 'Hendra Kurniawan' },
].map((user) => ({ __typename: 'User', ...user }));

export const accountsSubgraph: SubgraphModule = {
  name: 'accounts',
  sdl: `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
    type Query {
      users: [User]
    }
    type User @key(fields: "id") {
      id: ID!
      name: String
      username: String
    }
  `,
  query: { users },
  findEntity: ({ id }) => users.find((user) => user.id === id) ?? null,
};

/** The name under which a user signs; reviews keeps a copy of it. */
export function findUsername(id: string): string | undefined {
  return users.find((user) => user.id === id)?.username;
}
