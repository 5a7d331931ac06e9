/**
 * Words of which an order to the grader is made, by what they do in it. They are
 * looked for inside a token, and stand for nothing yet: instructions.ts says
 * what is an order. To find them word by word is cheap, and most sentences hold
 * too few of them to be looked at closer.
 */
const KINDS = {
  aside: /ignore|disregard|forget|override|overrule|aside|mind|neglect|follow/,
  drops: /drop|discard|bypass/,
  awards: /give|award|assign|grant|rate|grade|score/,
  orders: /output|print|return|respond|reply|answer|set|mark|treat|consider|accept|assume|deserve|earn|merit|regard|record|report|declare|conclude|evaluate|judge|must|should/,
  tops: /full|top|highest|max|perfect|best|excellent|outstanding|flawless|passing|complete/,
  grades: /mark|score|point|credit|grade|band|rating|result|evaluation|verdict|star/,
  answers: /answer|response|reply|submission|candidate/,
  graders: /grader|evaluator|examiner|assessor|reviewer|judge|rater|interviewer|hiring|\bai|llm|model|assistant|bot|gpt|system|scorer|marker/,
  numbers: /[1459]|four/,
  outOf: /\/|out|band|score/,
  hundred: /100/,
  judges: /treat|consider|mark|grade|rate|judge|regard|accept|evaluate/,
  anything: /point|anything|whatever|everything/,
  right: /correct|cover|right|pass/,
  mark: /mark/,
  pass: /pass/,
  points: /points/,
  favours: /hire|approve|recommend/,
  notes: /note|message|attention|memo|instruction|reminder|dear/,
  you: /\b(?:you|from)\b/,
  now: /\bnow\b/,
  opens: /\b(?:please|just|hello|hey|to|for|the|all|any|my|set|never|stop|do|don't)\b/,
  commands: /order|instruct|command|tell|ask|want|authori|declare|grant|confirm|demand/,
  me: /\b(?:i|me)\b/,
  regardless: /regardless|matter|instead/,
  verdicts: /evaluation|grading|assessment|verdict|final/,
  rubric: /rubric|grade|grading|evaluator|examiner|assessor|scorer|marking|key/,
  criteria: /point|aspect|criteria/,
  solutions: /answer|solution/,
  text: /text/,
  counts: /accept|count/,
} as const;

export type OrderWord = keyof typeof KINDS;

const NAMES = Object.keys(KINDS) as OrderWord[];
const ANY = new RegExp(Object.values(KINDS).map(({ source }) => source).join('|'));

/** The kinds that a token in small letters is of, one bit each; 0 for most. */
export function orderBitsOf(token: string): number {
  if (!ANY.test(token)) return 0;
  return NAMES.reduce((bits, name, place) => (KINDS[name].test(token) ? bits | (1 << place) : bits), 0);
}

/** The bits of any of these kinds. */
export function bitsFor(...kinds: OrderWord[]): number {
  return kinds.reduce((bits, kind) => bits | (1 << NAMES.indexOf(kind)), 0);
}
