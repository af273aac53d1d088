import type { SubgraphModule } from '../subgraphs/subgraph-module.ts';

const inStock = new Set(['1', '3', '4', '7', '9']);
const FREE_SHIPPING_FROM = 1000;

export const inventorySubgraph: SubgraphModule = {
  name: 'inventory',
  sdl: `
    extend schema
      @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires"])
    type Product @key(fields: "upc") {
      upc: String!
      price: Int @external
      weight: Int @external
      inStock: Boolean
      shippingEstimate: Int @requires(fields: "price weight")
    }
  `,
  query: {},
  findEntity: (product) => ({
    ...product,
    inStock: inStock.has(String(product.upc)),
    shippingEstimate: () => (Number(product.price) > FREE_SHIPPING_FROM ? 0 : Number(product.weight) / 2),
  }),
};
