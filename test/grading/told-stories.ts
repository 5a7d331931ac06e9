import type { GradingRequest } from '../../src/grading/grader.ts';

type Question = GradingRequest['question'];

/** A told answer with the parts of it that a promise may take away or say again. */
export interface ToldStory {
  question: Question;
  cited?: string;
  sentences: readonly string[];
  /** The place of the sentence that tells the result. */
  result: number;
}

const behavioral = (text: string): Question => ({
  text,
  type: 'behavioral',
  domain: 'behavioral',
  rubric: {
    reference: null,
    keyPoints: [
      { id: 'situation', text: 'Says what the case was and who was in it', weight: 1, also: [], shownBy: 'situation' },
      { id: 'action', text: 'Says which steps they took themselves', weight: 2, also: [], shownBy: 'action' },
      { id: 'result', text: 'Says how it ended', weight: 2, also: [], shownBy: 'result' },
      { id: 'number', text: 'Gives a measure of what improved', weight: 1, also: [], shownBy: 'number' },
      { id: 'learning', text: 'Says what they do differently since', weight: 1, also: [], shownBy: 'learning' },
    ],
  },
});

const resume = (cited: string, ask: string): Question => ({
  text: `Your resume says (page 1, line 12): "${cited}" ${ask}`,
  type: 'resume',
  domain: 'resume',
  rubric: {
    reference: null,
    keyPoints: [
      { id: 'setting', text: 'Sets the scene and says what the problem was', weight: 1, also: [], shownBy: 'situation' },
      { id: 'own-part', text: 'Says what you did yourself and how', weight: 2, also: [], shownBy: 'action' },
      { id: 'ownership', text: 'Makes clear which part was yours', weight: 1, also: [], shownBy: 'ownership' },
      { id: 'result', text: 'Says what came of it', weight: 1, also: [], shownBy: 'result' },
      { id: 'number', text: 'Backs the result with a number or another check', weight: 1, also: [], shownBy: 'number' },
    ],
  },
});

const introduction: Question = {
  text: 'Please introduce yourself. Which work of yours prepares you best for this role?',
  type: 'intro',
  domain: 'intro',
  rubric: {
    reference: null,
    keyPoints: [
      { id: 'background', text: 'Says what you do and for how long', weight: 1, also: ['I work as an engineer at a company'], shownBy: 'situation' },
      { id: 'own-work', text: 'Names work that you did yourself', weight: 2, also: [], shownBy: 'action' },
      { id: 'outcome', text: 'Says what came of it', weight: 1, also: [], shownBy: 'result' },
    ],
  },
};

