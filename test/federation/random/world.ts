import { federationLink } from '../support/build-subgraph.ts';

/** The schema as one server would have it. `#a #p #r #i` name the subgraphs that own each field, for the reader only. */
export const monolithSdl = `
scalar JSON
enum Style { PLAIN LOUD QUIET }
input Box { width: Int = 3, depth: Int, labels: [String!] = ["x"], inner: Box }
interface Node { id: ID! }
interface Named { name(style: Style = PLAIN): String }
interface Priced implements Node { id: ID! price: Int! tags: [String] }
interface Media { id: ID! title(words: Int): String maker: User stars: Int fans(first: Int = 2): [User!] twin: Media blurb: String }
union Hit = User | Product | Review
type Query {
  me: User
  user(id: ID! = "u1"): User
  users(first: Int = 3, styles: [Style!] = [LOUD]): [User!]!
  node(n: Int = 0): Node
  named: [Named]
  product(upc: ID!): Product
  products(box: Box): [Product]
  shelves: [[Product!]]
  priced: [Priced!]!
  media: [Media!]
  oneMedia(n: Int): Media
  book: Book
  reviews: [Review!]
  search(text: String, limit: Int = 4): [Hit]
  topMedia: [Media]
  shared: Shared
  strict: Product!
}
type User implements Node & Named {
  id: ID! name(style: Style = PLAIN): String email: String! address: Address manager: User team(first: Int): [User!]
  prefs: JSON style: Style
  reviews(first: Int = 2): [Review] karma: Int favourite: Product badge(size: Int): String
}
type Address { city: String street(upper: Boolean = false): String! }
type Product implements Node & Named & Priced {
  id: ID! upc: ID! name(style: Style = PLAIN): String price: Int! tags: [String] weight: Int dims: Dims owner: User related: [[Product]]
  reviews(box: Box): [Review!]! score(of: [Int!]): Float
  shipping(zone: Style = QUIET): Int volume: Int label: String stock: Stock!
}
type Dims { w: Int h(unit: String = "cm"): Int }
type Stock { count: Int! place: Address holder: User }
type Review implements Node { id: ID! body(length: Int = 5): String rating: Int! author: User! product: Product of: Media hit: Hit }
type Book implements Media & Node {
  id: ID! title(words: Int): String maker: User stars: Int fans(first: Int = 2): [User!] twin: Media blurb: String pages: Int! price: String
}
type Film implements Media & Node {
  id: ID! title(words: Int): String maker: User stars: Int fans(first: Int = 2): [User!] twin: Media blurb: String minutes: Int price: Int
}
type Shared { x: Int fromA: Int fromP(k: Int): String deep: Deep }
type Deep { both: String onlyA: Int onlyP: User }
`;

const accounts = `
scalar JSON
enum Style { PLAIN LOUD QUIET }
interface Node { id: ID! }
interface Named { name(style: Style = PLAIN): String }
type Query {
  me: User
  user(id: ID! = "u1"): User
  users(first: Int = 3, styles: [Style!] = [LOUD]): [User!]!
  node(n: Int = 0): Node
  shared: Shared @shareable
}
type User implements Node & Named @key(fields: "id") @key(fields: "email") {
  id: ID! name(style: Style = PLAIN): String email: String! address: Address manager: User team(first: Int): [User!]
  prefs: JSON style: Style
}
type Product @key(fields: "upc") { upc: ID! shipping(zone: Style = QUIET): Int @external label: String @requires(fields: "shipping(zone: LOUD)") }
type Address @shareable { city: String street(upper: Boolean = false): String! }
type Shared { x: Int @shareable fromA: Int deep: Deep @shareable }
type Deep { both: String @shareable onlyA: Int }
`;

const products = `
enum Style { PLAIN LOUD QUIET }
input Box { width: Int = 3, depth: Int, labels: [String!] = ["x"], inner: Box }
interface Node { id: ID! }
interface Named { name(style: Style = PLAIN): String }
interface Priced implements Node { id: ID! price: Int! tags: [String] }
interface Media @key(fields: "id") { id: ID! title(words: Int): String maker: User }
type Query {
  named: [Named]
  product(upc: ID!): Product
  products(box: Box): [Product]
  shelves: [[Product!]]
  priced: [Priced!]!
  media: [Media!]
  oneMedia(n: Int): Media
  book: Book
  shared: Shared @shareable
  strict: Product!
}
type Product implements Node & Named & Priced @key(fields: "upc") @key(fields: "id") {
  id: ID! upc: ID! name(style: Style = PLAIN): String price: Int! tags: [String] weight: Int dims: Dims owner: User related: [[Product]]
}
type Dims { w: Int h(unit: String = "cm"): Int }
type User @key(fields: "id", resolvable: false) { id: ID! }
type Book implements Media & Node @key(fields: "id") { id: ID! title(words: Int): String maker: User pages: Int! price: String }
type Film implements Media & Node @key(fields: "id") { id: ID! title(words: Int): String maker: User minutes: Int price: Int }
type Shared { x: Int @shareable fromP(k: Int): String deep: Deep @shareable }
type Deep { both: String @shareable onlyP: User }
`;

const reviews = `
input Box { width: Int = 3, depth: Int, labels: [String!] = ["x"], inner: Box }
interface Node { id: ID! }
union Hit = User | Product | Review
type Query { reviews: [Review!] search(text: String, limit: Int = 4): [Hit] topMedia: [Media] }
type User implements Node @key(fields: "id") { id: ID! reviews(first: Int = 2): [Review] karma: Int favourite: Product @provides(fields: "tags") }
type Product @key(fields: "upc") @key(fields: "id") { id: ID! upc: ID! tags: [String] @external reviews(box: Box): [Review!]! score(of: [Int!]): Float }
type Review implements Node @key(fields: "id") { id: ID! body(length: Int = 5): String rating: Int! author: User! product: Product of: Media hit: Hit }
type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int fans(first: Int = 2): [User!] twin: Media }
`;

const inventory = `
enum Style { PLAIN LOUD QUIET }
type Product @key(fields: "upc") {
  upc: ID! price: Int! @external weight: Int @external dims: Dims @external volume: Int @requires(fields: "dims { w h(unit: \\"mm\\") }")
  shipping(zone: Style = QUIET): Int @requires(fields: "price weight") stock: Stock!
}
type Dims @external { w: Int h(unit: String = "cm"): Int }
type Stock { count: Int! place: Address holder: User }
type Address @shareable { city: String street(upper: Boolean = false): String! }
type User @key(fields: "email") { email: String! badge(size: Int): String }
type Media @key(fields: "id") @interfaceObject { id: ID! title(words: Int): String @external blurb: String @requires(fields: "title(words: 9)") }
`;

/** The same schema cut into four subgraphs. */
export const subgraphSdls: Readonly<Record<string, string>> = {
  accounts: federationLink + accounts,
  products: federationLink + products,
  reviews: federationLink + reviews,
  inventory: federationLink + inventory,
};
