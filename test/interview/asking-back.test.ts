import { describe, expect, it } from 'vitest';
import { readAskingBack } from '../../src/interview/asking-back.ts';
import type { AskedQuestion } from '../../src/schemas/interview.ts';
import { askedFromPack } from '../helpers/graded-thread.ts';
import { askedQuestion } from '../helpers/states.ts';

const slow = askedFromPack('sql-index-not-used');
const paging = askedFromPack('sql-keyset-pagination');
const resume = askedQuestion({ type: 'resume', text: 'Your resume says: "Introduced a new encoding for the archive." What was your own part in that?', rubric: { reference: null, keyPoints: [{ id: 'own-part', text: 'Says what you did yourself and how', weight: 2, also: [], shownBy: 'action' }] } });
const behavioral = askedFromPack('behavioral-conflict-colleague');

describe('what is asked back', () => {
  it.each<[string, AskedQuestion?]>([
    ['What do you mean?'],
    ['what exactly do you mean by covering index?'],
    ["Sorry, I don't understand the question."],
    ['Could you rephrase that, please?'],
    ['Hm, can you repeat the question?'],
    ['Please clarify.'],
    ["I'm not sure I understand the question"],
    ["I didn't quite get that"],
    ['The question is unclear to me'],
    ["I don't know what you mean"],
    ['Pardon?'],
    ['Come again?'],
    ['sorry?'],
    ['Sorry, do you mean the encoding itself or how the project was run?', resume],
    ['Why do you ask that?'],
    ['Do you mean the first or the second?'],
    ['Can you give me an example of what you want?'],
    ['Are you asking about the database or the application?'],
    ['Good question. What exactly are you after?'],
    ['How much detail do you want?'],
    ['Which part do you mean?'],
    ['Do you want a story from my last job?', behavioral],
    ['Does it have to be from work?', behavioral],
    ['Which project do you want to hear about?', resume],
    ['You mean in general, or in our team?', behavioral],
    ['Could you tell me more about what you are looking for?'],
    ['What kind of answer do you expect?'],
    ['Okay, but what is the question?'],
  ])('is the meaning: %s', (reply, question = slow) => {
    expect(readAskingBack(reply, question)).toBe('meaning');
  });

  it.each([
    ['Which database are we talking about?'],
    ['How much traffic do we expect?'],
    ['How much traffic do you expect?'],
    ['How many users are there? And on which platform?'],
    ['Which version?'],
    ['Sorry, which database is that?'],
    ['Is this a public website?'],
    ['Are there several teams?'],
    ['For which language?'],
    ['How often does that happen?'],
    ['What kind of hardware do we have?'],
    ['May I assume PostgreSQL?'],
  ])('are the requirements: %s', (reply) => {
    expect(readAskingBack(reply, paging)).toBe('requirements');
  });

  it.each<[string, AskedQuestion?]>([
    ['No idea.'],
    ["I don't know"],
    ["I don't understand recursion well, but it needs a base case."],
    ['What happens is that the index has to be changed with every write.'],
    ['Please the customer first, then explain the delay to the team.'],
    ["I'm not sure, but I would measure first and then add an index on the foreign key."],
    ["I don't understand the question fully, but an index is a sorted copy of some columns that makes reads faster."],
    ['Can you scale it? Yes, by adding read replicas.'],
    ['What I did was to explain the question to the team first.'],
    ['The question is whether reads or writes matter more; I would look at the ratio.'],
    ['Say we have a million rows'],
    [''],
    ["Isn't that because the index is missing?"],
    ['An index?'],
    ['Keyset pagination?', paging],
    ['The database reads all the rows before, right?', paging],
    ['Does the database read and discard the skipped rows?', paging],
    ['Is it because all the rows are read?', paging],
    ['Could it be the statistics?'],
    ['What about a cursor?', paging],
    ['How about remembering the last id?', paging],
    ['Why not use keyset pagination?', paging],
    ['Would you not simply use the last id?', paging],
    ['It fetches all of them, does it?', paging],
    ['Maybe the planner finds a full scan cheaper?'],
    ['What is missing? An index?'],
    ['Because the column is wrapped in a function?'],
    ['I would ask the team: who needs it?'],
    ['Does it use the cursor?', paging],
    ['You cannot jump to a page, can you?', paging],
    ['Which database are we talking about? I would use keyset pagination with an index on the sort columns.', paging],
    ['Who are the users? What do they need?', { ...paging, text: 'Which questions do you ask a customer who wants a faster report?' }],
    ['How many rows are there, how large is each of them, how often are they changed, who reads them, from where, and how fast has each of the pages to come in the end?', paging],
  ])('is nothing, for this is an answer: %s', (reply, question = slow) => {
    expect(readAskingBack(reply, question)).toBeNull();
  });
});
