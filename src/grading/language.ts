import type { WordForm } from './word-forms.ts';
import type { Text } from './words.ts';

// The commonest words of other languages that are no English words.
const FOREIGN = new Set(
  `vor nach danach deshalb damit weil denn muss über zwischen dieser dieses einer eines haben wurde
  der die das und ist nicht ein eine einen mit von auf für wird sind werden wenn auch oder aber durch wir ich sie dass zum zur bei nur kann
  le la les des est une dans pour que qui avec sur pas sont cette ce au aux nous vous je mais ou donc être fait
  el los las una por para con del es que se lo como pero más su este esta son muy cuando porque
  il di che gli della delle sono per con non una nel più ho questo anche come quando
  o os as um uma não para com em dos das que por mais foi eu isso está são você
  de het een en van niet dat zijn voor met maar ook naar wordt als bij deze
  och att det som en på är av för inte med jag den till om har
  og er på til ikke jeg som av med det den
  ja on ei että se oli mutta kun tai olla
  nie jest się na że do to jak z w przez który oraz są dla
  bir ve bu için ile olarak çok değil olan daha ama
  yang dan di untuk dengan ini itu tidak dari pada adalah
  hai mein aur nahi karta kya hota hoti bhi
  az és egy nem hogy ez van meg volt
  și este nu la cu pe un ca sunt din pentru`.split(/\s+/),
);
const AMBIGUOUS = new Set('die on to an as a en is do so no me data use son per on in at kit was war can den come van her bin ten i o not ha'.split(' '));

/**
 * Why the answer's language cannot be graded; undefined where it can.
 *
 * The grader knows English. Code, terse notes, typing errors and letters at
 * random are no other language: it takes another script, or words of another
 * grammar, or many pronounceable words that English and the subject do not know.
 */
export function foreignLanguage(answer: Text, subject: () => ReadonlySet<string>): string | undefined {
  if (isOtherScript(answer.source)) return REASON;
  if (looksLikeCode(answer.source)) return undefined;
  const words = answer.words.filter(({ form }) => form.lettersOnly);
  if (words.length < 5) return undefined;
  const plain = words.filter(({ form }) => isEnglish(form)).length / words.length;
  // The words of the subject can only make it more English.
  if (plain >= 0.6) return undefined;
  const known = subject();
  const english = words.filter(({ stem, form }) => isEnglish(form) || known.has(stem)).length / words.length;
  const foreign = words.filter(({ text }) => FOREIGN.has(text) && !AMBIGUOUS.has(text)).length / words.length;
  if (foreign >= 0.15 && english < 0.6) return REASON;
  // A word with a capital may be a name, in any language.
  const strange = words.filter(({ text, stem, start, form }) => text.length > 2 && !CAPITAL.test(answer.source.charAt(start)) && !isEnglish(form) && !known.has(stem) && isPronounceable(text));
  return words.length >= 8 && english < 0.25 && strange.length / words.length >= 0.5 ? REASON : undefined;
}

const CAPITAL = /\p{Lu}/u;

function isOtherScript(source: string): boolean {
  if (IN_ASCII.test(source)) return false;
  const letters = source.match(/\p{L}/gu)?.length ?? 0;
  const latin = source.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters >= 4 && latin / letters < 0.5;
}

const IN_ASCII = /^[\u0000-\u007f]*$/;

const REASON = 'The answer is not in English, the only language that the offline grader knows.';

function isEnglish({ text, grammar, common }: WordForm): boolean {
  return (grammar || common) && (!FOREIGN.has(text) || AMBIGUOUS.has(text));
}

function looksLikeCode(source: string): boolean {
  const signs = source.match(/[{}();=<>[\]_$]|=>|::|->/g)?.length ?? 0;
  return signs / Math.max(1, source.split(/\s+/).length) > 0.5;
}

function isPronounceable(word: string): boolean {
  const vowels = word.match(/[aeiouyà-ÿ]/gi)?.length ?? 0;
  return vowels / word.length >= 0.25 && !/[^aeiouyà-ÿ]{5}/i.test(word) && !/(.)\1\1/.test(word);
}
