import type { Text } from './words.ts';

const ASSURED = new Set(
  'confident proud glad enjoy enjoyed love loved great good excellent success successful succeeded improved effective happy exciting excited pleased solid strong clear clearly definitely certainly surely delighted thrilled'.split(' '),
);
const UNSURE = new Set(
  'unsure maybe perhaps guess unfortunately sorry afraid worried struggle struggled hate hated bad terrible awful failed failure confused confusing nervous difficult boring frustrated frustrating annoying wrong probably possibly doubt stressed'.split(' '),
);

/** How a word in small letters sounds: 1 assured, -1 unsure, 0 neither. */
export function toneOf(word: string): number {
  if (ASSURED.has(word)) return 1;
  return UNSURE.has(word) ? -1 : 0;
}

/** Tone from -1 (unsure or negative) over 0 to 1 (assured). Told beside the score, never part of it. */
export function sentimentOf(answer: Text): number {
  let tone = 0;
  let heard = 0;
  for (const { form, negated } of answer.words) {
    if (form.tone === 0) continue;
    tone += negated ? -form.tone : form.tone;
    heard++;
  }
  // Two words more than heard: one "great" alone is no mood.
  return Math.round((tone / (heard + 2)) * 1e4) / 1e4;
}
