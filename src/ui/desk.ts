import type { InterviewSession } from '../interview/session.ts';
import type { Difficulty } from '../schemas/question.ts';
import type { Mode, SessionListing } from '../schemas/interview.ts';
import type { Report } from '../schemas/report.ts';
import type { ResumeListing } from '../schemas/resume.ts';

/** What a person chose before an interview. */
export interface InterviewChoice {
  /** An id of a stored resume, a file to read first, or none at all. */
  resume: { id: string } | { file: string } | null;
  role: string;
  questions: number;
  mode: Mode;
  difficulty: Difficulty;
}

/**
 * What the screens can ask for. They know no store, no model and no file.
 *
 * Every method may reject with a `HotseatError`: its message and remedy are
 * shown, and the screen stays.
 */
export interface Desk {
  /** What the home screen offers: newest first. */
  overview(): Promise<{ unfinished: SessionListing | null; resumes: ResumeListing[]; sessions: SessionListing[] }>;
  /** Reads the file if the choice names one. `onProgress` says what is being done, in words. */
  startInterview(choice: InterviewChoice, onProgress: (words: string) => void): Promise<InterviewSession>;
  continueInterview(sessionId: string): Promise<InterviewSession>;
  /** What the set-up screen begins with, from the settings. */
  defaults(): { role: string; questions: number; mode: Mode; difficulty: Difficulty };
  /** The resume that comes with hotseat, ready to be interviewed about. */
  sampleResume(): { file: string; role: string };
  report(sessionId: string): Promise<Report>;
  close(): Promise<void>;
}
