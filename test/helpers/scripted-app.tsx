import { setTimeout as delay } from 'node:timers/promises';
import { runApp } from '../../src/ui/app.tsx';
import { scriptedDesk } from './scripted-desk.ts';

/** The screens over a scripted interview, as a program for a real terminal. Argument: `home` or `interview`. */
const [, , screen, pause = '0'] = process.argv;
const script = scriptedDesk({
  firstRun: process.env.FIRST_RUN !== undefined,
  draft: process.env.DRAFT,
  failsOnce: process.env.FAILS_ONCE,
  beforeGrading: () => delay(Number(pause)),
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
