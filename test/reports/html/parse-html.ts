import { parseHTML } from 'linkedom';

/** What the tests ask of an element; the project is compiled without the browser's types. */
export interface Node {
  readonly id: string;
  readonly localName: string;
  readonly textContent: string;
  readonly children: Iterable<Node>;
  getAttribute(name: string): string | null;
  querySelector(selector: string): Node | null;
  querySelectorAll(selector: string): ArrayLike<Node> & Iterable<Node>;
}

export function parseHtml(text: string): Node {
  const { document } = parseHTML(text) as unknown as { document: Node };
  return document;
}
