import type { DeclaredType } from '../source-sketch.ts';
import { childrenOf, localName, type XmlElement } from './xml-document.ts';

/** What an element of a message holds, as far as its schema says. */
export interface MessagePart {
  readonly name: string;
  readonly isList: boolean;
  readonly isRequired: boolean;
  /** Of text. */
  readonly declared: DeclaredType | undefined;
  readonly children: readonly MessagePart[];
}

// A type that holds itself is left open from here on.
const MAX_DEPTH = 8;

/** Reads the elements of schemas by name; namespaces are left out, since a service has few names of its own. */
export class XsdElements {
  readonly #elements = new Map<string, XmlElement>();
  readonly #types = new Map<string, XmlElement>();

  constructor(schemas: readonly XmlElement[]) {
    for (const node of schemas.flatMap(({ children }) => children)) {
      const { name = '' } = node.attributes;
      if (node.name === 'element') this.#elements.set(name, node);
      if (node.name === 'complexType' || node.name === 'simpleType' || node.name === 'group')
        this.#types.set(name, node);
    }
  }

  /** The element of that name at the top of a schema. */
  findElement(name: string): MessagePart | undefined {
    const node = this.#elements.get(localName(name));
    return node && this.#asPart(node, 0);
  }

  #asPart(node: XmlElement, depth: number): MessagePart {
    const { ref, minOccurs, maxOccurs = '1' } = node.attributes;
    const target = ref === undefined ? node : (this.#elements.get(localName(ref)) ?? node);
    const { name = localName(ref ?? ''), type } = target.attributes;
    const inner = target.children.find((one) => one.name === 'complexType' || one.name === 'simpleType');
    const definition = inner ?? (type === undefined ? undefined : this.#types.get(localName(type)));
    const children = definition && depth < MAX_DEPTH ? this.#childrenOf(definition, depth) : [];
    return {
      name,
      isList: maxOccurs !== '1' && maxOccurs !== '0',
      isRequired: minOccurs !== '0',
      declared: children.length > 0 ? undefined : this.#declaredOf(definition, type),
      children,
    };
  }

  #childrenOf(node: XmlElement, depth: number): MessagePart[] {
    return node.children.flatMap((child) => {
      if (child.name === 'element') return [this.#asPart(child, depth + 1)];
      if (child.name === 'extension') {
        const base = this.#types.get(localName(child.attributes.base ?? ''));
        return [...(base ? this.#childrenOf(base, depth) : []), ...this.#childrenOf(child, depth)];
      }
      if (child.name === 'group' && child.attributes.ref !== undefined) {
        const group = this.#types.get(localName(child.attributes.ref));
        return group ? this.#childrenOf(group, depth) : [];
      }
      return /^(?:sequence|all|choice|complexContent)$/.test(child.name) ? this.#childrenOf(child, depth) : [];
    });
  }

  #declaredOf(definition: XmlElement | undefined, type: string | undefined): DeclaredType | undefined {
    const restriction = definition && childrenOf(definition, 'restriction')[0];
    return DECLARED[localName(restriction?.attributes.base ?? type ?? '')];
  }
}

const DECLARED: Readonly<Record<string, DeclaredType>> = {
  boolean: 'boolean',
  int: 'integer',
  integer: 'integer',
  long: 'integer',
  short: 'integer',
  decimal: 'number',
  double: 'number',
  float: 'number',
  date: 'date',
  dateTime: 'datetime',
  string: 'text',
};
