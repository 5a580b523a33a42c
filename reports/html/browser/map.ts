// On the map: the arrows of the claim under the pointer or the focus stand out, and its title is written below.
const map = document.querySelector<SVGSVGElement>('svg.map');
const note = document.querySelector('#_map-note');

function light(node: Element | null): void {
  const id = node?.getAttribute('data-id') ?? null;
  map?.classList.toggle('lit', id !== null);
  for (const edge of map?.querySelectorAll<SVGPathElement>('.edge') ?? []) {
    edge.classList.toggle('on', id !== null && [edge.dataset['from'], edge.dataset['to']].includes(id));
  }
  if (note !== null) note.textContent = node?.querySelector('title')?.textContent ?? '';
}

for (const node of map?.querySelectorAll('a.node') ?? []) {
  for (const name of ['pointerenter', 'focus']) node.addEventListener(name, () => light(node));
  for (const name of ['pointerleave', 'blur']) node.addEventListener(name, () => light(null));
}
