// A process of the bench: the subgraphs of a supergraph of 5,000 types.
import { serveSubgraphs } from '../subgraphs/serve-subgraphs.ts';
import { generateSubgraphs } from './generate-subgraphs.ts';

await serveSubgraphs(generateSubgraphs());
