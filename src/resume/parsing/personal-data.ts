import type { Line, Notice } from '../../schemas/resume.ts';
import { foldText } from './words.ts';

/** What a resume tells about a person that an interviewer neither needs nor should see. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['a date of birth', /\b(?:date of birth|d\.?o\.?b\.?|born (?:on|in)?|birth ?date|birthday|geburtsdatum|geboren|date de naissance|ne(?:e)? le|fecha de nacimiento|nacid[oa])\b/],
  ['an age', /^\s*(?:age|alter|edad)\s*[:：]|\b\d{2} (?:years old|ans|anos de edad|jahre alt)\b/],
  ['a nationality', /\b(?:nationality|citizenship|staatsangehorigkeit|nationalitat|nationalite|nacionalidad)\b/],
  ['a marital status', /\b(?:marital status|married|unmarried|familienstand|verheiratet|ledig|etat civil|situation familiale|estado civil|casad[oa]|solter[oa])\b/],
  ['a religion', /^\s*(?:religion|caste|konfession)\s*[:：]/],
  ['a gender', /^\s*(?:gender|sex|geschlecht|sexe|sexo)\s*[:：]/],
  ["a parent's name", /\b(?:father|mother|husband|spouse)(?:'s|s)? name\b/],
  ['an identity number', /\b(?:passport|aadhaar|aadhar|pan (?:no|number|card)|social security|ssn|dni|nif|nie|personalausweis|steuer-?id|driving licen[cs]e no)\b|\b\d{3}-\d{2}-\d{4}\b/],
  ['a street address', /^\s*(?:address|anschrift|adresse|direccion|permanent address|current address)\s*[:：]|\b\d{1,5}\s+(?:\p{L}+\s+){1,3}(?:street|st\.|avenue|ave\.?|road|rd\.|lane|drive|boulevard|blvd)\b|\b\p{L}+(?:strasse|str\.|weg|gasse)\s+\d{1,4}\b|\b\d{1,4},?\s+(?:rue|avenue|boulevard)\s|\b(?:calle|avenida)\s+\p{L}+.{0,20}\d{1,4}\b/u],
];

/** A notice for each kind of personal data, with its first place; never the data itself. */
export function findPersonalData(lines: Line[]): Notice[] {
  return KINDS.flatMap(([what, pattern]) => {
    const line = lines.find(({ text }) => pattern.test(foldText(text)));
    if (line === undefined) return [];
    return [{ code: 'personal-data', message: `The resume gives ${what} (page ${line.page}, line ${line.line}); an interviewer does not need it.`, page: line.page }];
  });
}
