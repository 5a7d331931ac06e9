import { type SessionListing } from '../../schemas/interview.ts';
import { type ResumeListing } from '../../schemas/resume.ts';
import { printableLine } from '../../printable.ts';
import { outOfHundred } from '../../reports/words.ts';
import { plural } from '../words.ts';
import { type Notice } from './interview-state.ts';

export interface Overview {
  unfinished: SessionListing | null;
  resumes: ResumeListing[];
  sessions: SessionListing[];
}

export type HomeView = 'menu' | 'resumes' | 'reports' | 'path';

export interface HomeState {
  /** Null until the data folder is open. */
  overview: Overview | null;
  view: HomeView;
  selected: number;
  work: string | null;
  notice: Notice | null;
}

/** What choosing an item does. */
export type HomeChoice =
  | { do: 'continue'; sessionId: string }
  | { do: 'sample' }
  | { do: 'resume'; resume: ResumeListing }
  | { do: 'no-resume' }
  | { do: 'show'; view: HomeView }
  | { do: 'report'; sessionId: string }
  | { do: 'quit' };

export interface HomeItem {
  label: string;
  detail: string;
  choice: HomeChoice;
}

export type HomeAction =
  | { type: 'loaded'; overview: Overview }
  | { type: 'moved'; by: number }
  | { type: 'shown'; view: HomeView }
  | { type: 'work-started'; work: string }
  | { type: 'work-ended' }
  | { type: 'noticed'; notice: Notice | null };

export const HOME: HomeState = { overview: null, view: 'menu', selected: 0, work: null, notice: null };

export function homeReducer(state: HomeState, action: HomeAction): HomeState {
  switch (action.type) {
    case 'loaded':
      return { ...state, overview: action.overview };
    case 'moved': {
      const count = homeItems(state).length;
      return count === 0 ? state : { ...state, selected: (state.selected + action.by + count) % count, notice: null };
    }
    case 'shown':
      return { ...state, view: action.view, selected: 0, notice: null };
    case 'work-started':
      return { ...state, work: action.work, notice: null };
    case 'work-ended':
      return { ...state, work: null };
    case 'noticed':
      return { ...state, work: null, notice: action.notice };
  }
}

export function isFirstRun({ overview }: HomeState): boolean {
  return overview !== null && overview.resumes.length === 0 && overview.sessions.length === 0;
}

/** What can be chosen now, in order; numbers choose too. */
export function homeItems({ overview, view }: HomeState): HomeItem[] {
  if (!overview) return [];
  switch (view) {
    case 'menu':
      return menu(overview);
    case 'resumes':
      return overview.resumes.map(resumeItem);
    case 'reports':
      return finished(overview).map(reportItem);
    case 'path':
      return [];
  }
}

function menu(overview: Overview): HomeItem[] {
  const { unfinished, resumes } = overview;
  const reports = finished(overview).length;
  const [onlyResume] = resumes;
  return [
    ...(unfinished ? [continueItem(unfinished)] : []),
    ...(resumes.length === 1 && onlyResume ? [item('Interview about my resume', printableLine(onlyResume.file), { do: 'resume', resume: onlyResume })] : []),
    ...(resumes.length > 1 ? [item('Interview about one of my resumes', `${resumes.length} of them`, { do: 'show', view: 'resumes' })] : []),
    item('Try it with the sample resume', '', { do: 'sample' }),
    item(resumes.length === 0 ? 'Read my resume' : 'Read another resume', 'PDF, Word, Markdown or text', { do: 'show', view: 'path' }),
    item('Interview without a resume', 'questions for a role', { do: 'no-resume' }),
    ...(reports > 0 ? [item('Look at my reports', plural(reports, 'report'), { do: 'show', view: 'reports' })] : []),
    item('Quit', '', { do: 'quit' }),
  ];
}

function item(label: string, detail: string, choice: HomeChoice): HomeItem {
  return { label, detail, choice };
}

function continueItem({ id, role, asked, questions }: SessionListing): HomeItem {
  const place = `question ${Math.min(Math.max(asked, 1), questions)} of ${questions}`;
  return item('Go on with my interview', `${printableLine(role)}, ${place}`, { do: 'continue', sessionId: id });
}

function resumeItem(resume: ResumeListing): HomeItem {
  const name = resume.name === null ? '' : printableLine(resume.name);
  return item(printableLine(resume.file), name, { do: 'resume', resume });
}

function reportItem({ id, role, score, mode, updatedAt }: SessionListing): HomeItem {
  const verdict = score === null ? 'not graded' : `${outOfHundred(score)}/100`;
  return item(`${updatedAt.slice(0, 10)}  ${printableLine(role)}`, `${verdict}, ${mode}`, { do: 'report', sessionId: id });
}

function finished({ sessions }: Overview): SessionListing[] {
  return sessions.filter(({ status }) => status === 'completed');
}
