import { run, type Ending } from './cli.ts';

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
