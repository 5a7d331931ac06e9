import { describe, expect, it } from 'vitest';
import { CHATTER, PADDING } from '../../src/grading/floor-wordings.ts';
import { gradeOffline } from '../../src/grading/offline-grader.ts';
import { mean } from '../../src/grading/calibration-statistics.ts';
import { IDLE_CHATTER, SCENIC_CHATTER, TOLD_STORIES, type ToldStory } from './told-stories.ts';

const SLACK = 0.02;
const stories = Object.entries(TOLD_STORIES);
const scoreOf = ({ question, cited }: ToldStory, sentences: readonly string[]): number =>
  gradeOffline({ question, answer: sentences.join(' '), ...(cited ? { resumeLines: [cited] } : {}) }).score ?? -1;

/** What each sentence changes, put into each place of the story. */
function changes(story: ToldStory, chatter: readonly string[]): number[] {
  const alone = scoreOf(story, story.sentences);
  return chatter.flatMap((one) => [...story.sentences, ''].map((_, at) => scoreOf(story, [...story.sentences.slice(0, at), one, ...story.sentences.slice(at)]) - alone));
}
const risen = (list: readonly number[]): number => list.filter((change) => change > SLACK).length / list.length;

describe.each(stories)('%s', (_, story) => {
  it('is hardly lowered by anything put beside it', () => {
    const all = changes(story, [...IDLE_CHATTER, ...SCENIC_CHATTER, ...PADDING.known, ...PADDING.heldOut, ...CHATTER.known, ...CHATTER.heldOut]);
    expect(Math.min(...all)).toBeGreaterThanOrEqual(-0.05);
  });

  it('earns nothing by a sentence that is said again', () => {
    const alone = scoreOf(story, story.sentences);
    for (const sentence of story.sentences) expect(scoreOf(story, [...story.sentences, sentence])).toBeLessThanOrEqual(alone + SLACK);
  });

  it('may rise where "I" stands for "we", and does not fall', () => {
    const own = story.sentences.map((sentence) => sentence.replace(/\bwe\b/giu, 'I').replace(/\bour\b/giu, 'my'));
    expect(scoreOf(story, own)).toBeGreaterThanOrEqual(scoreOf(story, story.sentences));
  });

  it('is not better without its result', () => {
    expect(scoreOf(story, story.sentences.filter((__, at) => at !== story.result))).toBeLessThanOrEqual(scoreOf(story, story.sentences));
  });

  it('does not mind the order of what is put beside it', () => {
    const beside = [IDLE_CHATTER[1] ?? '', SCENIC_CHATTER[4] ?? '', IDLE_CHATTER[9] ?? ''];
    const [one, other] = [beside, [...beside].reverse()].map((list) => scoreOf(story, [...list, ...story.sentences]));
    expect(one).toBe(other);
  });
});

describe('what is put beside a story', () => {
  const over = (chatter: readonly string[]): number[] => stories.flatMap(([, story]) => changes(story, chatter));

  it('rarely raises it where nothing happens in it', () => {
    expect(risen(over(IDLE_CHATTER))).toBeLessThanOrEqual(0.03);
    expect(mean(over(IDLE_CHATTER))).toBeLessThanOrEqual(0.005);
  });

  // Words of work said of another life ("I ran", "the machine was broken") are still heard.
  it('seldom raises it where it is a scene of another life', () => {
    expect(risen(over(SCENIC_CHATTER))).toBeLessThanOrEqual(0.2);
    expect(mean(over(SCENIC_CHATTER))).toBeLessThanOrEqual(0.02);
  });

  it('is hardly heard where it is padding in the wordings of the floor', () => {
    expect(risen(over([...PADDING.known, ...CHATTER.known]))).toBeLessThanOrEqual(0.03);
    expect(mean(over([...PADDING.heldOut, ...CHATTER.heldOut]))).toBeLessThanOrEqual(0.02);
  });
});
