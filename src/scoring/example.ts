/** What `score init` writes: every way to write a case once, with what it is for. It passes as it stands. */
export function exampleAnswers(schema: string): string {
  return `# yaml-language-server: $schema=${schema}
#
# Canned answers for hotseat score. Run them with:
#
#   hotseat score answers.yaml
#   hotseat score answers.yaml --min-mean 0.5 --output results.json --output junit.xml
#
# Each case has an id of its own, a question and an answer. Results and
# baselines are kept under the id, so keep it when you change the words.

cases:
  # A question in full, with what a good answer says. The reference is compared
  # by meaning of its words; the key points say what must not be missing.
  - id: index-good
    domain: sql
    question: What is a database index for, and what does it cost?
    reference: >-
      An index lets the database find the matching rows quickly without scanning the whole table. It costs disk space,
      and every insert, update and delete must also update the index, so writes become slower.
    keyPoints:
      - An index finds the matching rows without scanning the whole table
      - text: Writes become slower because the index must be updated too
        weight: 2
    answer: >-
      It lets the database find the matching rows quickly, without scanning the whole table. The price is disk space and
      slower writes, because each insert, update and delete has to update the index as well.
    # What must come out, or the case fails. Scores go from 0 to 1;
    # bands are 1 poor, 2 mixed, 3 good, 4 excellent.
    expect:
      minScore: 0.6

  # A case may also expect a bad grade: so you see that your checks can fail.
  # flags are those that must be raised; with [language] alone a case passes when
  # the grader does not know the language of its answer. An empty list asks for nothing.
  - id: index-dont-know
    domain: sql
    question: What is a database index for, and what does it cost?
    reference: An index lets the database find the matching rows quickly without scanning the whole table.
    answer: I don't know, sorry.
    expect:
      maxScore: 0.2
      flags: [dont_know]

  # A question of a pack brings its reference and key points along.
  - id: where-having
    questionId: sql-where-versus-having
    answer: >-
      WHERE filters the single rows before they are grouped. HAVING filters the groups after the aggregation, so a
      condition on a COUNT or a SUM must stand there. Filtering early is faster, since fewer rows are grouped.

  # A long answer may stand in a file of its own, beside this one or below:
  #   answerFile: answers/index.txt
`;
}
