// A process of the bench: the four subgraphs of a shop, as the well-known benchmark of federation gateways has them
// (github.com/graphql-hive/graphql-gateways-benchmark): 6 users, 9 products, 11 reviews.
import { serveSubgraphs } from '../subgraphs/serve-subgraphs.ts';
import { accountsSubgraph } from './accounts.ts';
import { inventorySubgraph } from './inventory.ts';
import { productsSubgraph } from './products.ts';
import { reviewsSubgraph } from './reviews.ts';

await serveSubgraphs([accountsSubgraph, inventorySubgraph, productsSubgraph, reviewsSubgraph]);
