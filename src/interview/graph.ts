import { Annotation, END, START, StateGraph } from '@langchain/langgraph';
import type { InterviewState } from '../schemas/interview.ts';
import type { Agent, AgentOptions, Agents } from './agents/agent.ts';

// One of these set to true in somebody's shell would send every state, resume included, to a third party.
for (const name of ['LANGSMITH_TRACING', 'LANGSMITH_TRACING_V2', 'LANGCHAIN_TRACING', 'LANGCHAIN_TRACING_V2']) {
  process.env[name] = 'false';
}

/** One channel holds the whole state: agents give a change, and the node puts it in. */
const InterviewAnnotation = Annotation.Root({ interview: Annotation<InterviewState>() });

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
    .addConditionalEdges('orchestrator', ({ interview }) => ROUTES[interview.nextAction], Object.values(ROUTES))
    .addEdge('question', 'cleaning')
    .addEdge('cleaning', 'orchestrator')
    .addEdge('evaluation', 'orchestrator')
    .addEdge('report', END)
    .compile();
}

export type InterviewGraph = ReturnType<typeof interviewGraph>;

/**
 * Runs agents until the candidate must speak or the report is written; yields
 * every new state. Saved is each step that asked, graded or reported, and the
 * last one: what the orchestrator decides in between follows from the state,
 * and is decided again by whoever goes on.
 */
export async function* advance(
  state: InterviewState,
  { graph, save, turn }: { graph: InterviewGraph; save: (state: InterviewState) => Promise<void>; turn?: AgentOptions },
): AsyncGenerator<InterviewState> {
  let first = true;
  let before = state;
  for await (const { interview } of await graph.stream({ interview: state }, { streamMode: 'values', configurable: { turn } })) {
    // The stream begins with the state that was put in: it is saved already.
    if (!first) {
      if (isWorthSaving(before, interview)) await save(interview);
      before = interview;
      yield interview;
    }
    first = false;
  }
}

function isWorthSaving(before: InterviewState, after: InterviewState): boolean {
  return (
    after.nextAction === 'wait' ||
    after.report !== before.report ||
    after.messages.length !== before.messages.length ||
    after.evaluationHistory.length !== before.evaluationHistory.length
  );
}

/** What a turn brings along reaches the agents beside the state: the library's own signal would break the turn off. */
function node(agent: Agent) {
  return async ({ interview }: { interview: InterviewState }, { configurable }: { configurable?: { turn?: AgentOptions } }) => ({
    interview: { ...interview, ...(await agent(interview, configurable?.turn)) },
  });
}
