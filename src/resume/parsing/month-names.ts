/** Folded month names and their short forms in several languages, with the number of the month. */
const NAMES: readonly string[] = [
  'january january jan januar janner jaenner jan janvier janv enero ene gennaio gen janeiro januari',
  'february feb februar feber febr fevrier fevr fev febrero febbraio fevereiro februari',
  'march mar marz maerz mrz mars marzo marco maart mrt',
  'april apr avril avr abril abr aprile',
  'may mai mayo maggio mag maio mei',
  'june jun juni juin junio giugno giu junho',
  'july jul juli juillet juil julio luglio lug julho',
  'august aug aout agosto ago augustus',
  'september sep sept septembre septiembre setiembre settembre set setembro',
  'october oct oktober okt octobre octubre ottobre ott outubro out',
  'november nov novembre noviembre novembro',
  'december dec dezember dez decembre diciembre dic dicembre dezembro',
];

export const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

/** Where a season starts and ends; winter ends in the year that follows the named one only on paper, so it stays within its year. */
export const SEASONS: ReadonlyMap<string, { start: number; end: number }> = new Map(
  Object.entries({
    'spring fruhling fruhjahr printemps primavera': { start: 3, end: 5 },
    'summer sommer ete verano sommersemester': { start: 6, end: 8 },
    'fall autumn herbst automne otono': { start: 9, end: 11 },
    'winter hiver invierno wintersemester': { start: 12, end: 12 },
  }).flatMap(([names, months]) => names.split(' ').map((name) => [name, months] as const)),
);

/** Words that stand for "until now", folded. */
export const PRESENT_WORDS: readonly string[] = [
  'till date', 'to date', 'up to date', 'till now', 'until now', 'presently', 'present', 'pres', 'currently', 'current', 'now', 'today',
  'ongoing', 'date', 'continuing', 'bis heute', 'heute', 'aktuell', 'derzeit', 'laufend', 'jetzt', 'gegenwart', "aujourd'hui",
  'actuellement', 'actuel', 'en cours', 'ce jour', 'maintenant', 'la actualidad', 'actualidad', 'actualmente', 'actual', 'presente',
  'hoy', 'la fecha', 'fecha', 'oggi', 'attuale', 'heden', 'atual', 'hoje', '至今', '现在', '現在', '현재', 'н.в.', 'настоящее время',
];
