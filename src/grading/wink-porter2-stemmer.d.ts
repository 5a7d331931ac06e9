declare module 'wink-porter2-stemmer' {
  /** Porter's second algorithm: the stem of one small-letter English word. */
  export default function stem(word: string): string;
}
