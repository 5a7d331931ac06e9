/**
 * Words that head a section of a resume, in English, German, French, Spanish,
 * Portuguese, Italian and Dutch. Used for the layout alone: a column that has
 * headings of its own is read by itself.
 */
const WORDS =
  'summary profile about objective overview experience employment career work history background education academic qualifications studies skills competencies competences expertise technologies technical tools stack projects project portfolio certifications certificates certification licenses courses training awards honors honours achievements accomplishments publications languages interests hobbies volunteer volunteering references contact contacts details personal info information links social leadership activities strengths ' +
  'profil kurzprofil berufserfahrung erfahrung werdegang ausbildung bildung studium kenntnisse fähigkeiten kompetenzen projekte zertifikate zertifizierungen sprachen interessen auszeichnungen ehrenamt kontakt persönliches ' +
  'résumé expérience expériences professionnelle professionnelles formation formations compétences projets langues intérêts loisirs certificats bénévolat distinctions coordonnées ' +
  'perfil resumen experiencia laboral profesional educación formación habilidades competencias proyectos idiomas intereses certificaciones voluntariado premios contacto ' +
  'resumo experiência formação educação competências habilidades idiomas projetos contato esperienza esperienze istruzione formazione competenze lingue progetti contatti interessi profilo ' +
  'ervaring werkervaring opleiding opleidingen vaardigheden talen projecten certificaten interesses';
const HEADING_WORDS = new Set(WORDS.split(' '));
const JOINING = new Set(['and', 'of', 'my', 'me', 'the', 'key', 'core', 'selected', 'professional', 'other', 'additional', 'relevant', 'und', 'et', 'y', 'e', 'de', 'en', 'open', 'source', 'it', 'soft', 'hard', 'main', 'key', 'executive', '&']);

/** A short line that is made of heading words alone, whatever its case and spacing. */
export function isSectionHeading(text: string): boolean {
  const words = text.toLowerCase().replace(/[:/|,.()&+]/g, ' ').trim().split(/\s+/);
  if (words.length > 5 || text.length > 48) return false;
  return words.some((word) => HEADING_WORDS.has(word)) && words.every((word) => HEADING_WORDS.has(word) || JOINING.has(word));
}
