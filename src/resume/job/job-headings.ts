import { foldText } from '../parsing/words.ts';

/** What a stretch of a job description speaks of. `stack` lists technologies without saying who needs them. */
export type JobPart = 'required' | 'nice' | 'duties' | 'stack' | 'offer' | 'about';

// Folded wordings; the first that fits decides, so "nice to have qualifications" stands before "qualifications".
const HEADINGS: readonly (readonly [JobPart, RegExp])[] = [
  ['nice', /nice[- ]to[- ]have|bonus|\bplus(?:es)?\b|preferred|desirable|desired|optional|good to have|great to have|would be (?:nice|great)|extra (?:points|credit)|stand out|ideally|von vorteil|wunschenswert|pluspunkt|idealerweise|das ware (?:toll|schon)|souhait|un plus|apprecie|atouts|deseable|valorable|se valora/],
  ['offer', /what we offer|we offer|our offer|benefits|perks|why (?:join|us|you)|compensation|salary|in return|what you(?:'ll| will) get|wir bieten|das bieten|unser angebot|was wir (?:dir|ihnen) bieten|benefits|vorteile|deine vorteile|nous offrons|avantages|ofrecemos|beneficios/],
  ['stack', /tech(?:nology|nical)?[- ]?stack|our stack|stack technique|tools we use|technologies we use|unser(?:e)? (?:stack|technologien)|technologien$/],
  ['duties', /responsibilit|what you(?:'ll| will) (?:do|be doing|work on)|your (?:role|tasks|job|mission|day|impact)|the role|duties|day[- ]to[- ]day|what you do|you will$|in this role|key tasks|aufgaben|das erwartet dich|was (?:dich|sie) erwartet|tatigkeiten|deine rolle|missions?|vos missions|responsabilidades|funciones|tareas/],
  ['required', /requirement|qualification|must[- ]have|what you (?:bring|need|have|'ll need)|you (?:bring|have|need)$|who you are|about you|your (?:profile|skills|background|experience)|skills|what we(?:'re| are)? (?:look|expect|need|require)|looking for|minimum|essential|we expect|candidate|anforderung|profil|qualifikation|voraussetzung|das bringst du mit|was du mitbring|mitbring|das bringen sie mit|wir erwarten|kenntnisse|competences|requisitos|perfil|exigences/],
  ['about', /about (?:us|the (?:company|team))|who we are|our (?:company|team|story)|company|how to apply|apply|contact|uber uns|wer wir sind|das unternehmen|unternehmen|bewerbung|kontakt|equal opportunity|a propos|quienes somos|sobre nosotros|location|standort/],
];

/** What follows a heading; undefined for a line that is none of the wordings. */
export function jobHeading(text: string): JobPart | undefined {
  const folded = foldText(text).replace(/[^\p{L}\p{N}' &/-]+/gu, ' ').trim();
  return HEADINGS.find(([, words]) => words.test(folded))?.[0];
}

const NICE_CUES =
  /\b(?:nice to have|nice-to-have|(?:is|are|would be|as) (?:an? )?(?:big |huge |strong |definite )?(?:plus|bonus|advantage|asset)|a plus\b|bonus points?|preferred|preferably|ideally|desirable|optional|not required|helpful|beneficial|advantageous|good to have|von vorteil|wunschenswert|idealerweise|gerne auch|gern gesehen|ein plus|pluspunkt|kein muss|un plus|idealement|serait un|apprecie|deseable|se valorara|valorable)\b/;
const MUST_CUES = /\b(?:must|required|requires?|mandatory|essential|you have|you(?:'ve| have) (?:built|written|worked|used)|you know|you need|you bring|we expect|proven|proficien\w+|experienced? (?:with|in)|familiar(?:ity)? with|knowledge of|du kennst|erfahrung mit|kenntnisse in|zwingend|muss|vorausgesetzt|erforderlich|unbedingt|du hast|sie haben|sicherer umgang|fundierte|imperatif|indispensable|exige|imprescindible|obligatorio)\b/;

/** The sentence says what the work will be, under no heading that does. */
export function saysDuty(text: string): boolean {
  return /^(?:you(?:'ll| will)|your (?:job|task|work|mission) (?:is|will)|du (?:wirst|baust|entwickelst|arbeitest|betreust))\b/.test(foldText(text).trim());
}

/** What the words of a sentence itself say of how much it is wanted; undefined where they say nothing. */
export function cueOf(text: string): 'required' | 'nice' | undefined {
  const folded = foldText(text);
  if (NICE_CUES.test(folded)) return 'nice';
  return MUST_CUES.test(folded) ? 'required' : undefined;
}
