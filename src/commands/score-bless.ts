import { Command } from 'commander';
import type { Flags } from '../config.ts';
import { InputError } from '../errors.ts';
import { printableLine } from '../printable.ts';
import { print, printJson } from './print.ts';

/** `score` knows --output too and hears it first, as a list. */
interface BlessFlags extends Flags {
  json?: boolean;
  output: string[];
  force?: boolean;
}

export function blessCommand(): Command {
  return new Command('bless')
    .description('keep a run as the baseline that later runs are compared with')
    .argument('<results>', 'what score --output results.json wrote')
    .option('-o, --output <file>', 'where the baseline goes (default: "baseline.json")')
    .option('--force', 'bless a run with ungraded cases too, and write over a file that is no baseline')
    .option('--json', 'print as JSON')
    .action(async (results: string, _, self: Command) => {
      const { output, force, json } = self.optsWithGlobals<BlessFlags>();
      if (output.length > 1) throw new InputError('usage', '--output is given twice.', 'A baseline is one file: give --output once.');
      const path = output.at(-1) ?? 'baseline.json';
      const { bless } = await import('../scoring/bless.ts');
      const { openResultFile } = await import('../scoring/read-result.ts');
      const { cases, mean, verdict, exitCode, reasons } = await bless(await openResultFile(results), { path, force: force ?? false, now: new Date() });
      if (json) await printJson({ baseline: path, cases, mean, verdict });
      else {
        await print(`Blessed ${cases} ${cases === 1 ? 'case' : 'cases'}: ${path}. Compare with: hotseat score ... --baseline ${path}`);
        if (exitCode !== 0) await print(printableLine([`Note: the verdict of this run is ${verdict}.`, ...reasons].join(' ')));
      }
    });
}
