import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CitizenEntity } from '../citizen.ts';
import type { RegisteredOpd } from '../registry/opd-registry.ts';
import type { SubgraphContext } from '../../subgraph/index.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar day in Asia/Jakarta, `YYYY-MM-DD`. */
  Date: { input: string; output: string; }
  /** An instant with its offset, ISO 8601, for example `2026-11-24T08:15:00+07:00`. */
  DateTime: { input: string; output: string; }
  /** A calendar month, `YYYY-MM`. */
  Month: { input: string; output: string; }
  /** Nomor Induk Kependudukan: 16 digits of text, never a number. Refused on GET, so that it is never part of a URL. */
  NIK: { input: string; output: string; }
  /** Text that is personal data, such as a name that is to be compared. Refused on GET, so that it is never part of a URL. */
  PersonalText: { input: string; output: string; }
  /** An amount of money in whole rupiah: a JSON integer that may exceed 32 bits. */
  Rupiah: { input: number; output: number; }
};

/** A resident of the city. Each OPD adds what it knows; every such field is null when that OPD does not answer. */
export type Citizen = {
  __typename?: 'Citizen';
  /** The citizen's national identity number, as the log-in states it. */
  nik: Scalars['NIK']['output'];
};

/** An agency of the city (Organisasi Perangkat Daerah), from the hub's registry. */
export type Opd = {
  __typename?: 'Opd';
  /** The hub's own short code, for example `dpmptsp`. */
  code: Scalars['String']['output'];
  /** Since when it exists under this name. */
  from: Scalars['Date']['output'];
  /** Official name in Indonesian. */
  name: Scalars['String']['output'];
  /** Those whose duties and documents it took over. */
  predecessors: Array<Opd>;
  /**
   * How its systems fare, as the hub has seen them in the last minutes. For the OPD's own officers and the mayor's office.
   * A system that the OPD's own server calls is not in the list.
   */
  systems: Array<OpdSystem>;
  /** Its last day; null while it exists. */
  until?: Maybe<Scalars['Date']['output']>;
};

/** A legacy system of an OPD, as the hub sees it. */
export type OpdSystem = {
  __typename?: 'OpdSystem';
  /** Share of the calls of the last five minutes that were not answered, 0 to 1. */
  errorRate?: Maybe<Scalars['Float']['output']>;
  /** When it last answered. */
  lastOkAt?: Maybe<Scalars['DateTime']['output']>;
  /** So many milliseconds or less 95 of 100 calls took, of those of the last five minutes. */
  latencyP95Ms?: Maybe<Scalars['Int']['output']>;
  /** The system's name, and behind a slash its source's where it has several. */
  name: Scalars['String']['output'];
  /** Calls left today where the system allows so many a day. */
  quotaLeft?: Maybe<Scalars['Int']['output']>;
  /** Calls under way. */
  running: Scalars['Int']['output'];
  state: SystemState;
  /** Calls that wait for their turn. */
  waiting: Scalars['Int']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** A citizen by NIK. A citizen reaches only himself: any other NIK is FORBIDDEN, whether or not such a person exists. */
  citizen?: Maybe<Citizen>;
  /** The citizen who is logged in. Calls no OPD by itself; each OPD adds its fields to Citizen. */
  me?: Maybe<Citizen>;
  /** One agency by its code, or null when there is none. */
  opd?: Maybe<Opd>;
  /** The city's agencies on a day, today by default, from the hub's registry. */
  opds: Array<Opd>;
};


export type QueryCitizenArgs = {
  nik: Scalars['NIK']['input'];
};


export type QueryOpdArgs = {
  code: Scalars['String']['input'];
};


export type QueryOpdsArgs = {
  on?: InputMaybe<Scalars['Date']['input']>;
};

/** Where a value came from and how fresh it is. */
export type Source = {
  __typename?: 'Source';
  /** When the OPD's system gave this value. */
  asOf: Scalars['DateTime']['output'];
  mode: SourceMode;
  /** Code of the OPD whose system holds the original, for example `dpmptsp`. */
  opd: Scalars['String']['output'];
  /** Name of the OPD's system, for example `perizinan`. */
  system: Scalars['String']['output'];
};

/** How the hub came by a value. */
export type SourceMode =
  /** Taken from the hub's copy, because the OPD's system did not answer or is only read in the background. */
  | 'COPY'
  /** Asked of the OPD's own system while answering this query. */
  | 'LIVE';

