/** Words over the columns of a table, folded, in English, German, French and Spanish. */
const COLUMN_NAMES = new Set(
  (
    'group|skill|skills|skill set|category|area|areas|technology|technologies|tool|tools|type|level|proficiency|rating|years|year|year of passing|passing year|month|date|dates|from|to|duration|period|since|name|description|details|remarks|' +
    'degree|course|class|exam|examination|qualification|qualifications|institution|institute|school|college|university|board|board/university|university/board|college/university|institute/university|school/college|specialization|subject|major|field|field of study|percentage|marks|score|grade|grades|cgpa|gpa|cgpa/percentage|%|result|' +
    'company|employer|organization|organisation|client|role|position|designation|title|job title|location|place|city|responsibilities|s.no|s. no|s.no.|sl no|no|no.|#|project|projects|language|languages|certificate|certification|issuer|read|write|speak|' +
    'bereich|kategorie|kenntnis|kenntnisse|niveau|abschluss|einrichtung|hochschule|schule|universitat|fach|studiengang|jahr|zeitraum|note|von|bis|ort|unternehmen|firma|' +
    'diplome|etablissement|ecole|universite|annee|mention|periode|domaine|outils|categorie|competence|competences|entreprise|poste|lieu|' +
    'titulo|institucion|centro|ano|nivel|categoria|herramientas|empresa|puesto'
  ).split('|'),
);

/** The line is the head of a table, "Degree   Institution   Year": it names the columns and says nothing of the person. */
export function isTableHead(text: string): boolean {
  const cells = text.trim().split(/\s{2,}|\s+\|\s+/);
  return cells.length > 1 && cells.every((cell) => COLUMN_NAMES.has(folded(cell)));
}

function folded(cell: string): string {
  return cell.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s*:$/, '').trim();
}
