import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { runApp } from '../../src/ui/app.tsx';
import { scriptedDesk } from './scripted-desk.ts';

/** The screens over a scripted interview, as a program for a real terminal. Argument: `home` or `interview`. */
const [, , screen, pause = '0'] = process.argv;
/** Enough words for a text that is higher than a screen. */
const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index + 1}`).join(' ');
const { SPEAKS, WAITS_AFTER = '' } = process.env;
// WAITS_AFTER: words of the model after which it is silent until the terminal has another size and was drawn anew.
const waits = new Set(WAITS_AFTER.split(',').map(Number));
async function pauseBefore(left: number): Promise<void> {
  if (waits.delete(Number(SPEAKS) - left)) await once(process.stdout, 'resize');
  await delay(left > 0 ? Number(pause) : 400);
}
const script = scriptedDesk({
  firstRun: process.env.FIRST_RUN !== undefined,
  draft: process.env.DRAFT,
  failsOnce: process.env.FAILS_ONCE,
  beforeGrading: () => delay(Number(pause)),
  // SPEAKS: words that a model says of each answer and as each question; the time between two of them is the pause, and the last one stands for a while.
  model: SPEAKS === undefined ? undefined : { feedback: words(Number(SPEAKS)), question: words(Number(SPEAKS)), pause: pauseBefore },
});

process.exitCode = await runApp({
  openDesk: async () => {
    // Opening blocks, as reading a database does: a frame that is not drawn by now comes late.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(process.env.DESK_BLOCKS ?? 0));
    return script.desk;
  },
  start: screen === 'home' ? { screen: 'home' } : { screen: 'interview', begin: (desk) => desk.continueInterview('s1') },
  version: '0.0.0',
  env: process.env,
});
console.log(`answers: ${JSON.stringify(script.answers)}`);
console.log(`drafts: ${JSON.stringify(script.drafts)}`);
console.log(`calls: ${JSON.stringify(script.calls)}`);
