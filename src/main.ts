import { setFlagsFromString } from 'node:v8';
import { run, type Ending } from './cli.ts';

// Grading is many middling functions, none of them hot, and a short run ends before they are all compiled: only small
// ones are put into their callers. Otherwise 500 cases take a quarter more CPU time, and a tenth longer. It is set here,
// before anything is compiled: should the limit change while a function is being compiled, the engine ends the process.
setFlagsFromString('--max-inlined-bytecode-size=50');

const ending: Ending = { exitCode: 0 };

// A reader that closes the pipe (head, less, grep -q) has seen enough: that is no error, and changes no verdict.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' && stream === process.stdout) process.exit(ending.exitCode);
    // Notes and progress that nobody reads: the work goes on.
    if (error.code === 'EPIPE') return;
    process.stderr.write(`The output cannot be written (${error.code ?? error.message}).\nFree some space, or write it elsewhere.\n`);
    process.exit(2);
  });
}

const code = await run(process.argv.slice(2), process.env, ending);
// After a signal nothing is waited for; otherwise what is being printed is printed.
if (code > 128) process.exit(code);
process.exitCode = code;
