// The joints of a told story, as people put them whatever it is about. Where a
// story has none of these words, star.ts goes by its order.

export const SITUATION =
  /\b(?:when (?:i|we|my|our|the)|while (?:i|we)|at (?:my|our|the) (?:last|previous|current|old|first|former|job|company|start|time)|in my (?:last|previous|current|first|former|old)|last (?:year|spring|summer|fall|autumn|winter|month|quarter|week)|(?:years?|months?) ago|back (?:in|when|at)|there was|there were|one (?:time|day|of)|once|during|on a project|(?:our|the|my) (?:team|company|client|customer|manager|product|project|service|app|system|startup|colleague)\b.{0,40}\b(?:was|were|had|kept|wanted|decided|failed|broke|went)|(?:i|we) (?:was|were) (?:working|building|in|on|at|the|part|leading|about)|in (?:19|20)\d\d|(?:two|three|four|five|six) (?:weeks|days|months) (?:before|into|after))\b/i;
export const TASK =
  /\b(?:(?:i|we) (?:had|needed|wanted) to|(?:was|were|been|got) (?:asked|told|given|assigned|responsible|tasked|put in charge|supposed|expected|meant)|responsible for|in charge of|my (?:task|job|role|goal|responsibility|part|assignment|manager asked|boss asked)|(?:the|our) (?:goal|task|aim|deadline|challenge|problem|ask|requirement|target|plan)|deadline|had to (?:be|decide|choose|ship|find|deliver)|up to me|fell to me|needed (?:someone|a|an|the)|it was on me|own(?:ed)? the)\b/i;
