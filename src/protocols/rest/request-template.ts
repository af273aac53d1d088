import { HubError } from '../../base/hub-error.ts';
import type { CallArguments } from '../protocol.ts';

export type BuildText = (args: CallArguments) => string;

const PARAMETER = /^:([A-Za-z_]\w*)$/;
const PARAMETER_IN_PATH = /:([A-Za-z_]\w*)/g;

/**
 * Compiles a body template: `":name"` becomes that argument as JSON, everything else is written out once. `"::x"` is the
 * text `:x`, so that a setting's value can never be taken for a parameter.
 */
export function compileJsonBody(template: unknown): BuildText {
  const parts: (string | { readonly parameter: string })[] = [];
  writeTemplate(template, parts);
  const merged = mergeTexts(parts);
  return (args) => {
    let text = '';
    for (const part of merged) text += typeof part === 'string' ? part : JSON.stringify(args[part.parameter] ?? null);
    return text;
  };
}

/** Compiles a form (application/x-www-form-urlencoded); templates as in a JSON body, every value one text. */
export function compileFormBody(template: Readonly<Record<string, unknown>>): BuildText {
  const fields = Object.entries(template).map(([name, value]) => {
    const parameter = typeof value === 'string' ? PARAMETER.exec(value)?.[1] : undefined;
    return { head: `${encodeURIComponent(name)}=`, parameter, text: String(value).replace(/^::/, ':') };
  });
  return (args) =>
    fields
      .map(({ head, parameter, text }) => head + encodeURIComponent(parameter ? String(args[parameter] ?? '') : text))
      .join('&');
}

function writeTemplate(value: unknown, parts: (string | { readonly parameter: string })[]): void {
  const parameter = typeof value === 'string' ? PARAMETER.exec(value)?.[1] : undefined;
  if (parameter) parts.push({ parameter });
  else if (Array.isArray(value)) {
    parts.push('[');
    value.forEach((item, index) => {
      if (index > 0) parts.push(',');
      writeTemplate(item, parts);
    });
    parts.push(']');
  } else if (typeof value === 'object' && value !== null) {
    parts.push('{');
    Object.entries(value).forEach(([key, item], index) => {
      parts.push(`${index > 0 ? ',' : ''}${JSON.stringify(key)}:`);
      writeTemplate(item, parts);
    });
    parts.push('}');
  } else parts.push(JSON.stringify(typeof value === 'string' ? value.replace(/^::/, ':') : (value ?? null)));
}

function mergeTexts(parts: readonly (string | { readonly parameter: string })[]) {
  const merged: (string | { readonly parameter: string })[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (typeof part === 'string' && typeof last === 'string') merged[merged.length - 1] = last + part;
    else merged.push(part);
  }
  return merged;
}

/**
 * Compiles a path such as `/izin?sejak=:since`: arguments are percent-encoded, so none can add to the path. One that
 * cannot stand there makes the built function throw HubError BAD_USER_INPUT.
 */
export function compilePath(template: string): BuildText {
  if (!template.includes(':')) return () => template;
  const queryStart = template.includes('?') ? template.indexOf('?') : template.length;
  return (args) =>
    template.replace(PARAMETER_IN_PATH, (_whole, name: string, offset: number) => {
      const value = String(args[name] ?? '');
      // Servers decode a segment and then resolve its dots; an empty one asks for the list instead of the record.
      const leads = offset < queryStart && (value === '' || DOT_SEGMENT.test(value));
      if (leads || !value.isWellFormed())
        throw new HubError('BAD_USER_INPUT', `The value of :${name} cannot stand in a path.`);
      return encodeURIComponent(value);
    });
}

const DOT_SEGMENT = /(^|[\\/])\.{1,2}([\\/]|$)/;

/** The names of the parameters that a template uses. */
export function listBodyParameters(template: unknown): string[] {
  if (typeof template === 'string') {
    const whole = PARAMETER.exec(template)?.[1];
    return whole ? [whole] : [];
  }
  if (Array.isArray(template)) return template.flatMap(listBodyParameters);
  if (typeof template === 'object' && template !== null) return Object.values(template).flatMap(listBodyParameters);
  return [];
}

/** The names of the parameters in a path. */
export function listPathParameters(template: string): string[] {
  return [...template.matchAll(PARAMETER_IN_PATH)].map((match) => match[1] as string);
}

/** The parameters of an operation's request, each once, and those of them that stand in its path. */
export function listRequestParameters({ get, post, body, form }: Readonly<Record<string, unknown>>): {
  readonly all: readonly string[];
  readonly addressed: readonly string[];
} {
  const addressed = [...new Set(listPathParameters(String(post ?? get ?? '')))];
  return { all: [...new Set([...listBodyParameters(body), ...listBodyParameters(form), ...addressed])], addressed };
}
