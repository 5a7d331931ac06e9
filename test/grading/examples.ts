import type { GradingRequest } from '../../src/grading/grader.ts';

type Question = GradingRequest['question'];

const collisionReference =
  'A hash collision happens when two different keys map to the same bucket. With separate chaining each bucket holds a linked list of its entries. With open addressing the table probes for the next free slot. Many collisions make a lookup degrade from constant to linear time, so the table grows when its load factor gets high.';

/** A technical question with key points, as a pack has it. */
export const collision: Question = {
  text: 'What is a hash collision, and how does a hash table deal with it?',
  type: 'technical',
  domain: 'algorithms',
  rubric: {
    reference: collisionReference,
    keyPoints: [
      { id: 'same-bucket', text: 'Two different keys map to the same bucket', weight: 2, also: ['two keys have the same hash'] },
      { id: 'chaining', text: 'Separate chaining keeps a linked list in each bucket', weight: 2, also: ['a list of entries per slot'] },
      { id: 'probing', text: 'Open addressing probes for the next free slot', weight: 2, also: ['put it into the next empty place'] },
      { id: 'slow', text: 'Many collisions make lookup degrade to linear time', weight: 1, also: ['it gets slow with a bad hash function'] },
    ],
  },
};

/** The same with a reference only, as an answers file may have it. */
export const collisionByReference: Question = { ...collision, rubric: { reference: collisionReference, keyPoints: [] } };

/** The same with key points only. */
export const collisionByPoints: Question = { ...collision, rubric: { ...collision.rubric, reference: null } };

export const good =
  'A collision is when two keys hash to the same bucket. You can keep a linked list in every bucket, that is chaining, or you use open addressing and probe for the next free slot. With too many of them a lookup gets linear.';

/** A behavioural question, whose points are shown by the structure of a story. */
export const failure: Question = {
  text: 'Tell me about a mistake that you made at work. What did you do?',
  type: 'behavioral',
  domain: 'behavioral',
  rubric: {
    reference: 'I once deleted a table in production...',
    keyPoints: [
      { id: 'situation', text: 'Says what went wrong', weight: 1, also: [], shownBy: 'situation' },
      { id: 'action', text: 'Says what they did about it', weight: 2, also: [], shownBy: 'action' },
      { id: 'result', text: 'Says how it ended', weight: 2, also: [], shownBy: 'result' },
      { id: 'learning', text: 'Says what they changed', weight: 1, also: [], shownBy: 'learning' },
    ],
  },
};

export const story =
  'Two years ago I deployed a migration on a Friday evening and it locked the orders table for half an hour. I told my lead at once, rolled the release back and wrote to support, so that they could answer the customers. Then I split the migration into small steps and tested each of them on a copy of the data. The second try took 40 seconds and nobody noticed it. Since then I never ship a migration without having timed it on a copy.';

export const request = (question: Question, answer: string): GradingRequest => ({ question, answer });
