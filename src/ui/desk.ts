import type { InterviewSession } from '../interview/session.ts';
import type { Difficulty } from '../schemas/question.ts';
import type { Mode, SessionListing } from '../schemas/interview.ts';
import type { Estimate } from '../schemas/network.ts';
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

/** Models that a key was found for, and what using them would mean. */
export interface ModelOffer {
  /** As people call it: OpenAI. */
  provider: string;
  host: string;
  /** False where only the address of a server was found. */
  hasKey: boolean;
  /** The models that would word the questions and grade the answers. */
  models: { questions: string; grades: string };
  /** Whether names, addresses and the like are masked before they are sent. */
  masked: boolean;
  estimate: Estimate;
  /** The file that the answer is written into, and can be changed in. */
  settingsFile: string;
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
  /** Reads a file and keeps nothing of it: what the interview may be for, and what to know before it starts. */
  lookAt(file: string): Promise<{ role: string | null; notice: string | null }>;
  /** Reads the file if the choice names one. `onProgress` says what is being done, in words. */
  startInterview(choice: InterviewChoice, onProgress: (words: string) => void): Promise<InterviewSession>;
  /** What to ask before an interview starts: null when no key was found, or somebody has chosen already. */
  offer(choice: Pick<InterviewChoice, 'questions' | 'mode' | 'resume'>): ModelOffer | null;
  /** In force at once, for what is started from now on, and written down so that nobody is asked again. Rejects when it cannot be written; it is in force all the same. */
  answerOffer(accepted: boolean): Promise<void>;
  continueInterview(sessionId: string): Promise<InterviewSession>;
  /** What the set-up screen begins with, from the settings. */
  defaults(): { role: string; questions: number; mode: Mode; difficulty: Difficulty };
  /** The resume that comes with hotseat, ready to be interviewed about. */
  sampleResume(): { file: string; role: string };
  report(sessionId: string): Promise<Report>;
  close(): Promise<void>;
}
