/** What a candidate's reply to "are you ready?" means. */
export type Readiness = 'yes' | 'introduced' | 'no' | 'later' | 'question' | 'unclear';

const LATER = /\b(later|not now|another (time|day)|tomorrow|in (a|an|some|\d+) (moment|minute|minutes|bit|while|hour)|give me|hold on|hang on|one (moment|minute|second|sec)|wait|need (a|some|more) (time|minute|moment|break))\b/u;
/** Says no and means yes. */
const AGREES = /^(no (problem|worries|questions|objections?)|i don't mind|why not)\b(?!.*\?)/u;
const NO = /^(no|nope|nah|not (yet|really|quite|ready)|i('m| am) not(?! an? )|i don't want|don't start)\b/u;
const YES = /\b(yes|yeah|yep|yup|sure|ready|ok|okay|of course|absolutely|definitely|go ahead|go on|let's (go|start|begin|do)|start|begin|shoot|y|fire away|bring it on)\b/u;
/** Says yes where the reply begins with it: "not great" does not. */
const GLADLY = /^(?:(?:oh|ah|hi|hello|hey),? )?(?:great|good|fine|perfect|cool|nice|excellent|awesome|alright|all right|certainly|gladly|happy to|with pleasure|sounds (?:good|great|fine)|please do|proceed|continue|next)\b/u;
const QUESTION = /\?\s*$|^(what|how|who|why|when|where|which|can (i|you|we)|could (i|you)|do (i|you)|will|is (this|it|there)|are (you|there))\b/u;
/** How people begin to tell who they are. */
const TELLS =
  /\b(my name is|years? (of|in|as|with)|i('m| am) (an?|the|from|based|currently|now|originally|working)|i('ve| have) (been|worked|spent|led|built|done|studied|over|more than|about|\d+)|i (\w+ly )?(work|worked|studied|graduated|started|lead|led|build|built|design|designed|develop|developed|manage|managed|run|ran|joined|moved|write|wrote|come|came))\b/u;
/** With fewer words nobody has introduced themselves. */
const FEWEST_WORDS = 12;

/**
 * Reads the reply to the greeting. A question back wins over a "yes" beside
 * it, so that nobody is started while still asking; a skipped reply is a yes.
 * Whoever introduces themselves at once has begun: that is `introduced`, and
 * a "later" in it is part of the story.
 */
export function readReadiness(reply: string): Readiness {
  const text = reply.toLowerCase().replace(/[’`]/gu, "'").trim();
  if (text === '' || AGREES.test(text)) return 'yes';
  if (NO.test(text)) return 'no';
  if (QUESTION.test(text)) return 'question';
  if (introduces(text)) return 'introduced';
  if (LATER.test(text)) return 'later';
  return YES.test(text) || GLADLY.test(text) ? 'yes' : 'unclear';
}

function introduces(text: string): boolean {
  return text.split(/\s+/u).length >= FEWEST_WORDS && TELLS.test(text);
}
