import { stemOf } from './stems.ts';

/** Words that turn a statement round when one stands for the other. */
const PAIRS = `always never|increase decrease|increase reduce|increase lower|raise lower|rise fall|grow shrink|gain lose|more less|more fewer|most least|faster slower|fast slow|quick slow|quicker slower
  |maximum minimum|max min|maximize minimize|largest smallest|biggest smallest|highest lowest|greatest least|first last|before after|above below|inside outside|over under|same different
  |same differ|mutable immutable|synchronous asynchronous|sync async|static dynamic|public private|left right|top bottom|push pop|enqueue dequeue|stateless stateful|reliable unreliable|safe unsafe
  |possible impossible|require forbid|allow forbid|allow prevent|enable disable|guarantee prevent|valid invalid|true false|correct incorrect|ascending descending|begin end|start end|front back
  |all none|every no|must cannot|can cannot|often rarely|common rare|high low|higher lower|larger smaller|bigger smaller|large small|big small|longer shorter|long short|greater lower|good bad|strong weak
  |stronger weaker|strict loose|explicit implicit|necessary unnecessary|include exclude|encrypt decrypt|symmetric asymmetric|upper lower|upstream downstream|horizontal vertical
  |constant variable|cheap expensive|cheaper expensive|cheaper dearer|easier harder|easy hard|read write|early late|earlier later|local global|internal external|lock unlock|open close|linear constant
  |succeed fail|accept reject|optimistic pessimistic|eager lazy|stable unstable|sorted unsorted|ordered unordered|sequential random|forward backward|parent child|client server|positive negative
  |unique duplicate|empty full|single multiple|wide narrow|tight loose|up down|send receive|encode decode|supervised unsupervised|overfit underfit|overfitting underfitting|deep shallow|speed slow|heat cool|hot cold|hotter colder|warm cold|warmer colder|warmer cooler
  |absorb emit|absorb release|attract repel|expand contract|buy sell|profit loss|thick thin|thicker thinner|hard soft|wet dry|heavy light|heavier lighter|rigid flexible
  |solid liquid|acid alkali|inhale exhale|identical different|reversible irreversible|temporary permanent|direct indirect|dominant recessive|natural artificial|voluntary compulsory
  |rise drop|raise reduce|increase drop|decrease rise|increase fall|decrease grow|many few|shorter taller|near far|nearer farther|closer further|toward away|win lose|stay leave|appear vanish`;

const opposites = new Map<string, Set<string>>();
for (const pair of PAIRS.split('|')) {
  const [a = '', b = ''] = pair.trim().split(' ').map(stemOf);
  opposites.set(a, (opposites.get(a) ?? new Set()).add(b));
  opposites.set(b, (opposites.get(b) ?? new Set()).add(a));
}

const NONE: ReadonlySet<string> = new Set();

/** The stems that say the contrary of a stem. */
export const oppositesOf = (stem: string): ReadonlySet<string> => opposites.get(stem) ?? NONE;
/** The stem has a contrary, so that it says which way something goes. */
export const hasOpposite = (stem: string): boolean => opposites.has(stem);

/** Forms of one direction that have stems of their own. */
const FORMS = 'high higher highest|low lower lowest|large larger largest|small smaller smallest|big bigger biggest|fast faster quick quicker|slow slower|strong stronger|long longer|short shorter|cheap cheaper|easy easier|hard harder|early earlier|late later|great greater greatest|more most|less least fewer|increase raise rise grow|decrease reduce fall shrink drop|single|multiple many|same equal|different differ';
const forms = new Map<string, ReadonlySet<string>>();
for (const group of FORMS.split('|')) {
  const stems = group.split(' ').map(stemOf);
  for (const stem of stems) forms.set(stem, new Set([...(forms.get(stem) ?? []), ...stems]));
}

/** A stem, or another form of the same direction, is among others: "higher" where "high" is. */
export function hasDirectionIn(stem: string, stems: ReadonlySet<string>): boolean {
  return stems.has(stem) || [...(forms.get(stem) ?? NONE)].some((form) => stems.has(form));
}

/** One of the contraries of a stem is among others. */
export function hasContraryIn(stem: string, stems: ReadonlySet<string>): boolean {
  const contraries = opposites.get(stem);
  if (contraries === undefined) return false;
  for (const contrary of contraries) if (stems.has(contrary)) return true;
  return false;
}
