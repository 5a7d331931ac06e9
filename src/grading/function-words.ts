/** Words that carry grammar, not matter. They are never evidence for a point. */
const FUNCTION_WORDS = new Set(
  `a an the this that these those i you he she it we they me him her us them my mine your yours his hers its our ours their theirs myself
  yourself itself themselves ourselves someone something anything everything anyone everyone is are was were be been being am do does did
  doing done have has had having will would shall should can could may might must of in on at to for from by with about as into onto
  through during above below up down out off over under again further then once here there when where why how what which
  who whom whose and or but if because while so than too very just also only own such both each few more most other another some any all
  much many etc eg ie let lets get gets got getting upon per via till until although though however therefore thus hence whether either
  else ever even still yet quite rather well like s t re ve ll d m o`
    .split(/\s+/),
);

/** Talk that fills time: it says nothing about any subject, so it is no evidence and does not thin an answer out. */
const FILLERS = new Set(
  `um uh erm hmm mm yeah yep yes ok okay right basically actually literally honestly obviously simply really maybe perhaps probably kind sort
  sorta kinda guess suppose think feel believe mean say saying said thing things stuff lot bit pretty way anyway anyhow course sure
  please thanks thank sorry hello hi question answer great nice happy glad interesting important importantly essentially certainly definitely
  clearly generally typically usually often sometimes always today day overall end know want would going go come`
    .split(/\s+/),
);

/** Words that deny. What deserves the name in one sentence only is told apart by clauses.ts and contradiction.ts. */
const NEGATORS = new Set(
  `not no never none nor cannot cant neither nothing nobody nowhere without dont doesnt didnt isnt arent wasnt werent wont wouldnt shouldnt
  couldnt hasnt havent hadnt aint unable lack lacks lacking fails false incorrect wrong untrue hardly`.split(/\s+/),
);

/** These take words in small letters with straight quotes (word-forms.ts). */
export const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.has(word);
export const isFiller = (word: string): boolean => FILLERS.has(word);
export const isNegator = (word: string): boolean => NEGATORS.has(word) || word.endsWith("n't");
