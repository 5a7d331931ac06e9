import { foldText, wordsOf } from './words.ts';

/** Nouns that name a job, folded; most titles end with one. */
const JOB_NOUNS = new Set(
  (
    'engineer engineers developer programmer architect manager director analyst consultant administrator admin designer scientist researcher intern trainee apprentice lead leader head ' +
    'chief officer cto ceo cfo coo cio ciso vp svp evp avp president founder cofounder owner specialist technician technologist coordinator assistant associate executive supervisor operator tester ' +
    'teacher instructor tutor lecturer professor fellow postdoc student mentor advisor adviser strategist evangelist advocate writer editor recruiter accountant auditor nurse representative rep agent clerk cashier ' +
    'waiter waitress barista bartender server contractor freelancer volunteer member sre dba sdet qa devops statistician mathematician physicist chemist biologist economist actuary pilot driver chef cook mechanic electrician planner ' +
    'buyer secretary receptionist attorney lawyer paralegal counsel doctor physician therapist pharmacist librarian curator journalist reporter producer photographer artist animator illustrator musician coder hacker ' +
    'expert professional principal partner controller inspector scheduler estimator surveyor trader broker banker underwriter adjuster marketer copywriter webmaster modeler modeller practitioner facilitator trainer coach ' +
    'superintendent foreman machinist welder laborer worker guard captain sergeant lieutenant commander soldier tech crew staff employee helper attendant host hostess stylist caregiver counselor counsellor psychologist ' +
    'liaison moderator ambassador organizer chair chairman chairperson secretary treasurer delegate interpreter translator integrator maintainer contributor sysadmin ux ui smts mts sde swe ' +
    // German
    'entwickler ingenieur leiter berater praktikant werkstudent mitarbeiter geschaftsfuhrer techniker fachinformatiker informatiker sachbearbeiter assistent dozent auszubildender azubi referent kaufmann kauffrau architekt analytiker ' +
    'forscher beauftragter verantwortlicher vorstand hilfskraft aushilfe lehrer verkaufer programmierer tutor doktorand gestalter redakteur betreuer koordinator praktikum leitung ' +
    // French
    'developpeur developpeuse ingenieur ingenieure chef directeur directrice responsable consultante analyste architecte stagiaire apprenti apprentie alternant alternante technicien technicienne gestionnaire charge chargee assistante ' +
    'enseignant enseignante professeur chercheur chercheuse doctorant doctorante administrateur administratrice concepteur conceptrice gerant gerante vendeur vendeuse conseiller conseillere formateur formatrice fondateur cofondateur animateur benevole stage programmeur testeur integrateur ' +
    // Spanish, Portuguese, Italian, Dutch
    'desarrollador desarrolladora ingeniero ingeniera programador programadora analista jefe jefa gerente directora consultor consultora arquitecto arquitecta becario becaria practicante tecnico tecnica administrador administradora ' +
    'coordinador coordinadora encargado encargada profesor profesora investigador investigadora disenador disenadora lider asistente auxiliar especialista vendedor vendedora fundador fundadora voluntario voluntaria ' +
    'desenvolvedor desenvolvedora engenheiro engenheira estagiario estagiaria sviluppatore sviluppatrice ingegnere responsabile tirocinante analista progettista ontwikkelaar stagiair medewerker adviseur beheerder'
  ).split(' '),
);

/** Words that go with a title without making one. */
const TITLE_WORDS = new Set(
  (
    'senior sr junior jr staff mid level ii iii iv deputy vice interim acting assistant associate graduate full stack fullstack front end frontend back backend software hardware web mobile android ios data machine learning ml ai ' +
    'cloud platform site reliability systems system network security database product project program programme technical technology information it quality assurance test testing automation support service customer sales marketing ' +
    'business operations finance human resources research development design user experience account general regional global group team founding chief co applied embedded firmware solutions infrastructure freelance ' +
    'java javascript python php ruby react node net golang scala c salesforce sap oracle wordpress'
  ).split(' '),
);

const COMPOUND_TITLE =
  /(?:entwickler|ingenieur|leiter|berater|mitarbeiter|techniker|informatiker|architekt|assistent|manager|kaufmann|kauffrau|praktikant|student|administrator|designer|beauftragter?|analyst|consultant|spezialist|koordinator)(?:in|innen|\*in|:in|\/in)?$/;
const OTHER_SCRIPTS = /エンジニア|開発者|デザイナー|マネージャ|工程师|开发|经理|设计师|实习|개발자|엔지니어|디자이너|매니저|इंजीनियर|डेवलपर|مهندس|مطور|مدير|מהנדס|מפתח|מנהל|инженер|разработчик|менеджер|программист/;
const TITLE_PHRASES = /scrum master|product owner|scrum|\bteam lead|tech(?:nical)? lead|member of technical staff|head of|vice president|\bvp of|chief .* officer|chef de projet|jefe de|responsable de|works? student|teaching|co-?op\b|internship|freelance/;

/** The word names a job: "engineer", "Softwareentwicklerin". */
export function isJobNoun(word: string): boolean {
  const folded = foldText(word);
  return JOB_NOUNS.has(folded) || (folded.length > 4 && JOB_NOUNS.has(folded.replace(/s$/, ''))) || COMPOUND_TITLE.test(folded);
}

/**
 * How much a text looks like a job title: about 3 to 5 for "Senior Software
 * Engineer", 0 for a company's name, below 0 for sentences.
 */
export function titleScore(text: string): number {
  const folded = foldText(text);
  const words = wordsOf(text);
  if (words.length === 0) return -3;
  const nouns = words.filter(isJobNoun);
  let score = 0;
  if (nouns.length > 0 || OTHER_SCRIPTS.test(text)) score += 3;
  if (isJobNoun(words.at(-1) ?? '') || isJobNoun(words[0] ?? '')) score += 1;
  if (TITLE_PHRASES.test(folded)) score += 1.5;
  score += Math.min(1, words.filter((word) => TITLE_WORDS.has(word)).length * 0.4);
  if (words.length > 9) score -= 2;
  if (/[.!?]$/.test(text.trim()) || /https?:|www\.|@\w/.test(text)) score -= 1.5;
  return score;
}
