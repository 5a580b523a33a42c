/** Tags, comments and the declaration; attributes must be quoted and free of `<`. */
const TOKEN =
  /<\?xml [^?]*\?>|<!--[\s\S]*?-->|<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|[^<]+/y;
const FREE_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\dA-Fa-f]+);)/;
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u;

/** What keeps a text from being well-formed XML 1.0; undefined when nothing does. */
export function xmlDefect(xml: string): string | undefined {
  if (FREE_AMPERSAND.test(xml)) return 'a free ampersand';
  if (FORBIDDEN.test(xml)) return 'a forbidden character';
  const open: string[] = [];
  let roots = 0;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(xml);
    if (match === null) return `no token at ${xml.slice(at, at + 60)}`;
    const [token, closing = '', name = '', attributes = '', empty = ''] = match;
    if (name === '') {
      if (open.length === 0 && !token.startsWith('<') && token.trim() !== '')
        return `text outside the root: ${token}`;
      continue;
    }
    const keys = Array.from(attributes.matchAll(/([\w:.-]+)="/g), (each) => each[1]);
    if (new Set(keys).size < keys.length) return `an attribute twice in ${token}`;
    if (closing === '/') {
      if (open.pop() !== name) return `</${name}> closes something else`;
    } else {
      if (open.length === 0) roots += 1;
      if (empty !== '/') open.push(name);
    }
  }
  if (open.length > 0) return `<${open.join('><')}> left open`;
  return roots === 1 ? undefined : `${roots} roots`;
}

/** Undoes the escapes of XML that the reports use. */
export function unescapeXml(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
