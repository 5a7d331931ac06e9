import porter2 from 'wink-porter2-stemmer';
import { remembering } from './remember.ts';
import table from './stems.json' with { type: 'json' };

// Forms that no suffix rule reaches.
const IRREGULAR = new Map(
  `ran run|wrote write|written write|chose choose|chosen choose|built build|sent send|kept keep|held hold|made make|took take|taken take
  |gave give|given give|got get|gotten get|went go|gone go|came come|saw see|seen see|found find|thought think|brought bring|broke break
  |broken break|spoke speak|spoken speak|lost lose|led lead|met meet|left leave|told tell|said say|paid pay|spent spend|grew grow|grown grow
  |threw throw|thrown throw|caught catch|taught teach|sought seek|fell fall|fallen fall|began begin|begun begin|knew know|known know
  |drew draw|drawn draw|drove drive|driven drive|froze freeze|frozen freeze|hid hide|hidden hide|bound bind|understood understand
  |stored store|children child|indices index|indexes index|indexing index|indexed index|matrices matrix|vertices vertex|analyses analyze|analysis analyze
  |analyse analyze|criteria criterion|hypotheses hypothesis|queries query|better good|best good|worse bad|worst bad|less low|least low
  |data data|died die|dying die|lying lie|tying tie|tied tie|behaviour behavior|colour color|optimise optimize|serialise serialize
  |normalise normalize|initialise initialize|synchronise synchronize|organise organize|organisation organization|generalise generalize
  |minimise minimize|maximise maximize|prioritise prioritize|summarise summarize|virtualisation virtualization|centre center|licence license
  |rose rise|risen rise|sank sink|sunk sink|ate eat|eaten eat|flew fly|flown fly|swam swim|swum swim|bought buy|sold sell|won win|struck strike|stole steal|stolen steal
  |tore tear|torn tear|wore wear|worn wear|spun spin|bent bend|dug dig|slept sleep|fed feed|fled flee|fought fight|stood stand|felt feel|heard hear|shook shake|shaken shake
  |shot shoot|stuck stick|swung swing|swept sweep|woke wake|shrank shrink|shrunk shrink|swollen swell|slid slide|bred breed|bled bleed|blew blow|blown blow|bore bear
  |borne bear|lent lend|hung hang|burnt burn|sang sing|sung sing|rode ride|ridden ride|men man|women woman|feet foot|teeth tooth|mice mouse|halves half`
    .split('|')
    .map((pair) => pair.trim().split(' ') as [string, string]),
);

/** What is longer is no word, and the rules take as long as its letters squared. */
const LONGEST = 50;

/** The stem of a small-letter word, found by rule; anything but plain letters stays as it is. */
export function findStem(word: string): string {
  return word.length <= LONGEST && /^[a-z]+$/.test(word) ? porter2(IRREGULAR.get(word) ?? word) : word;
}

// The words that come most are looked up (stems.json): the rules are slow while their code is cold.
const known = new Map<string, string>();
const stems = table.stems.split(' ');
table.words.split(' ').forEach((word, at) => known.set(word, stems[at] ?? word));

/** The same, of each word found once. */
export const stemOf = remembering(findStem, known);
