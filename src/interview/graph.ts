import { Annotation, END, START, StateGraph } from '@langchain/langgraph';
import { InterviewState } from '../schemas/interview.ts';
import type { Agent, Agents } from './agents/agent.ts';

// One of these set to true in somebody's shell would send every state, resume included, to a third party.
for (const name of ['LANGSMITH_TRACING', 'LANGSMITH_TRACING_V2', 'LANGCHAIN_TRACING', 'LANGCHAIN_TRACING_V2']) {
  process.env[name] = 'false';
}

type Channels = { [Name in keyof InterviewState]: ReturnType<typeof Annotation<InterviewState[Name]>> };

/** One channel a field of the state; a node's change takes the place of what was there. */
const InterviewAnnotation = Annotation.Root(
  Object.fromEntries(Object.keys(InterviewState.shape).map((name) => [name, Annotation()])) as unknown as Channels,
);

const ROUTES = { generate_question: 'question', evaluate: 'evaluation', complete: 'report', wait: END } as const;

/** The interview as a graph: the orchestrator decides, the others do one thing each and hand back. */
export function interviewGraph(agents: Agents) {
  return new StateGraph(InterviewAnnotation)
    .addNode('orchestrator', node(agents.orchestrator))
    .addNode('question', node(agents.question))
    .addNode('cleaning', node(agents.cleaning))
    .addNode('evaluation', node(agents.evaluation))
    .addNode('report', node(agents.report))
    .addEdge(START, 'orchestrator')
    .addConditionalEdges('orchestrator', ({ nextAction }) => ROUTES[nextAction], Object.values(ROUTES))
    .addEdge('question', 'cleaning')
    .addEdge('cleaning', 'orchestrator')
    .addEdge('evaluation', 'orchestrator')
    .addEdge('report', END)
    .compile();
}

export type InterviewGraph = ReturnType<typeof interviewGraph>;

/** Runs agents until the candidate must speak or the report is written; yields every new state, saved. */
export async function* advance(
  state: InterviewState,
  { graph, save, signal }: { graph: InterviewGraph; save: (state: InterviewState) => Promise<void>; signal?: AbortSignal },
): AsyncGenerator<InterviewState> {
  let first = true;
  for await (const next of await graph.stream(state, { streamMode: 'values', signal })) {
    // The stream begins with the state that was put in: it is saved already.
    if (!first) {
      const whole = InterviewState.parse(next);
      await save(whole);
      yield whole;
    }
    first = false;
  }
}

function node(agent: Agent) {
  return (state: InterviewState, { signal }: { signal?: AbortSignal }) => agent(state, { signal });
}
