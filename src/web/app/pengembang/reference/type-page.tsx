import { Link } from 'wouter';
import { Badge } from '../../design/badge.tsx';
import type { TypeNameFragment } from '../../generated/graphql.ts';
import { useTexts } from '../../language/texts.ts';
import { texts } from '../texts.ts';
import { Described } from './described.tsx';
import { namedTypeOf, type SchemaField, type SchemaIndex, type SchemaType, writeType } from './schema-index.ts';

/** One type: what it is, its fields with their arguments, and where it comes up. */
export function TypePage({ index, type }: { readonly index: SchemaIndex; readonly type: SchemaType }) {
  const t = useTexts(texts);
  const users = index.usersOf(type.name ?? '');
  const members = type.fields ?? type.inputFields?.map((field) => ({ ...field, args: [], isDeprecated: false })) ?? [];
  return (
    <div className="stack reading">
      <p>
        <Link href="/rujukan">← {t.allTypes}</Link>
      </p>
      <Described text={type.description} />
      {members.length > 0 && (
        <section>
          <h2>{t.fields}</h2>
          <ul className="members">
            {members.map((field) => (
              <Member key={field.name} field={field as SchemaField} index={index} />
            ))}
          </ul>
        </section>
      )}
      {type.enumValues && (
        <section>
          <h2>{t.values}</h2>
          <ul className="members">
            {type.enumValues.map(({ name, description }) => (
              <li key={name}>
                <code>{name}</code>
                <Described text={description} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {users.length > 0 && <Users users={users} />}
    </div>
  );
}

function Users({ users }: { readonly users: readonly string[] }) {
  const t = useTexts(texts);
  return (
    <section className="stack stack--tight">
      <h2>{t.usedBy}</h2>
      <ul className="type-names">
        {users.map((user) => (
          <li key={user}>
            <Link href={`/rujukan/${user.split('.')[0]}`} className="signature">
              {user}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Member({ field, index }: { readonly field: SchemaField; readonly index: SchemaIndex }) {
  const t = useTexts(texts);
  return (
    <li>
      <p className="signature">
        <b>{field.name}</b>: <TypeLink type={field.type} index={index} />{' '}
        {field.isDeprecated && <Badge tone="warn">{t.deprecated}</Badge>}
      </p>
      <Described text={field.isDeprecated ? (field.deprecationReason ?? field.description) : field.description} />
      {field.args.length > 0 && (
        <ul className="stack stack--tight">
          {field.args.map((argument) => (
            <li key={argument.name} className="small">
              <span className="signature">
                {argument.name}: <TypeLink type={argument.type} index={index} />
                {argument.defaultValue && ` = ${argument.defaultValue}`}
              </span>
              <Described text={argument.description} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function TypeLink({ type, index }: { readonly type: Partial<TypeNameFragment>; readonly index: SchemaIndex }) {
  const [before, name, after] = writeType(type);
  return (
    <>
      {before}
      {index.types.has(namedTypeOf(type)) ? <Link href={`/rujukan/${name}`}>{name}</Link> : name}
      {after}
    </>
  );
}