export type SystemState =
  /** Most of the last calls were answered. */
  | 'ANSWERING'
  /** Half of the last calls or more were not. */
  | 'FAILING'
  /** It failed several times in a row, so the hub leaves it alone for a while. */
  | 'LEFT_ALONE'
  /** It has not been asked in the last five minutes. */
  | 'UNKNOWN';



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Citizen: ResolverTypeWrapper<CitizenEntity>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Month: ResolverTypeWrapper<Scalars['Month']['output']>;
  NIK: ResolverTypeWrapper<Scalars['NIK']['output']>;
  Opd: ResolverTypeWrapper<RegisteredOpd>;
  OpdSystem: ResolverTypeWrapper<OpdSystem>;
  PersonalText: ResolverTypeWrapper<Scalars['PersonalText']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Rupiah: ResolverTypeWrapper<Scalars['Rupiah']['output']>;
  Source: ResolverTypeWrapper<Source>;
  SourceMode: SourceMode;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  SystemState: SystemState;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Boolean: Scalars['Boolean']['output'];
  Citizen: CitizenEntity;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Float: Scalars['Float']['output'];
  Int: Scalars['Int']['output'];
  Month: Scalars['Month']['output'];
  NIK: Scalars['NIK']['output'];
  Opd: RegisteredOpd;
  OpdSystem: OpdSystem;
  PersonalText: Scalars['PersonalText']['output'];
  Query: Record<PropertyKey, never>;
  Rupiah: Scalars['Rupiah']['output'];
  Source: Source;
  String: Scalars['String']['output'];
};

export type AuthenticatedDirectiveArgs = { };

export type AuthenticatedDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = AuthenticatedDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ExternalDirectiveArgs = { };

export type ExternalDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = ExternalDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type InaccessibleDirectiveArgs = { };

export type InaccessibleDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = InaccessibleDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type KeyDirectiveArgs = {
  fields: Scalars['String']['input'];
  resolvable?: Maybe<Scalars['Boolean']['input']>;
};

export type KeyDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = KeyDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OverrideDirectiveArgs = {
  from: Scalars['String']['input'];
};

export type OverrideDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = OverrideDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PolicyDirectiveArgs = {
  policies: Array<Array<Scalars['String']['input']>>;
};

export type PolicyDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = PolicyDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ProvidesDirectiveArgs = {
  fields: Scalars['String']['input'];
};

export type ProvidesDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = ProvidesDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type RequiresDirectiveArgs = {
  fields: Scalars['String']['input'];
};

export type RequiresDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = RequiresDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type RequiresScopesDirectiveArgs = {
  scopes: Array<Array<Scalars['String']['input']>>;
};

export type RequiresScopesDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = RequiresScopesDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ShareableDirectiveArgs = { };

export type ShareableDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = ShareableDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type TagDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type TagDirectiveResolver<Result, Parent, ContextType = SubgraphContext, Args = TagDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CitizenResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Citizen'] = ResolversParentTypes['Citizen']> = {
  nik?: Resolver<ResolversTypes['NIK'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface MonthScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Month'], any> {
  name: 'Month';
}

export interface NikScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['NIK'], any> {
  name: 'NIK';
}

export type OpdResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Opd'] = ResolversParentTypes['Opd']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  predecessors?: Resolver<Array<ResolversTypes['Opd']>, ParentType, ContextType>;
  systems?: Resolver<Array<ResolversTypes['OpdSystem']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type OpdSystemResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['OpdSystem'] = ResolversParentTypes['OpdSystem']> = {
  errorRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  lastOkAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  latencyP95Ms?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quotaLeft?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  running?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SystemState'], ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface PersonalTextScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PersonalText'], any> {
  name: 'PersonalText';
}

export type QueryResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  citizen?: Resolver<Maybe<ResolversTypes['Citizen']>, ParentType, ContextType, RequireFields<QueryCitizenArgs, 'nik'>>;
  me?: Resolver<Maybe<ResolversTypes['Citizen']>, ParentType, ContextType>;
  opd?: Resolver<Maybe<ResolversTypes['Opd']>, ParentType, ContextType, RequireFields<QueryOpdArgs, 'code'>>;
  opds?: Resolver<Array<ResolversTypes['Opd']>, ParentType, ContextType, Partial<QueryOpdsArgs>>;
};

export interface RupiahScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Rupiah'], any> {
  name: 'Rupiah';
}

export type SourceResolvers<ContextType = SubgraphContext, ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['SourceMode'], ParentType, ContextType>;
  opd?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  system?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = SubgraphContext> = {
  Citizen?: CitizenResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Month?: GraphQLScalarType;
  NIK?: GraphQLScalarType;
  Opd?: OpdResolvers<ContextType>;
  OpdSystem?: OpdSystemResolvers<ContextType>;
  PersonalText?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Rupiah?: GraphQLScalarType;
  Source?: SourceResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = SubgraphContext> = {
  authenticated?: AuthenticatedDirectiveResolver<any, any, ContextType>;
  external?: ExternalDirectiveResolver<any, any, ContextType>;
  inaccessible?: InaccessibleDirectiveResolver<any, any, ContextType>;
  key?: KeyDirectiveResolver<any, any, ContextType>;
  override?: OverrideDirectiveResolver<any, any, ContextType>;
  policy?: PolicyDirectiveResolver<any, any, ContextType>;
  provides?: ProvidesDirectiveResolver<any, any, ContextType>;
  requires?: RequiresDirectiveResolver<any, any, ContextType>;
  requiresScopes?: RequiresScopesDirectiveResolver<any, any, ContextType>;
  shareable?: ShareableDirectiveResolver<any, any, ContextType>;
  tag?: TagDirectiveResolver<any, any, ContextType>;
};
