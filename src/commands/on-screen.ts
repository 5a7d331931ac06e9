import type { Config } from '../config.ts';
import type { Environment } from '../environment.ts';
import type { Services } from '../services.ts';
import type { InterviewSession } from '../interview/session.ts';
import { packageVersion } from '../package-root.ts';
import { runApp } from '../ui/app.tsx';
import type { Desk } from '../ui/desk.ts';
import type { InterviewFlags } from './interview.ts';

/** Shows the home screen. Gives the exit code. */
export function showHome(config: Config, env: Environment): Promise<number> {
  return runApp({ openDesk: () => openDesk(config), start: { screen: 'home' }, version: packageVersion(), env });
}

/** Shows the interview that the flags ask for. Gives the exit code. */
export function showInterview(flags: InterviewFlags, config: Config, env: Environment): Promise<number> {
  let services: Services | undefined;
  return runApp({
    openDesk: async () => openDesk(config, (opened) => (services = opened)),
    start: { screen: 'interview', begin: () => beginWith(flags, services) },
    version: packageVersion(),
    env,
  });
}

async function beginWith(flags: InterviewFlags, services: Services | undefined): Promise<InterviewSession> {
  if (!services) throw new Error('The desk is not open yet.');
  const { openInterview } = await import('./open-interview.ts');
  return openInterview(flags, services);
}

/** Everything behind the screens, loaded after the first frame is drawn: database, embedder and graph take their time. */
async function openDesk(config: Config, opened: (services: Services) => void = () => undefined): Promise<Desk> {
  const { openServices } = await import('../services.ts');
  const { createDesk } = await import('./desk.ts');
  const services = openServices(config);
  opened(services);
  return createDesk(services);
}

