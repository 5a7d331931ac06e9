/** Folded verbs that open a claim, in the forms that resumes use. */
const ENGLISH =
  'accelerate achieve acquire adapt add address administer adopt advise align analyze analyse apply architect assemble assess assist audit author automate boost bring build calculate capture champion coach co-author co-found collaborate collect communicate compile complete conceive conceptualize conduct configure connect consolidate construct consult contribute control convert cooperate coordinate craft create cut customize debug decrease define deliver demonstrate deploy design detect determine develop devise diagnose direct discover document double drive earn eliminate enable engineer enhance ensure establish estimate evaluate examine execute expand expose extend extract facilitate fix formulate forecast foster found gather generate grow guide handle head help hire identify implement improve increase influence initiate innovate install instrument integrate introduce invent investigate join launch lead learn leverage lower maintain manage measure mentor merge migrate minimize model modernize monitor motivate negotiate onboard operate optimize optimise orchestrate organize organise overhaul oversee own package parallelize participate partner perform pioneer plan port prepare present prioritize process produce program promote propose prototype prove provide provision publish raise rearchitect rebuild recommend redesign reduce refactor refine release replace report represent research resolve restructure review revamp rewrite roll run save scale schedule secure select serve set setup shape ship shorten simplify solve spearhead speed standardize start streamline strengthen structure supervise supply support surpass sustain teach test track train transform translate trim triple troubleshoot tune unify update upgrade use utilize validate verify win work write';
const IRREGULAR =
  'brought built cut drove grew held led left made ran rebuilt rewrote rolled set shipped shrank sold spoke stood taught took tore won wrote written oversaw began became got gave kept involved responsible used owned co-led known worked tasked';
const OTHERS =
  // German
  'entwickelte entwickelt entwicklung aufbau baute erstellte erstellung leitete leitung leitung einfuhrung fuhrte implementierte implementierung konzipierte konzeption konzeptionierung plante planung betreute betreuung optimierte optimierung verbesserte verantwortete verantwortlich verantwortung migrierte migration automatisierte automatisierung reduzierte senkte steigerte koordinierte koordination umsetzung durchfuhrung unterstutzung mitarbeit programmierung analyse schulung wartung gestaltung integration ' +
  // French
  'developpe developpement concu conception cree creation realise realisation mis mise dirige encadre encadrement gere gestion ameliore amelioration optimise optimisation reduit reduction augmente automatise automatisation deploye deploiement participe participation anime redige integre maintenance pilote pilotage elabore formation coordonne coordination ' +
  // Spanish
  'desarrolle desarrollo diseno disene implemente implementacion cree creacion lidere liderazgo dirigi direccion gestione gestion optimice optimizacion mejore mejora reduje reduccion aumente automatice automatizacion migre migracion coordine coordinacion construi participe participacion colabore mantenimiento integracion responsable encargado';

export const ACTION_VERBS: ReadonlySet<string> = new Set([...ENGLISH.split(' ').flatMap(formsOf), ...IRREGULAR.split(' '), ...OTHERS.split(' ')]);

// build -> build, builds, building, builded; the last does no harm.
function formsOf(verb: string): string[] {
  const stem = verb.replace(/e$/, '');
  const doubled = /[^aeiou][aeiou][bdglmnprt]$/.test(verb) ? [`${verb}${verb.at(-1) ?? ''}ed`, `${verb}${verb.at(-1) ?? ''}ing`] : [];
  const past = /[^aeiou]y$/.test(verb) ? [`${verb.slice(0, -1)}ied`, `${verb.slice(0, -1)}ies`] : [`${stem}ed`];
  return [verb, `${verb}s`, `${stem}ing`, ...past, ...doubled];
}
