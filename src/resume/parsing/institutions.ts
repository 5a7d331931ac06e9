import { foldText, wordsOf } from './words.ts';

const INSTITUTION =
  /\b(?:universit\w*|uni|college|colleges|institut\w*|school|schools|academy|academie|academia|polytechnic\w*|politecnic\w*|polytechnique|hochschule|fachhochschule|gymnasium|lycee|ecole|escuela|instituto|faculty|facultad|faculte|vidyalaya|vidyalayam|vidyapeeth|conservatory|seminary|campus|academy|akademie|berufsschule|schule|realschule|iut|insa|hec|mit|iit|nit|iiit|bits|caltech|eth|epfl|eth zurich|tu|rwth|kit|lmu|tum|ucla|usc|nyu|cmu|ucl|kth|cbse board|state board|board|convent|matriculation|udacity|coursera|udemy|edx|freecodecamp|general assembly|codecademy|open university|universidade|uniwersytet|大学|대학교|学院)\b|\w+(?:schule|hochschule|universitat|gymnasium|kolleg)\b|大学|대학교|学院/;

/** How much a text looks like the name of a school: 3 for one that says so, 0 where nothing does. */
export function institutionScore(text: string): number {
  const folded = foldText(text);
  let score = INSTITUTION.test(folded) ? 3 : 0;
  // "Web Development Bootcamp" is a course; it names the school only where nothing else does.
  if (/\bboot ?camp\b/.test(folded)) score += 0.5;
  if (/\b(?:universit\w*|college|institute|hochschule|escuela|ecole)\b/.test(folded)) score += 1;
  if (/^(?:courses?|coursework|relevant|thesis|gpa|grade|minor|major|dean|honou?rs|activities|specialization|percentage|cgpa)\b/.test(folded)) score -= 4;
  if (wordsOf(text).length > 14) score -= 2;
  return score;
}

const GENERIC = new Set('university college school institute institutes academy technical higher secondary senior high of and the technology engineering science sciences management arts commerce studies education polytechnic business'.split(' '));

/** The text is the rest of a name and none by itself: "University", "of Technology", "Higher Secondary School". */
export function isNameRest(text: string): boolean {
  const words = wordsOf(text);
  return words.length > 0 && words.length <= 4 && !/[,;|]/.test(text) && words.every((word) => GENERIC.has(word));
}
