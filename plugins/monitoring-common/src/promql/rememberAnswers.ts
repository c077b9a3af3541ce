/**
 * A pure function of two texts that keeps its last answers: thousands of services ask the same.
 *
 * @param most - answers kept
 */
export function rememberAnswers<Answer>(
  most: number,
  answer: (first: string, second: string) => Answer,
): (first: string, second: string) => Answer {
  const answers = new Map<string, { answer: Answer }>();
  return (first, second) => {
    const key = JSON.stringify([first, second]);
    const known = answers.get(key) ?? { answer: answer(first, second) };
    answers.delete(key);
    answers.set(key, known);
    if (answers.size > most) {
      answers.delete(answers.keys().next().value!);
    }
    return known.answer;
  };
}