export const RESULT =
  /\b(?:as a result|in the end|eventually|ultimately|finally|(?:the )?(?:result|outcome|upshot|end result)|turned out|ended up|which (?:led|meant|cut|reduced|saved|brought|made|gave)|led to|resulted in|i (?:shipped|launched|delivered|released|finished|succeeded|won|passed)|(?:we|it|they|team|that|this|which|and) (?:\w+ )?(?:shipped|launched|delivered|released|succeeded|worked|reduced|increased|improved|saved|dropped|fell|went (?:down|up|from|live)|grew|cut|hit|met|passed|won|lost|failed|missed|merged|agreed|adopted|accepted|approved|recovered|halved|doubled|stopped|finished)|(?:dropped|fell|rose|grew|improved|increased|decreased|reduced|cut|down|up) (?:from|by|to)|went (?:from|by)|since then|\d[\d.,%]*(?: \w+)? (?:instead of|rather than|compared (?:to|with)|down from|up from)|after that,? (?:we|the|there)|never happened again|no (?:more|further|longer)|ever since|still (?:use|uses|in use|running)|(?:it|they|this|that) (?:all )?(?:\w+ ){1,3}now|now (?:it|it's|they|everybody|everyone|nobody|no one|each|every|the))\b/i;
export const LEARNING =
  /\b(?:(?:i|we|that|it|which|this) (?:\w+ )?(?:learned|learnt|taught|realized|realised)|lesson|takeaway|took away|take away from|in hindsight|looking back|in retrospect|next time|since then,? i|from then on|these days i|nowadays i|now i|i now|would do differently|do it differently|differently (?:next|now|today)|changed (?:how|the way) (?:i|we)|made me (?:more|a|realize|think)|ever since,? i|i(?: still|'ve)? (?:always )?(?:make sure|insist|start with|ask) .{0,40}\bnow)\b/i;
export const REASON = /\b(?:because|since|so that|in order to|the reason|which (?:let|meant|allowed|made)|instead of|rather than|by (?:\w+ing)|considered|weighed|compar(?:ed|ing)|trade-?offs?|alternatives?|versus|the risk|that way|to (?:make sure|avoid|check|see|find out|prove|show))\b/gi;

export const GENERAL = /\b(?:i would|i'd|i usually|i always|i generally|i try to|i tend to|i like to|i typically|i never|i believe in|it is important|it's important|you should|you have to|one should|people should|everyone should)\b/gi;
/** A question that asks what one would do now, after it happened. */
export const ASKS_WOULD = /\bwould you\b[^?]*\b(?:different\w*|today|now|again|next time)\b/i;
export const WOULD = /\bi(?: would|'d)\b/i;
export const QUANTITY = /\d|\b(?:half|halved|doubled|tripled|twice|third|quarter|percent|dozen|hundreds?|thousands?|millions?|zero|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|ninety)\b/i;

export const PAST = /\b(?:was|were|had|did|(?!(?:excited|motivated|interested|dedicated|committed|skilled|experienced|balanced|oriented|detailed|hundred|need|speed|indeed|exceed|succeed|proceed)\b)[a-z]{2,}ed|went|came|took|made|found|broke|kept|got|began|lost|left|built|wrote|ran|led|said|told|gave|felt|thought|knew|fell|rose|meant|wasn't|weren't|didn't|couldn't|wouldn't)\b/i;

export const DIRECTION =
  /\b(?:looking for|(?:i want to|i'd like to|i would like to)(?! (?:know|ask|say|thank|mention|add|hear|start|begin))|interested in|excited (?:about|by)|my next|next step|hope to|keen (?:on|to)|moving (?:into|towards?)|that is why i(?:'m| am)|drawn to|this (?:role|position|job)|now i)\b/i;

/** An outcome that may stand in the sentence of a step. */
export const OUTCOME = /\b(?:as a result|in the end|so that in the end|which (?:led|meant|cut|reduced|saved|brought|made|gave)|led to|resulted in|(?:dropped|fell|rose|grew|improved|increased|decreased|reduced|cut|down|up) (?:it |them )?(?:from|by|to)|went from)\b/i;

/** Words of praise and of ending that anybody could say of anything: alone they tell no outcome. */
export const APPRAISAL =
  /^(?:success\w*|succeed\w*|well|good|great|nice\w*|fine|happy|glad|satisf\w*|perfect\w*|awesome|amazing|excellent|positive\w*|smooth\w*|okay|ok|better|best|proud|work\w*|end\w*|result\w*|outcome\w*|final\w*|eventually|finish\w*|complete\w*|deliver\w*|done|did|made|went|turned|lot|big|hard|much|really|very|thing\w*|everything|everyone|everybody|all|project\w*|task\w*|team\w*|job|we|it|everyone|time|problem\w*|solv\w*|experience|learning|challenge\w*|effort\w*)$/i;

/** Words about what was said, how it is meant and how it is seen. */
export const OF_THE_TALK =
  /^(?:words?|say\w*|said|tell\w*|told|talk\w*|speak\w*|spoke|explain\w*|mention\w*|describ\w*|outlin\w*|answer\w*|question\w*|ask\w*|repl\w*|repeat\w*|point\w*|reason(?:ing|s)?|summar\w*|conclu\w*|example\w*|detail\w*|topic\w*|subject\w*|mean\w*|see|seen|hear\w*|think\w*|thought|guess\w*|know\w*|wonder\w*|remember\w*|forg[eo]t\w*|exactly|basically|roughly|generally|obviously|simply|actually|honestly|frankly|clearly|anyway|above|below|before|after|again|earlier|later|same|way|ways|kind|sort|correct\w*|right|wrong|appl(?:y|ies)|learn\w*|lesson\w*|interesting|course|fact|case|matter|moment|read\w*|wrote|article|impress\w*|nice|thank\w*|please\w*|sorry)$/i;

/** Words of self-praise and of management: anybody could say them of any work, so they are no matter and no detail. */
export const PHRASE =
  /^(?:passion\w*|motivat\w*|enthusias\w*|dedicat\w*|committed|commitment|driven|dynamic\w*|proactive\w*|reliab\w*|flexib\w*|ambitio\w*|hard-?working|hands-on|open-minded|curious|curiosity|creativ\w*|personality|strengths?|weakness\w*|mindset|attitude|can-do|asset|motto|excit\w*|thrilled|delight\w*|grateful|honou?r\w*|opportunit\w*|player|professional\w*|oriented|results?-\w+|solution-\w+|goal-\w+|detail-\w+|communicat\w*|stakeholders?|synerg\w*|transparen\w*|culture\w*|resilien\w*|efficien\w*|productiv\w*|impact\w*|improve\w*|strateg\w*|vision\w*|holistic\w*|methodolog\w*|feedback|awareness|mutual\w*|collaborat\w*|teamwork|cooperation|empower\w*|innovat\w*|excellence|leadership|engag\w*|believ\w*|enjoy\w*|grow\w*|company|companies|technolog\w*|challeng\w*|responsib\w*|sensitive|expectations?|concerns?|considerabl\w*|significant\w*|success\w*|proud|organi[sz]ations?|experiences?|important|essential|crucial|hundred|percent)$/i;

const NUMBER = String.raw`(?:(?:about|around|maybe|roughly|nearly|almost|over|under|some|only) )*(?:\d[\d.,:]*|half|a dozen|zero|nothing|none|never|hardly any|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:and a half|hundred|thousand|million|percent))*`;
const UNIT = String.raw`\s?%?(?: (?!to\b|from\b|against\b|and\b)[\w/]+){0,3}`;
const AGAINST = String.raw`(?:(?:down|up|back) to|(?:down|up) from|against|compared (?:to|with)|instead of|rather than|versus|vs\.?)`;
/**
 * A number from before beside one from after, in words or figures: "25 down to
 * 15", "from two days to one hour", "3 against 5". A range ("3 to 5 days") is no
 * such thing, nor are two years.
 */
export const CHANGE = new RegExp(
  [
    String.raw`\bfrom (?!(?:19|20)\d\d\b)${NUMBER}${UNIT},? (?:down |up |back )?to ${NUMBER}`,
    String.raw`\bto ${NUMBER}${UNIT},? from ${NUMBER}`,
    String.raw`\b${NUMBER}${UNIT},? ${AGAINST} ${NUMBER}`,
  ].map((way) => String.raw`(?:${way}\b)`).join('|'),
  'i',
);

/** Says that a number beside it was not counted. */
export const GUESS = /\b(?:(?:it |that )?(?:felt|feels) like|i (?:would |'d )?(?:think|guess|believe|suppose)|estimat\w*|more or less|supposedly|gut feeling|don't know exactly|not sure)\b/i;

const PEOPLE = String.raw`(?:he|she|they|who|everyone|everybody|the others|(?:my|the|our|this|that|his|her|their) (?:\w+ )?(?:colleagues?|co-?workers?|manager|boss|lead|developers?|engineers?|guys?|teammates?|team|team lead|juniors?|seniors?|tester|testers|admins?|people))`;
const CONTEMPT = '(?:incompetent|stupid|dumb|lazy|jealous|clueless|pathetic|worthless|useless|idiotic|toxic|hopeless)';
/** Who speaks of people like this is heard to speak so of the next ones. What somebody else said of them is no judgement of one's own. */
export const BLAME = new RegExp(
  String.raw`(?<!\b(?:said|says|thought|claimed|complained|that) )\b${PEOPLE}(?:'s|'re| (?:was|were|is|are|being)) (?:\w+ (?:and )?){0,2}${CONTEMPT}\b(?! \w+ing\b)|\b(?:idiots?|morons?|imbeciles?|fools)\b|\b(?:was|were|is) (?:all |entirely |clearly |just )?(?:his|her|their) (?:own )?fault\b`,
  'i',
);

/** Who one is: the first thing that an introduction says. */
export const BACKGROUND =
  /\bi(?:(?:'m| am| was| work| worked| started|(?:'ve| have) (?:been|worked)) \b.*\b(?:engineer\w*|developer|programmer|architect|analyst|scientist|designer|administrator|admin|consultant|manager|lead|student|tester|researcher|specialist|devops|sre|freelanc\w+|intern|years?|months|since)\b| studied\b| graduated\b)|\byears? (?:of|in|as|at|with|on|doing)\b/i;
