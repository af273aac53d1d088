import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SpecMistake } from '../../protocol.ts';
import { WSDL_PATH } from '../testing/envelopes.ts';
import { openWsdl } from './open-wsdl.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wsdl-'));
  cpSync(join(WSDL_PATH, '..'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = () => openWsdl(join(folder, 'izin.wsdl'));

/** Changes a file of the folder. */
function change(file: string, from: string | RegExp, to: string): void {
  const text = readFileSync(join(folder, file), 'utf8');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  writeFileSync(join(folder, file), changed);
}

function mistakeOf(): unknown {
  try {
    open();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('a WSDL', () => {
  it('gives its operations, in the older version of SOAP where there are two', () => {
    const operations = open();
    expect([...operations.keys()].sort()).toEqual(['Cari', 'CariBaru', 'Hapus']);
    expect(operations.get('Cari')).toMatchObject({ version: '1.1', action: 'urn:izin/Cari' });
    expect(operations.get('CariBaru')).toMatchObject({ version: '1.2' });
    expect(operations.get('Hapus')).toEqual({ refusal: 'is of the RPC style' });
  });

  it('refuses operations with encoded messages', () => {
    change('izin.wsdl', /<s1([12]):body use="literal"\/>/g, '<s1$1:body use="encoded"/>');
    expect(open().get('Cari')).toEqual({ refusal: 'is encoded, not literal' });
  });

  it('may be split over files that import and include each other', () => {
    change('izin.xsd', '<xs:element name="catatan" type="xs:string"/>', '<xs:include schemaLocation="lain.xsd"/>');
    const included = '<xs:element name="catatan" type="Teks"/><xs:simpleType name="Teks"/>';
    const back = '<xs:import namespace="urn:izin" schemaLocation="izin.xsd"/>';
    writeFileSync(
      join(folder, 'lain.xsd'),
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${back}${included}</xs:schema>`,
    );
    const operation = open().get('Cari');
    const output = operation && 'output' in operation ? operation.output.findContent() : undefined;
    expect([...(output?.children.keys() ?? [])]).toEqual(['jumlah', 'daftar', 'catatan']);
    expect(output?.children.get('catatan')).toMatchObject({ isList: true, namespace: 'urn:izin' });
  });

  it.each<[claim: string, break_: () => void, message: string, suggestion: string]>([
    [
      'a schema over the network',
      () => change('izin.wsdl', './izin.xsd', 'https://izin.example/soap/izin.php?xsd=1'),
      'izin.wsdl imports izin.php over the network, which the hub never fetches',
      'save that file beside it and import it by its name alone',
    ],
    [
      'a schema from another folder',
      () => change('izin.wsdl', './izin.xsd', '../rahasia/izin.xsd'),
      'izin.wsdl imports izin.xsd from another folder, which the hub never fetches',
      'save that file beside it and import it by its name alone',
    ],
    [
      'a WSDL over the network',
      () =>
        change(
          'izin.wsdl',
          '<wsdl:types>',
          '<wsdl:import namespace="urn:b" location="//izin.example/b.wsdl"/><wsdl:types>',
        ),
      'izin.wsdl imports b.wsdl over the network, which the hub never fetches',
      'save that file beside it and import it by its name alone',
    ],
    [
      'a schema that is not there',
      () => rmSync(join(folder, 'izin.xsd')),
      'izin.xsd cannot be read (ENOENT)',
      'save it beside this file',
    ],
    [
      'a type of nobody',
      () => change('izin.xsd', 'type="Daftar"', 'type="Daptar"'),
      'names Daptar, which no schema in it defines',
      'save the schema that defines it beside it and import it by its name',
    ],
    [
      'a DOCTYPE',
      () => change('izin.xsd', '<xs:schema', '<!DOCTYPE x SYSTEM "http://192.0.2.1/x.dtd"><xs:schema'),
      'izin.xsd holds a DOCTYPE',
      'save it anew, as the service gives it',
    ],
    [
      'half a file',
      () => change('izin.wsdl', '</wsdl:definitions>', ''),
      'izin.wsdl holds text that is not whole XML',
      'save it anew, as the service gives it',
    ],
    [
      'a page',
      () => writeFileSync(join(folder, 'izin.wsdl'), '<html><body/></html>'),
      'is not a WSDL 1.1 file',
      "save it from the service's address with ?wsdl behind it",
    ],
    [
      'no binding of SOAP',
      () => change('izin.wsdl', /<wsdl:binding[\s\S]*<\/wsdl:binding>/, ''),
      'describes no operation over SOAP',
      "save it from the service's address with ?wsdl behind it",
    ],
  ])('with %s is a mistake that says what to do', (_claim, breakIt, message, suggestion) => {
    breakIt();
    const mistake = mistakeOf();
    expect(mistake).toBeInstanceOf(SpecMistake);
    expect(mistake).toMatchObject({ key: 'wsdl', message, suggestion });
  });
});
