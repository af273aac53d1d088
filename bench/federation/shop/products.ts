import type { SubgraphModule } from '../subgraphs/subgraph-module.ts';

const products = [
  { upc: '1', name: 'Meja', price: 899, weight: 100 },
  { upc: '2', name: 'Lemari', price: 1299, weight: 1000 },
  { upc: '3', name: 'Gelas', price: 54, weight: 50 },
  { upc: '4', name: 'Kursi', price: 350, weight: 60 },
  { upc: '5', name: 'Lampu', price: 120, weight: 34 },
  { upc: '6', name: 'Tikar', price: 75, weight: 22 },
  { upc: '7', name: 'Kompor', price: 640, weight: 480 },
  { upc: '8', name: 'Kulkas', price: 2999, weight: 5200 },
  { upc: '9', name: 'Cermin', price: 410, weight: 90 },
].map((product) => ({ __typename: 'Product', ...product }));

export const productsSubgraph: SubgraphModule = {
  name: 'products',
  sdl: `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
    type Query {
      topProducts(first: Int = 5): [Product]
    }
    type Product @key(fields: "upc") {
      upc: String!
      name: String
      price: Int
      weight: Int
    }
  `,
  query: { topProducts: ({ first }: { first: number }) => products.slice(0, first) },
  findEntity: ({ upc }) => products.find((product) => product.upc === upc) ?? null,
};
