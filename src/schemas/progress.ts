/** Work that takes a while, told to whoever waits: at its beginning with nothing done, and with each part that is done. */
export interface WorkStep {
  /** What is done, as the beginning of a sentence: "Making vectors of 430 questions with openai/text-embedding-3-small". */
  words: string;
  done: number;
  total: number;
}

export type OnWork = (step: WorkStep) => void;
