/** The function with its answers kept: the derivations of several laws have steps in common. */
export function once<Key extends readonly number[], Answer>(
  f: (...key: Key) => Promise<Answer>,
): (...key: Key) => Promise<Answer> {
  const known = new Map<string, Promise<Answer>>();
  return (...key) => {
    const name = key.join();
    const answer = known.get(name) ?? f(...key);
    known.set(name, answer);
    return answer;
  };
}