/** Stories of every kind and strength: own and shared, with and without a number, thin and full. */
export const TOLD_STORIES: Record<string, ToldStory> = {
  'an own story with all its parts': {
    question: behavioral('Tell me about a time you found out that an estimate of yours was wrong.'),
    sentences: [
      'Last spring I had promised our sales team the new price list import in two weeks.',
      'On the fourth day I saw that a third of the suppliers sent scanned pages.',
      'I counted them, wrote down three options with their costs, and went to the sales lead the same afternoon.',
      'I proposed to ship the import for the clean files first, because those covered most of the orders.',
      'Then I built a small form for the rest and taught two clerks how to use it.',
      'The import went live on the promised day, and typing errors fell from forty a week to six.',
      'Since then I ask for three real files before I name a date.',
    ],
    result: 5,
  },
  'an own story without a number': {
    question: behavioral('Tell me about a time you had to win somebody over to your idea.'),
    sentences: [
      'At my last company our release manager did not want automatic deployments.',
      'I asked her which failures she was afraid of and wrote each of them down.',
      'Then I added a check for every item to the pipeline and showed her a rollback on the test cluster.',
      'In the end she agreed, and the whole department moved to the pipeline.',
    ],
    result: 3,
  },
  'a thin own story': {
    question: behavioral('Tell me about a time when you missed a deadline.'),
    sentences: [
      'In my second year we had a deadline for a customer portal.',
      'I underestimated the login and told my manager too late.',
      'The portal was delivered a week after the date.',
    ],
    result: 2,
  },
  'a shared story': {
    question: behavioral('Tell me about a time you improved something without being asked.'),
    sentences: [
      'Our build was very slow and everybody complained about it.',
      'We sat down together and looked at the slowest tests.',
      'We removed some of them and we bought a faster machine.',
      'After that the build was quicker and people were happier with it.',
    ],
    result: 3,
  },
  'a shared story with one own step': {
    question: behavioral('Tell me about a time you worked under pressure.'),
    sentences: [
      'Two days before the fair our demo server stopped answering.',
      'We split the work, and we moved the demo to an old laptop.',
      'I wrote the script that copied the database.',
      'The demo ran for three days without a restart.',
    ],
    result: 3,
  },
  'a shared story of the daily work': {
    question: behavioral('Tell me about a disagreement in your team.'),
    sentences: [
      'In our project the testers and the developers did not agree on what a bug is.',
      'We discussed it several times and we made a list together.',
      'It took some weeks, but the tone became friendlier.',
    ],
    result: 2,
  },
  'steps for a line of the resume': {
    question: resume('Cut the image bill of a travel portal by half', 'What did you do to get there?'),
    cited: 'Cut the image bill of a travel portal by half',
    sentences: [
      'The bill for pictures had grown to nine thousand euros a month, and nobody knew why.',
      'I went through the logs of one day and found that every search loaded the full photo.',
      'So I wrote a resizer, put it behind the cache and moved the old photos at night.',
      'I also set an alarm on the bill, so that it could not creep up again.',
      'The next invoice was 4,300 euros instead of 9,000.',
    ],
    result: 4,
  },
  'a shared answer to a line of the resume': {
    question: resume('Introduced code reviews in a team of nine', 'Tell me how that came about.'),
    cited: 'Introduced code reviews in a team of nine',
    sentences: [
      'We had many bugs after each release, so we decided to look at the code of each other.',
      'We agreed on a few rules and tried it for one sprint.',
      'Later it was normal for everyone and the quality became better.',
    ],
    result: 2,
  },
  'an introduction with own work': {
    question: introduction,
    sentences: [
      'I have been a backend developer for six years, the last four at a parking company in Linz.',
      'My main piece of work there is the tariff service: I wrote it in Go and moved 200 car parks onto it.',
      'Before that every change of a tariff took a technician on site, now it takes ten minutes.',
      'I am looking for a place where I can go deeper into payments.',
    ],
    result: 2,
  },
  'a thin introduction': {
    question: introduction,
    sentences: [
      'I am a software developer with about three years of experience in Java and Spring.',
      'At the moment I work for an insurance company in a team of eight.',
    ],
    result: 1,
  },
};

/** Said about the interview, about feelings, in agreement, about the question and about life in general: nothing happens in it. */
export const IDLE_CHATTER: readonly string[] = [
  'Thanks for having me today, it is nice to finally put a face to the emails.',
  'I must say that I really like the way this conversation is going.',
  'Can I have a second to collect my thoughts?',
  'I could go on about this for an hour, but I know that we have limited time.',
  'So you want to hear about a time like that, all right.',
  'You asked me for one example, so one example is what you will get.',
  'I hope that this is the kind of example you are after.',
  'Yes, I think that is exactly how I would see it as well.',
  'I fully agree with what you mentioned at the beginning.',
  'I am a very calm person and I always stay positive.',
  'Honestly, I feel that moments like these make you stronger.',
  'I love working with people, and people love working with me.',
  'I would always do everything I can for my team.',
  'You should never forget that we are all human in the end.',
  'In my opinion trust is the foundation of everything.',
  'The mood in our team is always sunny, even on a Monday.',
  'Our team is like a family, with good days and bad days.',
  'I never give up, that is just how I am made.',
  'Time flies when you are having fun, as they say.',
  'Every cloud has a silver lining.',
  'My door is always open for everybody.',
  'I still get a warm feeling when I think about those days.',
];

/** Small scenes beside the work: somebody did something in them, but it serves no story that was asked for. */
export const SCENIC_CHATTER: readonly string[] = [
  'It rained for the whole week and the windows were all fogged up.',
  'I was born in a small village with more cows than people, by the way.',
  'My sister laughed so much when I told her about it at dinner.',
  'I had a cold that week and drank about ten cups of tea a day.',
  'There was a bakery downstairs, and I bought far too many cinnamon rolls in those months.',
  'The coffee machine was broken as well, which made everyone a bit grumpy.',
  'I took the night train home and slept like a stone until Salzburg.',
  'Back at university I played the drums in a band, and we even recorded two songs.',
  'Somebody brought a cake with three candles, and we all sang.',
  'My grandmother always told me to finish my plate, and I think of her a lot.',
  'I ran the half marathon in Graz that spring and I finished in under two hours.',
  'I once lost my keys on the very same day and climbed in through the kitchen window.',
  'We had a little office dog back then, who slept under the desk and snored.',
  'I painted my flat green that summer, and my neighbour hated it.',
  'I was very nervous at first, but then I took a deep breath and felt better.',
  'We went out for pizza afterwards and talked until midnight.',
];
