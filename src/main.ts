import { run } from './cli.ts';

// A reader that closes the pipe (head, less) has seen enough: that is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(`The output cannot be written (${error.code ?? error.message}).\nFree some space, or write it elsewhere.\n`);
    process.exit(2);
  });
}

const code = await run(process.argv.slice(2), process.env);
// After a signal nothing is waited for; otherwise what is being printed is printed.
if (code > 128) process.exit(code);
process.exitCode = code;
