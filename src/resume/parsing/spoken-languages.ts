import { foldText } from './words.ts';

/** Languages that people speak, folded, in English and as they are called at home. */
const SPOKEN = new Set(
  (
    'english german french spanish italian portuguese dutch danish swedish norwegian finnish icelandic polish czech slovak hungarian romanian bulgarian greek turkish russian ukrainian serbian croatian slovenian bosnian albanian estonian latvian lithuanian ' +
    'arabic hebrew persian farsi urdu hindi bengali punjabi gujarati marathi tamil telugu kannada malayalam odia sanskrit nepali sinhala chinese mandarin cantonese japanese korean vietnamese thai indonesian malay tagalog filipino swahili yoruba igbo hausa zulu afrikaans amharic catalan valencian galician basque welsh irish ' +
    'deutsch englisch franzosisch spanisch italienisch portugiesisch niederlandisch polnisch russisch turkisch arabisch chinesisch japanisch latein latin anglais francais allemand espagnol italien portugais neerlandais arabe chinois ingles aleman frances espanol italiano portugues catalan chino nederlands'
  ).split(' '),
);

/** The text is a language that people speak, with or without how well: "English", "German (B1)", "Spanish - fluent". */
export function isSpokenLanguage(text: string): boolean {
  const [name = ''] = foldText(text).split(/\s*[(:–—-]/);
  return SPOKEN.has(name.trim());
}
